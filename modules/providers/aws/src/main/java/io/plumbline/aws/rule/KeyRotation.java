package io.plumbline.aws.rule;

import io.plumbline.model.Key;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.time.Duration;

/** A key rotated more often, or more rarely, than KMS does it. */
final class KeyRotation implements Check<AwsScope> {
  private static final int LEAST = 90;
  private static final int MOST = 2560;

  private static final Rule RULE =
      Rule.error(
          "PLB-KEY-002",
          "rotation period not allowed",
          "KMS refuses any other period.",
          "AWS KMS API Reference, EnableKeyRotation: RotationPeriodInDays",
          "use days(90) to days(2560), or neverRotated()");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Key key : scope.all(Key.class)) {
      Duration period = key.rotation();
      if (period != null && !allowed(period)) {
        problems.report(
            RULE, key, "got " + period + "; allowed are whole days from " + LEAST + " to " + MOST);
      }
    }
  }

  private static boolean allowed(Duration period) {
    long days = period.toDays();
    return period.equals(Duration.ofDays(days)) && days >= LEAST && days <= MOST;
  }
}
