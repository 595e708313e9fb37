package io.plumbline.sandbox;

import io.plumbline.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sandbox's machines: in namespaces on this one, each with its own sshd and file system, for as
 * long as its endpoint runs. One logs in to them by {@code .plumbline/lab/ssh_config}.
 */
final class Lab {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path state;

  Lab(Path home) {
    this.state = home.resolve(".plumbline");
  }

  /**
   * Starts it, unless it runs.
   *
   * @param beside the process that it ends with
   * @throws SandboxException if it does not start, with the reason, or runs with other machines
   */
  void start(Program program, Machines wanted, long beside, Consumer<String> progress) {
    if (running().isPresent()) {
      refuseOthers(wanted);
      return;
    }
    program.setUp(progress, "lab");
    progress.accept("starting " + wanted);
    Folders.delete(folder());
    try {
      Files.createDirectories(folder());
      Files.writeString(wantedFile(), wanted.toString());
      Process process =
          program.script(
              "lab/lab.py",
              List.of(
                  folder().toString(),
                  "--hosts=" + wanted.hosts(),
                  "--systemd=" + wanted.systemd(),
                  "--gpus=" + wanted.gpus(),
                  "--network=" + wanted.network(),
                  "--beside=" + beside),
              said(),
              log());
      Files.writeString(pidFile(), Long.toString(process.pid()));
      await(process);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the sandbox's machines", e);
    }
  }

  private void refuseOthers(Machines wanted) {
    String there = text(wantedFile());
    if (!there.equals(wanted.toString())) {
      throw new SandboxException(
          "the sandbox runs with "
              + there
              + ", and this environment wants "
              + wanted
              + ". End it with `plumbline sandbox stop`, and try again.");
    }
  }

  private void await(Process process) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (text(said()).isEmpty()) {
      if (!process.isAlive()) {
        throw new SandboxException("the sandbox's machines cannot be started: " + text(log()));
      }
      if (System.nanoTime() > end) {
        process.destroy();
        throw new SandboxException(
            "the sandbox's machines did not answer within "
                + PATIENCE.toSeconds()
                + " s: "
                + text(log()));
      }
      Sandbox.pause();
    }
  }

  /** Ends it, where it runs. */
  void stop() {
    running().ifPresent(Sandbox::end);
    Folders.delete(folder());
  }

  /** Its process, if that is still the one that was started. */
  private Optional<ProcessHandle> running() {
    String pid = text(pidFile());
    return pid.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(pid))
            .filter(ProcessHandle::isAlive)
            .filter(
                process ->
                    process.info().commandLine().filter(it -> it.contains("lab.py")).isPresent());
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private Path folder() {
    return state.resolve("lab");
  }

  private Path said() {
    return folder().resolve("machines.json");
  }

  private Path wantedFile() {
    return folder().resolve("machines.txt");
  }

  private Path pidFile() {
    return folder().resolve("pid");
  }

  private Path log() {
    return state.resolve("lab.log");
  }
}
