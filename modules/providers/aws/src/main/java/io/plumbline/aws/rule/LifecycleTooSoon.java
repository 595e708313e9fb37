package io.plumbline.aws.rule;

import io.plumbline.model.Bucket;
import io.plumbline.model.LifecycleRule;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.time.Duration;

/** Objects that are to move to where they are cheap to keep sooner than S3 moves them. */
final class LifecycleTooSoon implements Check<AwsScope> {
  private static final long LEAST = 30;

  private static final Rule RULE =
      Rule.error(
          "PLB-BUCKET-003",
          "objects moved too soon",
          "S3 keeps objects for 30 days before it moves them to infrequent access, and there for 30"
              + " more before it moves them on; it refuses a rule that says less.",
          "Amazon S3 User Guide, Transitioning objects using Amazon S3 Lifecycle",
          "say coolAfter(days(30)) or later, and archiveAfter 30 days after that or later");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Bucket bucket : scope.all(Bucket.class)) {
      for (LifecycleRule rule : bucket.lifecycle()) {
        Duration cool = rule.coolAfter();
        Duration archive = rule.archiveAfter();
        if (cool != null && cool.toDays() < LEAST) {
          problems.report(
              RULE, bucket, "rule \"" + rule.id() + "\": got coolAfter " + cool.toDays() + " days");
        }
        if (cool != null
            && archive != null
            && archive.compareTo(cool) > 0
            && archive.minus(cool).toDays() < LEAST) {
          problems.report(
              RULE,
              bucket,
              "rule \""
                  + rule.id()
                  + "\": got archiveAfter "
                  + archive.minus(cool).toDays()
                  + " days after coolAfter");
        }
      }
    }
  }
}
