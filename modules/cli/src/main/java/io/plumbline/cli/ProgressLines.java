package io.plumbline.cli;

import io.plumbline.spi.Engine.Progress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows on stderr what long work does: a line that keeps changing where a person looks, lines one
 * after the other where they go to a file.
 */
final class ProgressLines implements Progress, AutoCloseable {
  private static final int REFRESH_MILLIS = 200;

  private final PrintWriter err;
  private @Nullable ProgressBar bar;

  ProgressLines(String task, PrintWriter err) {
    this.err = err;
    this.bar =
        Terminal.ERR.isTerminal()
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .hideEta()
                .clearDisplayOnFinish()
                .setInitialMax(-1)
                .build()
            : null;
  }

  @Override
  public synchronized void say(String line) {
    if (bar == null) {
      err.println(line);
      err.flush();
    } else {
      bar.step();
      bar.setExtraMessage(" " + line);
    }
  }

  @Override
  public void close() {
    finish();
  }

  /** Takes the changing line away, so that something else can be shown. */
  synchronized void finish() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
