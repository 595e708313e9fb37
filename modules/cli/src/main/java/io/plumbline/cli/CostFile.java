package io.plumbline.cli;

import io.plumbline.cost.TargetCost;
import io.plumbline.files.Drafts;
import io.plumbline.report.CostJson;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where programs find what a design costs. */
final class CostFile {
  @Option(
      names = "--cost",
      paramLabel = "FILE",
      description = "write what it costs to this file too, as JSON")
  private @Nullable Path file;

  void write(String environment, List<TargetCost> costs) {
    if (file != null) {
      Drafts.write(file, CostJson.render(environment, costs));
    }
  }
}
