package io.plumbline.e2e.ci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Programs beside Plumbline, run to their end. */
final class Programs {
  private Programs() {}

  /** What one said on stdout and stderr, and its exit code. */
  record Said(int exit, String text) {}

  static Said run(Path folder, Map<String, String> variables, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(variables);
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Said run(String... command) {
    return run(Workflow.ROOT, Map.of(), List.of(command));
  }

  /** Makes ready what tests need: Node, ShellCheck, and what reads workflows. */
  static void setUp() {
    Said said = run("bash", "ci/setup", "tests");
    if (said.exit() != 0) {
      throw new IllegalStateException(said.text());
    }
  }

  /** What ShellCheck finds in a script of Bash. */
  static String shellCheck(Path script) {
    Path installed = Workflow.ROOT.resolve(".plumbline/venv/bin/shellcheck");
    String program = installed.toFile().canExecute() ? installed.toString() : "shellcheck";
    Said said = run(program, "--shell=bash", script.toString());
    return said.exit() == 0 ? "" : said.exit() + "\n" + said.text();
  }
}
