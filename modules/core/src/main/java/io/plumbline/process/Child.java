package io.plumbline.process;

import io.plumbline.spi.EngineException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run of a program. Whatever ends Plumbline, the program is asked to end once and waited for,
 * since one that is cut short leaves a lock and forgets what it has made. Asked twice it would cut
 * itself short; a terminal's Ctrl-C asks the first time. Where Plumbline is killed and can ask
 * nobody, the program goes on to its end.
 */
public final class Child {
  private static final int MOST_ERRORS = 1000;
  private static final Duration TO_END = Duration.ofMinutes(30);
  private static final Duration TO_HEAR_AN_INTERRUPT = Duration.ofSeconds(30);
  private static final Duration TO_SAY_HOW_IT_ENDED = Duration.ofSeconds(10);

  private final Thread follower = Thread.currentThread();
  private final Process process;
  private final Output result;
  private final Output errors;
  private final Ending manner;
  private volatile boolean ending;

  private Child(Process process, Output result, Output errors, Ending manner) {
    this.process = process;
    this.result = result;
    this.errors = errors;
    this.manner = manner;
  }

  /**
   * How a program is asked to end.
   *
   * @param signal {@code "TERM"} or {@code "INT"}
   * @param heard what it says once it has heard; null where it says nothing
   * @param toHear how long a terminal's Ctrl-C, which asks it as well, may take to be heard
   */
  public record Ending(String signal, @Nullable String heard, Duration toHear) {}

  /** What a finished run leaves: its exit code, and what it wrote beside its result. */
  public record Exit(int code, String errors) {
    /** Whether it was killed: then it may have made what it does not remember. */
    public boolean isCutShort() {
      return code > 128;
    }
  }

  /** Runs until the end; each line of the result is passed on as it comes. */
  public static Exit run(
      List<String> command,
      Path directory,
      Map<String, String> environment,
      Ending manner,
      Consumer<String> lines) {
    try (Output result = new Output();
        Output errors = new Output()) {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
      builder.redirectOutput(result.file()).redirectError(errors.file());
      Child child = new Child(start(builder), result, errors, manner);
      return child.follow(lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot follow " + command.get(0), e);
    }
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new EngineException(
          builder.command().get(0) + " cannot be started: " + e.getMessage(), e);
    }
  }

  private static File nothing() {
    boolean windows = File.separatorChar == '\\';
    return new File(windows ? "NUL" : "/dev/null");
  }

  private Exit follow(Consumer<String> lines) throws IOException {
    Thread hook = new Thread(this::endWithPlumbline, "plumbline-program-end");
    try {
      result.open();
      errors.open();
      callAtTheEnd(hook);
      return toTheEnd(lines);
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

  private static void callAtTheEnd(Thread hook) {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new EngineException("Plumbline is ending; the program was asked to end", e);
    }
  }

  private static void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Plumbline is ending; the hook runs, and does what is to be done
    }
  }

  private Exit toTheEnd(Consumer<String> lines) throws IOException, InterruptedException {
    Consumer<String> heard =
        line -> {
          ending |= manner.heard() != null && line.contains(manner.heard());
          lines.accept(line);
        };
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      result.drain(heard);
    }
    result.finish(heard);
    List<String> said = new ArrayList<>();
    errors.finish(said::add);
    return new Exit(
        process.exitValue(),
        String.join("\n", said.subList(0, Math.min(MOST_ERRORS, said.size()))));
  }

  /** Leaves time to say how the program ended, and to give back what is held. */
  private void endWithPlumbline() {
    end();
    try {
      follower.join(TO_SAY_HOW_IT_ENDED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** By its handle: {@link Process#destroy} closes what the program writes to as well. */
  private void ask() throws InterruptedException {
    if (manner.signal().equals("INT") && interrupted() && hears()) {
      return;
    }
    process.toHandle().destroy();
  }

  /** What a shell started in the background ignores interrupts, and so does all that it starts. */
  private boolean hears() throws InterruptedException {
    return process.waitFor(TO_HEAR_AN_INTERRUPT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Java knows no signal but TERM and KILL. */
  private boolean interrupted() throws InterruptedException {
    String pid = Long.toString(process.pid());
    try {
      return new ProcessBuilder("kill", "-INT", pid).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void end() {
    try {
      boolean ended = process.waitFor(manner.toHear().toMillis(), TimeUnit.MILLISECONDS);
      if (!ended && !ending) {
        ask();
      }
      process.waitFor(TO_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
