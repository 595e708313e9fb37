package io.plumbline.testkit.live;

import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a {@link FaultProxy} does to the calls of one operation. */
public sealed interface Fault {

  /** Answers an error with this HTTP status and code, in the form of the service. */
  record Refusal(int status, String code) implements Fault {}

  /** Ends the connection without an answer. */
  record HangUp() implements Fault {}

  /** Never answers. */
  record Hang() implements Fault {}

  /** Answers success and not one byte. */
  record EmptyBody() implements Fault {}

  /** Answers success and an answer in good form in which nothing stands. */
  record EmptyAnswer() implements Fault {}

  /** Answers the first half of the true answer, as if that were all. */
  record Truncated() implements Fault {}

  /** Answers the truth without the listed items in which one of these texts stands. */
  record Omission(Set<String> texts) implements Fault {}

  /** Answers success and the page of somebody else. */
  record WrongContent() implements Fault {}

  /** Answers that these are too many requests, and when there may be more. */
  record TooMany(Duration retryAfter) implements Fault {}

  /** Ends the connection in the middle of the true answer. */
  record CutOff() implements Fault {}

  /** Answers the truth, changed: a lie in good form. */
  record Changed(String how, UnaryOperator<String> change) implements Fault {
    @Override
    public String toString() {
      return "Changed[" + how + "]";
    }
  }

  /** Not allowed. */
  static Fault denied() {
    return new Refusal(403, "AccessDenied");
  }

  /** The service is broken. */
  static Fault broken() {
    return new Refusal(500, "InternalError");
  }

  /** Too many requests, each time. */
  static Fault throttled() {
    return new Refusal(503, "RequestLimitExceeded");
  }
}
