package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script in bash itself. */
final class CompletionCommandTest {
  @TempDir Path folder;

  private static String script(String shell) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(new PrintWriter(out), new PrintWriter(err), "completion", shell);
    assertThat(exit).as(err.toString()).isZero();
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "1, plumbline dri, drift",
    "1, plumbline gra, graph",
    "2, plumbline drift --ignor, --ignore",
    "2, plumbline sandbox sta, start status",
    "3, plumbline graph --format h, html",
  })
  void completesInBash(int word, String line, String completions) throws Exception {
    Path file = Files.writeString(folder.resolve("completion"), script("bash"));
    String said =
        bash(
            // Outside a completion that bash itself asks for, it cannot set options.
            "compopt() { :; }; source "
                + file
                + "; COMP_WORDS=("
                + line
                + "); COMP_CWORD="
                + word
                + "; COMP_LINE=\""
                + line
                + "\"; COMP_POINT=${#COMP_LINE}; _complete_plumbline; echo \"${COMPREPLY[@]}\"");
    assertThat(List.of(said.strip().split("\\s+")))
        .containsExactlyInAnyOrder(completions.split(" "));
  }

  @Test
  void isCompleteForZshToo() {
    assertThat(script("zsh")).contains("bashcompinit", "_complete_plumbline", "drift");
  }

  @Test
  void refusesAShellThatItDoesNotKnow() {
    StringWriter err = new StringWriter();
    int exit =
        Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "completion", "fish");
    assertThat(exit).isEqualTo(1);
    assertThat(err.toString()).contains("bash", "zsh");
  }

  private static String bash(String commands) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("bash", "-c", commands).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
