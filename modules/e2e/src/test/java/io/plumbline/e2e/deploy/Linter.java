package io.plumbline.e2e.deploy;

import io.plumbline.e2e.harness.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The linter of CloudFormation. Loading it takes longer than linting: it is run once for many
 * files.
 */
record Linter(ProjectFolder project) {
  private static final String PROGRAM = "from cfnlint.runner import main; main()";

  /** What it has to say, errors and warnings alike; empty if nothing. */
  String findings(List<String> templates) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(project.home().resolve(".plumbline/venv/bin/python").toString());
    command.addAll(List.of("-c", PROGRAM, "--format", "parseable", "--"));
    command.addAll(templates);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      int exit = process.waitFor();
      return exit == 0 && said.isBlank() ? "" : "cfn-lint ended with " + exit + ":\n" + said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
