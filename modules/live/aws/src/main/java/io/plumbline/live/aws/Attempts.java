package io.plumbline.live.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Counts the requests that the current thread sends, retries included. */
final class Attempts implements ExecutionInterceptor {
  private final ThreadLocal<Integer> sent = ThreadLocal.withInitial(() -> 0);

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes ignored) {
    sent.set(sent.get() + 1);
  }

  /** How many were sent since the last time. */
  int take() {
    int count = sent.get();
    sent.remove();
    return count;
  }
}
