package io.plumbline.arm;

import com.azure.core.management.polling.PollResult;
import com.azure.core.util.polling.LongRunningOperationStatus;
import com.azure.core.util.polling.PollResponse;
import com.azure.core.util.polling.SyncPoller;
import io.plumbline.spi.EngineException;
import java.time.Duration;

/** Waits for what takes its time: a stand-in is done at once, and bears being asked often. */
final class Waiting {
  private final Duration pause;

  Waiting(boolean local) {
    this.pause = local ? Duration.ofMillis(25) : Duration.ofSeconds(3);
  }

  /** Between two looks. */
  void take() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted; Azure goes on by itself", e);
    }
  }

  /** What came of it. */
  <T, U> U end(SyncPoller<PollResult<T>, U> poller) {
    PollResponse<PollResult<T>> last = poller.setPollInterval(pause).waitForCompletion();
    if (!LongRunningOperationStatus.SUCCESSFULLY_COMPLETED.equals(last.getStatus())) {
      PollResult.Error error = last.getValue().getError();
      throw new EngineException(
          "Azure refused: " + (error == null ? last.getStatus() : ArmFailure.of(error)));
    }
    return poller.getFinalResult();
  }
}
