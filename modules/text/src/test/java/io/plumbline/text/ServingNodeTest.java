package io.plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a serving node installs at its first boot, run beside programs that answer as AWS does. */
final class ServingNodeTest {
  @TempDir private Path folder;

  private void program(String name, String body) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** The calls that complete a hook, while the group wants {@code state} of the node. */
  private List<String> completed(String state, String connections, String... refused)
      throws Exception {
    String text =
        ((Value.Text)
                new FreemarkerTemplates(Path.of("../../templates"))
                    .render("aws/serving-node.sh", Map.of("port", Value.whole(8000))))
            .value();
    Path script =
        Files.writeString(
            folder.resolve("hooks"), text.split("<<'SCRIPT'\n", 2)[1].split("\nSCRIPT\n", 2)[0]);
    program(
        "curl",
        "case ${*: -1} in *token*) ;; *instance-id) echo i-1 ;; *region) echo us-east-1 ;; *) echo "
            + state
            + " ;; esac");
    program("ss", "printf '%s' '" + connections + "'");
    program(
        "aws",
        "[[ $2 == describe* ]] && { echo fleet; exit; }\nfor ((i = 1; i < $#; i++)); do\n"
            + "  if [[ ${!i} == --lifecycle-hook-name ]]; then j=$((i + 1)); hook=${!j}; fi\ndone\n"
            + "echo \"$hook\" >>"
            + folder.resolve("calls")
            + "\n[[ '"
            + String.join(" ", refused)
            + "' != *$hook* ]]");
    program(
        "sleep",
        "echo x >>"
            + folder.resolve("naps")
            + "; (($(wc -l <"
            + folder.resolve("naps")
            + ") < 4))");
    ProcessBuilder run = new ProcessBuilder("bash", script.toString()).inheritIO();
    run.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    run.environment().put("PORT", "8000");
    assertThat(run.start().waitFor()).isZero();
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  @Test
  void saysOnceThatItIsSetUp() throws Exception {
    assertThat(completed("InService", "")).containsExactly("launch");
  }

  @Test
  void asksAgainWhileNoHookWaits() throws Exception {
    assertThat(completed("InService", "", "launch")).containsExactly("launch", "launch", "launch");
  }

  @Test
  void completesWhatANodeWaitsForThatGoesBackIntoAWarmPool() throws Exception {
    assertThat(completed("Warmed:Stopped", "", "launch")).containsExactly("launch", "drain");
  }

  @Test
  void goesOnceNobodyIsConnected() throws Exception {
    assertThat(completed("Terminated", "")).containsExactly("drain");
  }

  @Test
  void staysWhileSomebodyIs() throws Exception {
    assertThat(completed("Terminated", "10.0.0.9:4711")).isEmpty();
  }
}
