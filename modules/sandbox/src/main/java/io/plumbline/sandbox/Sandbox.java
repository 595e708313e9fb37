package io.plumbline.sandbox;

import io.plumbline.files.Folders;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The local AWS endpoint of sandboxes: a process of its own, which outlives the command that starts
 * it. Where it is stands in {@code .plumbline/sandbox.json}.
 */
public final class Sandbox {
  /** Where the sandbox is expected, unless it is said otherwise. */
  public static final String VARIABLE = "PLUMBLINE_SANDBOX_URL";

  static final String DEFAULT_URL = "http://127.0.0.1:4510";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path home;
  private final URI wanted;
  private final boolean named;

  /**
   * The sandbox of one project.
   *
   * @param home the project's folder
   * @param named the value of {@link #VARIABLE}; null where it is not set
   */
  public Sandbox(Path home, @Nullable String named) {
    this.home = home;
    this.named = named != null && !named.isBlank();
    this.wanted = URI.create(named == null || named.isBlank() ? DEFAULT_URL : named.strip());
  }

  /** What is there. */
  public record Status(boolean running, String url, @Nullable Long pid) {}

  /** Whether it runs, and where. */
  public Status status() {
    Running running = running();
    if (running != null) {
      return new Status(true, running.url(), running.pid());
    }
    return new Status(named && Health.of(wanted).isSandbox(), wanted.toString(), null);
  }

  /**
   * Starts it, unless it runs.
   *
   * @return its URL, where it answers
   * @throws SandboxException if it cannot be started, with the reason
   */
  public String start(Consumer<String> progress) {
    Status status = status();
    if (status.running()) {
      return status.url();
    }
    refuseIfTaken();
    Program program = Program.find(home);
    program.setUp(progress);
    forgetEngines();
    progress.accept("starting the sandbox at " + wanted);
    return await(program.start(wanted.getPort(), stateFile(), log()));
  }

  /**
   * Starts it for an environment, with what else its sites stand for on this machine: machines of a
   * data centre, and what stands in for another cloud.
   *
   * @throws SandboxException if anything cannot be started, with the reason
   */
  public void start(List<Site> sites, Consumer<String> progress) {
    start(progress);
    for (Site site : sites) {
      Machines machines = Machines.of(site);
      if (machines != null) {
        startMachines(machines, progress);
      }
      if (site.provider().equals(AzureEndpoint.PROVIDER)) {
        startAzure(URI.create(site.setting("endpoint", "")), progress);
      }
    }
  }

  /**
   * Starts machines beside it, unless they run. They end with it.
   *
   * @throws SandboxException if they cannot be started, with the reason
   */
  void startMachines(Machines machines, Consumer<String> progress) {
    new Lab(home).start(Program.find(home), machines, own().pid(), progress);
  }

  /**
   * Starts what stands in for Azure beside it, unless that runs. It ends with the sandbox.
   *
   * @param at where it is to be, on this machine
   * @throws SandboxException if it cannot be started, with the reason
   */
  void startAzure(URI at, Consumer<String> progress) {
    new AzureEndpoint(home).start(Program.find(home), at, own().pid(), progress);
  }

  private Running own() {
    Running running = running();
    if (running == null) {
      throw new SandboxException(
          "machines and other clouds stand beside a sandbox that runs here, and "
              + wanted
              + " is none of this project's");
    }
    return running;
  }

  private void refuseIfTaken() {
    if (!wanted.getHost().equals("127.0.0.1") && !wanted.getHost().equals("localhost")) {
      throw new SandboxException(
          VARIABLE
              + " names "
              + wanted
              + ", which does not answer as a sandbox, and is not here"
              + " to be started. Start it there, or unset "
              + VARIABLE
              + ".");
    }
    Health health = Health.of(wanted);
    if (health.answers()) {
      throw new SandboxException(
          "cannot start the sandbox at "
              + wanted
              + ": "
              + PortHolder.describe(wanted.getPort())
              + (health.isSandbox() ? " (the sandbox of another project)" : "")
              + " listens there. End that, or choose another port: "
              + VARIABLE
              + "=http://127.0.0.1:PORT");
    }
  }

  private String await(Process process) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Running running = running();
      if (running != null) {
        return running.url();
      }
      if (!process.isAlive()) {
        throw new SandboxException("the sandbox ended at once: " + lastWords());
      }
      pause();
    }
    process.destroy();
    throw new SandboxException(
        "the sandbox did not answer within " + PATIENCE.toSeconds() + " s: " + lastWords());
  }

  private String lastWords() {
    try {
      String text = Files.readString(log()).strip();
      return text.substring(Math.max(0, text.length() - 2000)) + "\n(log: " + log() + ")";
    } catch (IOException e) {
      return "see " + log();
    }
  }

  static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("interrupted while the sandbox started");
    }
  }

  /**
   * Ends it, and removes what engines remember of it.
   *
   * @return whether it ran
   */
  public boolean stop() {
    Running running = running();
    new Lab(home).stop();
    new AzureEndpoint(home).stop();
    if (running != null) {
      ProcessHandle.of(running.pid()).ifPresent(Sandbox::end);
    }
    forgetEngines();
    deleteStateFile();
    return running != null;
  }

  static void end(ProcessHandle process) {
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }

  private void deleteStateFile() {
    try {
      Files.deleteIfExists(stateFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + stateFile(), e);
    }
  }

  /** The world of an ended sandbox is gone with it: engines that remember it would be misled. */
  private void forgetEngines() {
    Path state = home.resolve(".plumbline");
    if (Files.isDirectory(state)) {
      try (DirectoryStream<Path> environments =
          Files.newDirectoryStream(
              state,
              each -> Files.isDirectory(each) && Target.isSandbox(each.getFileName().toString()))) {
        environments.forEach(Folders::delete);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + state, e);
      }
    }
  }

  private @Nullable Running running() {
    Running running = Running.read(stateFile());
    return running != null && Health.of(URI.create(running.url())).isSandbox() ? running : null;
  }

  private Path stateFile() {
    return home.resolve(".plumbline/sandbox.json");
  }

  private Path log() {
    return home.resolve(".plumbline/sandbox.log");
  }
}
