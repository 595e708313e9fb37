package io.plumbline.azure.client;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;

/** Counts the requests that the current thread sends, retries included. */
public final class Attempts extends HttpPipelineSyncPolicy {
  private final ThreadLocal<Integer> sent = ThreadLocal.withInitial(() -> 0);

  @Override
  protected void beforeSendingRequest(HttpPipelineCallContext context) {
    sent.set(sent.get() + 1);
  }

  /** How many were sent since the last time. */
  public int take() {
    int count = sent.get();
    sent.remove();
    return count;
  }
}
