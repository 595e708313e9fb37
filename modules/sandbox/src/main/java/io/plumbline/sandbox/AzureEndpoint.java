package io.plumbline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The sandbox's Azure: what stands in for Resource Manager, in a process of its own, for as long as
 * the sandbox's endpoint runs.
 */
final class AzureEndpoint {
  /** Its class is on the class path of whoever starts it, and nothing more is known of it. */
  private static final String PROGRAM = "io.plumbline.azure.standin.AzureSandbox";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path log;

  AzureEndpoint(Path home) {
    this.log = home.resolve(".plumbline/azure.log");
  }

  /**
   * Starts it, unless it runs.
   *
   * @param at where; the site of the environment says so
   * @param beside the process that it ends with
   * @throws SandboxException if it does not start, with the reason
   */
  void start(Program program, URI at, long beside, Consumer<String> progress) {
    Health health = Health.of(at);
    if (health.isSandbox()) {
      return;
    }
    if (health.answers()) {
      throw new SandboxException(
          "cannot start the sandbox's Azure at "
              + at
              + ": "
              + PortHolder.describe(at.getPort())
              + " listens there. End that, or give the site another port in its endpoint.");
    }
    progress.accept("starting the sandbox's Azure at " + at);
    await(program.detached(command(at, beside), log, log), at);
  }

  private static List<String> command(URI at, long beside) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
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
