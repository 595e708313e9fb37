package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * Where a {@link PlanFile} is kept: one JSON file. An engine's plan may hold values that nobody
 * else should read, so that only its owner may.
 */
final class PlanArchive {
  private PlanArchive() {}

  static void write(PlanFile plan, Path file) {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Files.createDirectories(folder);
      // Java gives temporary files to their owner alone.
      Path draft = Files.createTempFile(folder, ".plan", ".draft");
      Files.writeString(draft, JsonWriter.pretty(plan.write()) + "\n");
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // a file that somebody else wrote may break anything
  static PlanFile read(Path file) {
    if (!Files.exists(file)) {
      throw refusal("there is no file " + file);
    }
    if (Files.isDirectory(file)) {
      throw refusal(file + " is a folder");
    }
    try {
      return PlanFile.read((Obj) JsonReader.read(Files.readString(file)));
    } catch (IOException | RuntimeException e) {
      throw refusal("cannot use " + file + ": " + e);
    }
  }

  private static InvalidInputException refusal(String detail) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-020",
                Diagnostic.Severity.ERROR,
                "not a plan file",
                detail,
                null,
                "make one with `plumbline plan -o FILE`")));
  }
}
