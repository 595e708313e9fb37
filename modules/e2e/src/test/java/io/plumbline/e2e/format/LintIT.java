package io.plumbline.e2e.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The templates that are expected, before the linter: no error, and no warning. */
class LintIT {

  @Test
  void findsNothingInTheExpectedTemplates() throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("plumbline.home", "../..")).toAbsolutePath();
    assertThat(
            new ProcessBuilder(root.resolve("ci/setup").toString()).inheritIO().start().waitFor())
        .isZero();
    Path golden = root.resolve("modules/e2e/src/test/resources/golden");
    Process lint =
        new ProcessBuilder(
                List.of(
                    root.resolve(".plumbline/venv/bin/python").toString(),
                    "-c",
                    "import cfnlint.runner, sys; sys.exit(cfnlint.runner.main())",
                    golden.resolve("fleet/expected/template.yaml").toString(),
                    golden.resolve("existing/expected/template.yaml").toString(),
                    golden.resolve("renamed/expected/template.yaml").toString(),
                    golden.resolve("nested/expected/template.yaml").toString(),
                    golden.resolve("nested/expected/nested-1.yaml").toString(),
                    golden.resolve("nested/expected/nested-2.yaml").toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).isEmpty();
    assertThat(lint.waitFor()).isZero();
  }
}
