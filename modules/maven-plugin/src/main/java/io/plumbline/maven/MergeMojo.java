package io.plumbline.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Makes one drift report of those of the parts of a check; looks at nothing live. */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.RUNTIME)
final class MergeMojo extends PlumblineMojo {

  /** The reports as JSON. */
  @Parameter(property = "plumbline.reports", required = true)
  private @Nullable List<String> reports;

  /** Forms of the report, each {@code FORMAT} or {@code FORMAT=FILE}; text when not given. */
  @Parameter(property = "plumbline.output")
  private @Nullable List<String> outputs;

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>(List.of("report", "merge"));
    command.addAll(reports == null ? List.of() : reports);
    for (String output : outputs == null ? List.<String>of() : outputs) {
      command.addAll(List.of("--output", output));
    }
    return command;
  }

  /** The reports say which environment they are of. */
  @Override
  boolean ofAnEnvironment() {
    return false;
  }

  @Override
  Optional<String> failure(int exitCode) {
    return DriftMojo.meaning(exitCode);
  }
}
