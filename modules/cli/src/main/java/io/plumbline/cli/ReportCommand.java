package io.plumbline.cli;

import io.plumbline.drift.DriftMerge;
import io.plumbline.drift.DriftReport;
import io.plumbline.report.DriftJsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on reports that are there, without looking at anything live. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = "Works on drift reports that `drift --output json=FILE` wrote.",
    synopsisSubcommandLabel = "merge")
final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(names = "--verbose", description = "show where in Plumbline an error comes from")
  boolean verbose;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say merge");
  }

  @Command(
      mixinStandardHelpOptions = true,
      exitCodeOnInvalidInput = 1,
      description = {
        "Makes one report of several: of the shards of a check, or of other stacks of the same",
        "environment. What it says is what one check of all of them would have said; a shard that",
        "is missing leaves it incomplete. Exit code as of `drift`: 0, 2, 3 or 1."
      })
  int merge(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "drift reports as JSON")
          List<Path> files,
      @Option(
              names = "--output",
              paramLabel = "FORMAT[=FILE]",
              description =
                  "text, json, sarif, junit, markdown, github or html, to stdout or to a file; may"
                      + " be repeated (default: text)")
          List<String> outputs) {
    ReportOutputs reports =
        ReportOutputs.parse(outputs == null ? List.of() : outputs, spec.commandLine().getOut());
    List<DriftMerge.Given> given = new ArrayList<>();
    for (Path file : files) {
      given.add(
          new DriftMerge.Given(file.toString(), DriftJsonReader.read(file.toString(), text(file))));
    }
    DriftReport merged = DriftMerge.of(given);
    reports.write(merged);
    return merged.verdict().exitCode();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("report cannot be read", e);
    }
  }
}
