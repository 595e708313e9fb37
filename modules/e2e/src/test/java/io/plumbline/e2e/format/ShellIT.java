package io.plumbline.e2e.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.text.FreemarkerTemplates;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shell scripts before ShellCheck: those that nodes boot with, and the project's own. */
class ShellIT {
  private static final Path ROOT =
      Path.of(System.getProperty("plumbline.home", "../..")).toAbsolutePath().normalize();

  @BeforeAll
  static void setUp() throws IOException, InterruptedException {
    Process setUp =
        new ProcessBuilder("bash", "ci/setup", "tests")
            .directory(ROOT.toFile())
            .inheritIO()
            .start();
    assertThat(setUp.waitFor()).isZero();
  }

  @Test
  void findsNothingInTheBootScriptOfAGpuNode(@TempDir Path folder) throws Exception {
    Map<String, Value> variables =
        Map.of(
            "bucket",
            Value.text("acme-checkpoints"),
            "gpus",
            Value.whole(8),
            "efa",
            Value.flag(true));
    Value rendered =
        new FreemarkerTemplates(ROOT.resolve("templates")).render("aws/gpu-node.sh", variables);
    Path script = Files.writeString(folder.resolve("gpu-node.sh"), ((Value.Text) rendered).value());

    assertThat(findings(List.of("--shell=bash", script.toString()))).isEmpty();
  }

  @Test
  void findsNothingInTheBootScriptOfAServingNodeAndInWhatItInstalls(@TempDir Path folder)
      throws Exception {
    Value rendered =
        new FreemarkerTemplates(ROOT.resolve("templates"))
            .render("aws/serving-node.sh", Map.of("port", Value.whole(8000)));
    String text = ((Value.Text) rendered).value();
    Path script = Files.writeString(folder.resolve("serving-node.sh"), text);
    String installed = text.split("<<'SCRIPT'\n", 2)[1].split("(?m)^SCRIPT$", 2)[0];
    Path hooks = Files.writeString(folder.resolve("plumbline-hooks"), installed);

    assertThat(findings(List.of("--shell=bash", script.toString(), hooks.toString()))).isEmpty();
  }

  @Test
  void findsNothingInTheScriptsOfTheProject() throws Exception {
    assertThat(
            findings(
                List.of(
                    "plumbline",
                    "ci/setup",
                    "ci/conformance",
                    ".ci/run",
                    "ci/lab/host.sh",
                    "ci/bmc/chassis.sh",
                    "ci/bmc/certificates.sh")))
        .isEmpty();
  }

  private static String findings(List<String> arguments) throws IOException, InterruptedException {
    Path installed = ROOT.resolve(".plumbline/venv/bin/shellcheck");
    String program = Files.isExecutable(installed) ? installed.toString() : "shellcheck";
    List<String> command = Stream.concat(Stream.of(program), arguments.stream()).toList();
    Process process =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isLessThan(2);
    return said;
  }
}
