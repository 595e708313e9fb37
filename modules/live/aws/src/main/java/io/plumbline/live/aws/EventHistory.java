package io.plumbline.live.aws;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.model.Site;
import io.plumbline.spi.AuditLog.Answer;
import io.plumbline.spi.AuditLog.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/**
 * What CloudTrail tells of one region. A lookup takes one attribute, answers at most 50 events, the
 * newest first, and there may be two in a second for the whole account and region (API reference of
 * LookupEvents, 2026-11): so pages are few, and asked for slowly. What was answered is kept.
 */
final class EventHistory implements AutoCloseable {
  private static final int PAGES = 10;
  private static final int PAGES_OF_ONE = 2;
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration PAUSE = Duration.ofMillis(550);

  private final AwsClients clients;
  private final CloudTrailClient trail;
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private @Nullable String failure;
  private boolean asked;

  EventHistory(Site site) {
    clients = new AwsClients(site);
    trail = clients.open(CloudTrailClient.builder());
  }

  /** The newest calls that changed anything. */
  Answer latest(Instant since) {
    return answers.computeIfAbsent(
        "", all -> read(LookupAttributeKey.READ_ONLY, "false", since, PAGES));
  }

  /** The newest calls about one thing, most of which may only have read it. */
  Answer about(String name, Instant since) {
    return answers.computeIfAbsent(
        name, one -> read(LookupAttributeKey.RESOURCE_NAME, one, since, PAGES_OF_ONE));
  }

  private Answer read(LookupAttributeKey key, String value, Instant since, int pages) {
    List<Call> calls = new ArrayList<>();
    String next = null;
    try {
      for (int page = 0; page < pages && failure == null; page++) {
        LookupEventsResponse answer = page(key, value, since, next);
        answer.events().forEach(each -> CloudTrailEvent.call(each).ifPresent(calls::add));
        next = answer.nextToken();
        if (next == null) {
          break;
        }
      }
    } catch (RuntimeException e) {
      failure = "cloudtrail:LookupEvents in " + clients.region() + ": " + Failures.describe(e);
    }
    return new Answer(calls, failure);
  }

  private LookupEventsResponse page(
      LookupAttributeKey key, String value, Instant since, @Nullable String next) {
    pause();
    LookupAttribute attribute =
        LookupAttribute.builder().attributeKey(key).attributeValue(value).build();
    Instant start = since.isAfter(Instant.now().minus(KEPT)) ? since : null;
    return trail.lookupEvents(r -> r.lookupAttributes(attribute).startTime(start).nextToken(next));
  }

  private void pause() {
    if (asked && !clients.isLocal()) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    asked = true;
  }

  @Override
  public void close() {
    trail.close();
    clients.close();
  }
}
