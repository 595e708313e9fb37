package io.plumbline.terraform;

import io.plumbline.spi.EngineException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A run of the program. Whatever ends Plumbline, the program is asked to end once and waited for,
 * since one that is cut short leaves a lock and forgets what it has made. Asked twice it would cut
 * itself short; a terminal's Ctrl-C asks the first time.
 */
final class Child {
  private static final String ASKED_TO_END = "Interrupt received";
  private static final int MOST_ERRORS = 1000;

  private final Process process;
  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean ending;

  private Child(Process process) {
    this.process = process;
  }

  /** What a finished run leaves: its exit code, and what it wrote beside its result. */
  record Exit(int code, String errors) {}

  /** Runs until the end; each line of the result is passed on as it comes. */
  static Exit run(
      List<String> command,
      Path directory,
      Map<String, String> environment,
      Consumer<String> lines) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    try {
      return new Child(builder.start()).follow(lines);
    } catch (IOException e) {
      throw new EngineException(command.get(0) + " cannot be started: " + e.getMessage(), e);
    }
  }

  private static File nothing() {
    boolean windows = File.separatorChar == '\\';
    return new File(windows ? "NUL" : "/dev/null");
  }

  private Exit follow(Consumer<String> lines) {
    Thread hook = new Thread(this::end, "plumbline-terraform-end");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Thread reader = Thread.ofPlatform().daemon().name("terraform-errors").start(this::readErrors);
      readResult(lines);
      int code = process.waitFor();
      reader.join(TimeUnit.SECONDS.toMillis(5));
      return new Exit(code, String.join("\n", errors));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted; the program was asked to end", e);
    } finally {
      if (process.isAlive()) {
        end();
      }
      release(hook);
    }
  }

  private static void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Plumbline is ending; the hook runs, and does what is to be done
    }
  }

  private void readResult(Consumer<String> lines) {
    try (BufferedReader result =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line; (line = result.readLine()) != null; ) {
        ending |= line.contains(ASKED_TO_END);
        lines.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readErrors() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line; (line = reader.readLine()) != null; ) {
        if (errors.size() < MOST_ERRORS) {
          errors.add(line);
        }
      }
    } catch (IOException e) {
      errors.add(String.valueOf(e.getMessage()));
    }
  }

  private void end() {
    try {
      boolean ended = process.waitFor(500, TimeUnit.MILLISECONDS);
      if (!ended && !ending) {
        process.destroy();
      }
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
