package io.plumbline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sandbox's Azure: what stands in for Resource Manager, in a process of its own, for as long as
 * the sandbox's endpoint runs.
 */
final class AzureEndpoint {
  /** Of the sites that it is for. */
  static final String PROVIDER = "azure";

  /** Its class is on the class path of whoever starts it, and nothing more is known of it. */
  private static final String PROGRAM = "io.plumbline.azure.standin.AzureSandbox";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path log;
  private final Path pidFile;
  private final Path arguments;

  AzureEndpoint(Path home) {
    this.log = home.resolve(".plumbline/azure.log");
    this.pidFile = home.resolve(".plumbline/azure.pid");
    this.arguments = home.resolve(".plumbline/azure.args");
  }

  /**
   * Starts it, unless it runs.
   *
   * @param at where; the site of the environment says so
   * @param beside the process that it ends with
   * @throws SandboxException if it does not start, with the reason
   */
  void start(Program program, URI at, long beside, Consumer<String> progress) {
    List<String> command = command(at, beside);
    boolean runs = running().filter(process -> isCalled(process, command)).isPresent();
    if (runs && Health.of(at).isSandbox()) {
      return;
    }
    stop();
    if (Health.of(at).answers()) {
      throw new SandboxException(
          "cannot start the sandbox's Azure at "
              + at
              + ": "
              + PortHolder.describe(at.getPort())
              + " listens there. End that, or give the site another port in its endpoint.");
    }
    progress.accept("starting the sandbox's Azure at " + at);
    String classPath = quoted(System.getProperty("java.class.path"));
    write(arguments, "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp " + classPath + "\n");
    Process process = program.detached(command, log, log);
    write(pidFile, Long.toString(process.pid()));
    await(process, at);
  }

  /** As Java's launcher reads files of arguments. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Ends it, where it runs. */
  void stop() {
    running().ifPresent(Sandbox::end);
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + pidFile, e);
    }
  }

  /** Its process, if that is still the one that was started. */
  private Optional<ProcessHandle> running() {
    try {
      return Files.exists(pidFile)
          ? ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
              .filter(ProcessHandle::isAlive)
              .filter(process -> isCalled(process, List.of(PROGRAM)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + pidFile, e);
    }
  }

  /** Whether the last words of a command are those of a process. */
  private static boolean isCalled(ProcessHandle process, List<String> command) {
    List<String> last = command.subList(Math.max(0, command.size() - 3), command.size());
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains(String.join(" ", last)))
        .isPresent();
  }

  /** The class path stands in a file: of a long command a system does not tell the end. */
  private List<String> command(URI at, long beside) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@" + arguments,
        PROGRAM,
        Integer.toString(at.getPort()),
        Long.toString(beside));
  }

  private void await(Process process, URI at) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Health.of(at).isSandbox()) {
      if (!process.isAlive()) {
        throw new SandboxException("the sandbox's Azure ended at once: " + lastWords());
      }
      if (System.nanoTime() > end) {
        process.destroy();
        throw new SandboxException(
            "the sandbox's Azure did not answer within "
                + PATIENCE.toSeconds()
                + " s: "
                + lastWords());
      }
      Sandbox.pause();
    }
  }

  private String lastWords() {
    try {
      return Files.readString(log).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }
}
