package io.plumbline.cloudformation;

import io.plumbline.spi.EngineException;

/**
 * Waits between two looks at something that takes its time: a little at first, longer as it goes
 * on.
 */
final class Pause {
  private final long longest;
  private long milliseconds = 50;

  /** A sandbox is done in no time, and bears being asked often. */
  Pause(boolean local) {
    longest = local ? 200 : 3_000;
  }

  void take() {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted; CloudFormation goes on by itself", e);
    }
    milliseconds = Math.min(longest, milliseconds * 3 / 2);
  }
}
