package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void keepsWhatIsSaidAndHowItEnded() throws Exception {
    assertThat(run("echo said; echo complained >&2; exit 3", LONG))
        .isEqualTo(new Client.End.Exited(3, "said\n", "complained\n"));
  }

  @Test
  void endsWhatTakesTooLongWithAllThatItStarted() throws Exception {
    Path pid = folder.resolve("pid");
    long before = System.nanoTime();
    Client.End end = run("sleep 300 & echo $! > " + pid + "; sleep 300", Duration.ofSeconds(1));
    assertThat(end).isEqualTo(new Client.End.Late());
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    assertThat(ends(Long.parseLong(Files.readString(pid).strip()))).isTrue();
  }

  @Test
  void endsWhatDoesNotStopTalking() throws Exception {
    assertThat(run("yes", LONG)).isInstanceOf(Client.End.TooLong.class);
  }

  @Test
  void keepsTheLastOfManyComplaints() throws Exception {
    assertThat(run("yes | head -c 100000 >&2; echo the end >&2", LONG))
        .isInstanceOfSatisfying(
            Client.End.Exited.class,
            exited -> assertThat(exited.errors()).endsWith("the end\n").hasSizeLessThan(9000));
  }

  @Test
  void doesNotWaitForWhoeverHoldsTheLine() throws Exception {
    assertThat(run("echo said; setsid sleep 30 &", LONG))
        .isEqualTo(new Client.End.Exited(0, "said\n", ""));
  }

  @Test
  void saysThatThereIsNoSuchProgram() {
    assertThatThrownBy(() -> Client.run(List.of("no-such-program"), LONG))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-program");
  }

  private static Client.End run(String script, Duration total) throws Exception {
    return Client.run(List.of("sh", "-c", script), total);
  }

  private static boolean ends(long pid) throws Exception {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      process.get().onExit().get(LONG.toMillis(), TimeUnit.MILLISECONDS);
    }
    return process.filter(ProcessHandle::isAlive).isEmpty();
  }
}
