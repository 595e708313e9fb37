package io.plumbline.cloudformation;

import io.plumbline.spi.EngineException;

/**
 * Waits between two looks at something that takes its time: a little at first, longer as it goes
 * on.
 */
final class Pause {
  private static final long LONGEST = 3_000;

  private long milliseconds = 100;

  void take() {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted; CloudFormation goes on by itself", e);
    }
    milliseconds = Math.min(LONGEST, milliseconds * 3 / 2);
  }
}
