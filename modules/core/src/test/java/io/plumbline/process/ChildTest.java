package io.plumbline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.spi.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  private static final Child.Ending ENDING =
      new Child.Ending("TERM", "Interrupt received", Duration.ofSeconds(1));

  @TempDir private Path folder;

  private Child.Exit run(String script, List<String> lines) {
    return Child.run(
        List.of("/bin/sh", "-c", script), folder, Map.of("A", "ä"), ENDING, lines::add);
  }

  @Test
  void passesOnLinesAndKeepsErrorsApart() {
    List<String> lines = new ArrayList<>();
    Child.Exit exit = run("echo one; echo two $A; echo oops >&2; exit 3", lines);

    assertThat(lines).containsExactly("one", "two ä");
    assertThat(exit).isEqualTo(new Child.Exit(3, "oops"));
  }

  @Test
  void givesTheProgramNothingToRead() {
    List<String> lines = new ArrayList<>();
    assertThat(run("read line || echo end", lines).code()).isZero();
    assertThat(lines).containsExactly("end");
  }

  @Test
  void asksTheProgramToEndAndWaitsForItWhereTheReaderFails() {
    Path ended = folder.resolve("ended");
    assertThatThrownBy(
            () ->
                Child.run(
                    List.of(
                        "/bin/sh",
                        "-c",
                        "trap 'sleep 0.2; touch ended; exit 0' TERM; echo go; while :; do sleep"
                            + " 0.1; done"),
                    folder,
                    Map.of("PATH", "/usr/bin:/bin"),
                    ENDING,
                    line -> {
                      throw new IllegalStateException(line);
                    }))
        .hasMessage("go");

    assertThat(Files.exists(ended)).isTrue();
  }

  @Test
  void interruptsAProgramThatAsksForIt() {
    assertThatThrownBy(
            () ->
                Child.run(
                    List.of(
                        "/usr/bin/env",
                        "--default-signal=INT", // which a background job ignores
                        "/bin/sh",
                        "-c",
                        "trap 'touch interrupted; exit 0' INT; echo go; while :; do sleep 0.1;"
                            + " done"),
                    folder,
                    Map.of("PATH", "/usr/bin:/bin"),
                    new Child.Ending("INT", null, Duration.ofMillis(10)),
                    line -> {
                      throw new IllegalStateException(line);
                    }))
        .hasMessage("go");

    assertThat(Files.exists(folder.resolve("interrupted"))).isTrue();
  }

  @Test
  void doesNotAskTwiceWhatIsEndingAlready() {
    Path asked = folder.resolve("asked");
    List<String> script =
        List.of(
            "/bin/sh",
            "-c",
            "trap 'touch asked' TERM; echo 'Interrupt received.'; echo more; sleep 1");
    assertThatThrownBy(
            () ->
                Child.run(
                    script,
                    folder,
                    Map.of("PATH", "/usr/bin:/bin"),
                    ENDING,
                    line -> {
                      if (line.equals("more")) {
                        throw new IllegalStateException(line);
                      }
                    }))
        .hasMessage("more");

    assertThat(Files.exists(asked)).isFalse();
  }

  @Test
  void passesOnALineWhileTheProgramGoesOnAndTheLastWithoutItsEnd() {
    List<String> lines = new ArrayList<>();
    String script = "echo go; while [ ! -e heard ]; do /bin/sleep 0.05; done; printf last";
    Child.run(
        List.of("/bin/sh", "-c", script),
        folder,
        Map.of(),
        ENDING,
        line -> {
          lines.add(line);
          try {
            Files.writeString(folder.resolve("heard"), line);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    assertThat(lines).containsExactly("go", "last");
  }

  @Test
  void hearsAllThatAProgramSaysWhichWasAskedToEnd() {
    List<String> lines = new ArrayList<>();
    String script = "trap 'echo one; /bin/sleep 0.1; echo two; exit 7' TERM; kill -TERM $$";
    assertThat(run(script, lines).code()).isEqualTo(7);
    assertThat(lines).containsExactly("one", "two");
    assertThat(run("kill -KILL $$", lines).isCutShort()).isTrue();
  }

  @Test
  void saysThatAProgramIsNotThere() {
    assertThatThrownBy(
            () -> Child.run(List.of("/no/such/program"), folder, Map.of(), ENDING, line -> {}))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("/no/such/program cannot be started");
  }
}
