package io.plumbline.e2e.onprem;

import io.plumbline.testkit.lab.LabHost;
import java.util.List;

/** How many nodes got no jobs at a time, as Slurm says it, again and again until closed. */
final class DownCount implements AutoCloseable {
  private final LabHost controller;
  private final Thread thread;
  private volatile boolean closed;
  private volatile int most;

  DownCount(LabHost controller) {
    this.controller = controller;
    this.thread = Thread.ofPlatform().start(this::count);
  }

  private void count() {
    while (!closed) {
      List<String> out =
          controller
              .run("sinfo -N -h -o %N,%T 2>/dev/null | grep -E 'drain|down|inval' || true")
              .lines()
              .distinct()
              .toList();
      most = Math.max(most, out.size());
    }
  }

  int most() {
    return most;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
