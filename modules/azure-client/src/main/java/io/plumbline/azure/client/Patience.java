package io.plumbline.azure.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.ExponentialBackoff;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryStrategy;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Tries again what may succeed the next time: what was throttled, what the service could not do
 * just now, what the network lost. It waits as long as the service asks for, and gives up where
 * that is longer than a call may take. What was late once is waited for once more.
 */
final class Patience implements RetryStrategy {
  private static final int RETRIES = 4;
  private static final int THROTTLED = 429;
  private static final HttpHeaderName RETRY_AFTER = HttpHeaderName.RETRY_AFTER;

  private final ExponentialBackoff backoff;
  private final Duration longest;

  /**
   * Tries again for a while.
   *
   * @param longest what a call may take
   * @param first how long to wait before the second try; later ones are waited for longer
   */
  Patience(Duration longest, Duration first) {
    this.longest = longest;
    this.backoff = new ExponentialBackoff(RETRIES, first, first.multipliedBy(25));
  }

  @Override
  public int getMaxRetries() {
    return RETRIES;
  }

  @Override
  public Duration calculateRetryDelay(int attempt) {
    return backoff.calculateRetryDelay(attempt);
  }

  @Override
  public boolean shouldRetryCondition(RequestRetryCondition condition) {
    HttpResponse response = condition.getResponse();
    if (response == null) {
      Throwable lost = condition.getThrowable();
      boolean late = lost instanceof TimeoutException || lost instanceof HttpTimeoutException;
      return late ? condition.getTryCount() < 1 : lost instanceof IOException;
    }
    int status = response.getStatusCode();
    boolean passing = status == THROTTLED || status == 408 || (status >= 500 && status != 501);
    return passing && wait(response).compareTo(longest.dividedBy(2)) <= 0;
  }

  private static Duration wait(HttpResponse response) {
    String seconds = response.getHeaderValue(RETRY_AFTER);
    try {
      return seconds == null ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(seconds.strip()));
    } catch (NumberFormatException e) {
      return Duration.ZERO; // a date, which the SDK understands
    }
  }
}
