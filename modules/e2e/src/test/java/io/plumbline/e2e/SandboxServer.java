package io.plumbline.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The local AWS endpoint, a fresh one for a class of tests; ends with it. */
public final class SandboxServer implements AutoCloseable {
  private final Process process;
  private final String url;

  private SandboxServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** The folder of the project. */
  public static Path root() {
    return Path.of(System.getProperty("plumbline.home", "../..")).toAbsolutePath().normalize();
  }

  public static SandboxServer start() {
    try {
      Process setup = new ProcessBuilder(root().resolve("ci/setup").toString()).inheritIO().start();
      if (setup.waitFor() != 0) {
        throw new IllegalStateException("ci/setup failed");
      }
      String python = root().resolve(".plumbline/venv/bin/python").toString();
      String server = root().resolve("ci/sandbox/server.py").toString();
      Process process =
          new ProcessBuilder(List.of(python, server, "--idle-seconds", "600"))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String url = output.readLine();
      if (url == null) {
        throw new IllegalStateException("the sandbox did not start");
      }
      return new SandboxServer(process, url);
    } catch (IOException e) {
      throw new IllegalStateException("the sandbox did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
