package io.plumbline.testkit.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The local AWS endpoint in a process and on a port of its own, for one test class: nothing of it
 * is shared with a sandbox that the developer runs. It ends with the test, or by itself when idle.
 */
public final class SandboxProcess implements AutoCloseable {
  private static final String IDLE_SECONDS = "300";

  private final Process process;
  private final URI uri;

  private SandboxProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /** One that answers plainly. */
  public static SandboxProcess start(Path home) throws IOException {
    return start(home, List.of());
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param home the repository, with {@code ci/setup} and {@code ci/sandbox}
   * @param flags further flags of {@code ci/sandbox/server.py}
   * @throws IOException if it does not start; its own words are on stderr
   */
  public static SandboxProcess start(Path home, List<String> flags) throws IOException {
    setUp(home);
    List<String> command = new ArrayList<>();
    command.add(home.resolve(".plumbline/venv/bin/python").toString());
    command.add(home.resolve("ci/sandbox/server.py").toString());
    command.addAll(List.of("--idle-seconds", IDLE_SECONDS));
    command.addAll(flags);
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String url = out.readLine();
    if (url == null) {
      throw new IOException("the sandbox ended before it answered");
    }
    return new SandboxProcess(process, URI.create(url.strip()));
  }

  /**
   * Makes ready what real programs need; quick where all is there.
   *
   * @param home the repository
   * @throws IOException if it fails; its own words are on stderr
   */
  public static void setUp(Path home) throws IOException {
    run(new ProcessBuilder("bash", home.resolve("ci/setup").toString()));
  }

  private static void run(ProcessBuilder command) throws IOException {
    Process process =
        command.redirectError(Redirect.INHERIT).redirectOutput(Redirect.DISCARD).start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command.command() + " failed; see above");
      }
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted while the sandbox was set up", e);
    }
  }

  /** Where it answers. */
  public URI uri() {
    return uri;
  }

  /** The number of its process. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
