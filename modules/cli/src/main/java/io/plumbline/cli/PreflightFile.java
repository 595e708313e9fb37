package io.plumbline.cli;

import io.plumbline.files.Drafts;
import io.plumbline.report.CapacityText;
import io.plumbline.spi.Preflight;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where programs find what was looked at before a deploy. */
final class PreflightFile {
  @Option(
      names = "--preflight",
      paramLabel = "FILE",
      description =
          "write what was looked at (quotas, offerings, reservations, rights) to this file, as"
              + " JSON")
  private @Nullable Path file;

  void write(String environment, List<Preflight> looks) {
    if (file != null) {
      Drafts.write(file, CapacityText.json(environment, looks));
    }
  }
}
