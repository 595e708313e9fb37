package io.plumbline.live.onprem;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program that talks to a machine: for so long, and with so much to say, and no longer
 * and no more. Then it is ended, with all that it started; so it is where Plumbline ends first.
 */
final class Client {
  private static final int LARGEST_ANSWER = 1 << 20;
  private static final int ERRORS_KEPT = 8 << 10;

  /** What was written before the end is there within this time, or is held by somebody else. */
  private static final long TO_HAND_OVER_MILLIS = 3000;

  private final Process process;
  private final Reader out;
  private final Reader errors;

  private Client(Process process) {
    this.process = process;
    this.out = new Reader(process.getInputStream(), LARGEST_ANSWER, this::end);
    this.errors = new Reader(process.getErrorStream(), ERRORS_KEPT, () -> {});
  }

  /** How it ended. */
  sealed interface End {
    /** By itself: with this code, having said this. */
    record Exited(int code, String out, String errors) implements End {}

    /** It was ended, since its time was over. */
    record Late() implements End {}

    /** It was ended, since it did not stop talking. */
    record TooLong(int bytes) implements End {}
  }

  /**
   * Runs to the end, whatever that is.
   *
   * @throws IOException if it cannot be started
   * @throws InterruptedException if nobody wants to know any more; it has been ended then
   */
  static End run(List<String> command, Duration total) throws IOException, InterruptedException {
    return run(command, Map.of(), total);
  }

  /** The same with more in its environment: what no list of processes shows. */
  static End run(List<String> command, Map<String, String> secret, Duration total)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(secret);
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    Client client = new Client(builder.start());
    Thread hook = new Thread(client::end, "plumbline-live-onprem-end");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      return client.toTheEnd(total);
    } finally {
      client.end();
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

  private End toTheEnd(Duration total) throws InterruptedException {
    out.start();
    errors.start();
    boolean ended = process.waitFor(total.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      return new End.Late();
    }
    out.join(TO_HAND_OVER_MILLIS);
    errors.join(TO_HAND_OVER_MILLIS);
    return out.isFull()
        ? new End.TooLong(LARGEST_ANSWER)
        : new End.Exited(process.exitValue(), out.text(), errors.text());
  }

  private void end() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /**
   * Takes what is written as it comes, so that nobody waits for a full pipe, and keeps the last.
   */
  private static final class Reader extends Thread {
    private final InputStream from;
    private final int most;
    private final Runnable whenFull;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean full;

    Reader(InputStream from, int most, Runnable whenFull) {
      super("plumbline-live-onprem-reader");
      setDaemon(true);
      this.from = from;
      this.most = most;
      this.whenFull = whenFull;
    }

    @Override
    public void run() {
      byte[] some = new byte[ERRORS_KEPT];
      try {
        for (int n = from.read(some); n >= 0; n = from.read(some)) {
          if (keep(some, n)) {
            whenFull.run();
          }
        }
      } catch (IOException e) {
        // the program is gone, and what it said before is kept
      }
    }

    private synchronized boolean keep(byte[] some, int n) {
      full |= kept.size() + n > most;
      if (full) {
        kept.reset();
      }
      kept.write(some, 0, n);
      return full;
    }

    synchronized boolean isFull() {
      return full;
    }

    synchronized String text() {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
