package io.plumbline.e2e.ci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a runner of GitHub's is to the shell scripts of a step: a repository, here with the project
 * in a folder of its own, and files for what the step has to say.
 */
record Runner(Path project, Path temporary) {

  static Runner in(Path project) {
    try {
      return new Runner(project, Files.createTempDirectory("plumbline-runner"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a step came to. */
  record Step(int exit, String said, Map<String, String> outputs, String summary) {}

  /** Runs a script as the runner does where the shell is Bash. */
  Step bash(Path script, Map<String, String> variables) {
    try {
      Path outputs = Files.createTempFile(temporary, "output", "");
      Path summary = Files.createTempFile(temporary, "summary", "");
      Map<String, String> all = new HashMap<>(variables);
      all.put("CI", "true");
      all.put("GITHUB_ACTIONS", "true");
      all.put("GITHUB_WORKSPACE", project.getParent().toString());
      all.put("GITHUB_OUTPUT", outputs.toString());
      all.put("GITHUB_STEP_SUMMARY", summary.toString());
      all.put("RUNNER_TEMP", temporary.toString());
      Programs.Said said =
          Programs.run(
              project,
              all,
              List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString()));
      return new Step(said.exit(), said.text(), outputs(outputs), Files.readString(summary));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a script that stands in a workflow. */
  Step run(String script, Map<String, String> variables) {
    try {
      return bash(
          Files.writeString(Files.createTempFile(temporary, "step", ".sh"), script), variables);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> outputs(Path file) throws IOException {
    Map<String, String> outputs = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      int sign = line.indexOf('=');
      outputs.put(line.substring(0, sign), line.substring(sign + 1));
    }
    return outputs;
  }
}
