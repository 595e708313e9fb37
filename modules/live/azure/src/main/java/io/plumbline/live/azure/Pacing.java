package io.plumbline.live.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * Asks Resource Graph no faster than it answers: it says with each answer how many questions are
 * left, and when there will be more. Source:
 * learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests,
 * read 2026-11.
 */
final class Pacing extends HttpPipelineSyncPolicy {
  private static final HttpHeaderName LEFT = HttpHeaderName.fromString("x-ms-user-quota-remaining");
  private static final HttpHeaderName RESET =
      HttpHeaderName.fromString("x-ms-user-quota-resets-after");
  private static final String GRAPH = "/providers/Microsoft.ResourceGraph/";

  private long notBefore = System.nanoTime();

  @Override
  protected void beforeSendingRequest(HttpPipelineCallContext context) {
    if (context.getHttpRequest().getUrl().getPath().startsWith(GRAPH)) {
      try {
        Thread.sleep(Duration.ofNanos(left(System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  protected HttpResponse afterReceivedResponse(
      HttpPipelineCallContext context, HttpResponse response) {
    if ("0".equals(response.getHeaderValue(LEFT))) {
      hold(System.nanoTime() + reset(response.getHeaderValue(RESET)).toNanos());
    }
    return response;
  }

  private synchronized long left(long now) {
    return Math.max(0, notBefore - now);
  }

  private synchronized void hold(long until) {
    notBefore = Math.max(notBefore, until);
  }

  private static Duration reset(String text) {
    try {
      return text == null
          ? Duration.ZERO
          : Duration.ofSeconds(LocalTime.parse(text).toSecondOfDay());
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}
