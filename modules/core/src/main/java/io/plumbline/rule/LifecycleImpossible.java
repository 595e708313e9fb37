package io.plumbline.rule;

import io.plumbline.model.Bucket;
import io.plumbline.model.Design;
import io.plumbline.model.LifecycleRule;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A lifecycle rule with an age that is no number of whole days, with nothing to do, in an order
 * that cannot be, or with an id used twice.
 */
final class LifecycleImpossible implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-BUCKET-002",
          "lifecycle rule impossible",
          "Object stores count ages in days from 1, and know a rule by its id.",
          "Amazon S3 API Reference, LifecycleRule",
          "use days(n) with n from 1, say at least one of coolAfter, archiveAfter, expireAfter,"
              + " expireNoncurrentAfter, abortUploadsAfter, the first three each later than the one"
              + " before, and give each rule its own id");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Bucket bucket : design.all(Bucket.class)) {
      Set<String> ids = new HashSet<>();
      for (LifecycleRule rule : bucket.lifecycle()) {
        String who = "rule \"" + rule.id() + "\": ";
        List<Duration> ages =
            Stream.of(
                    rule.coolAfter(),
                    rule.archiveAfter(),
                    rule.expireAfter(),
                    rule.expireNoncurrentAfter(),
                    rule.abortUploadsAfter())
                .filter(Objects::nonNull)
                .toList();
        if (ages.isEmpty()) {
          problems.report(RULE, bucket, who + "got nothing to do");
        }
        ages.stream()
            .filter(age -> !isDays(age))
            .forEach(
                age ->
                    problems.report(
                        RULE,
                        bucket,
                        who + "got an age of " + age + "; allowed are whole days from 1"));
        if (!inOrder(rule)) {
          problems.report(
              RULE,
              bucket,
              who + "got an age that is not above the one before it: cool, archive, expire");
        }
        if (!ids.add(rule.id())) {
          problems.report(RULE, bucket, who + "got the id twice");
        }
      }
    }
  }

  private static boolean inOrder(LifecycleRule rule) {
    List<Duration> ages =
        Stream.of(rule.coolAfter(), rule.archiveAfter(), rule.expireAfter())
            .filter(Objects::nonNull)
            .toList();
    return ages.equals(ages.stream().sorted().distinct().toList());
  }

  private static boolean isDays(Duration age) {
    return age.toDays() >= 1 && age.equals(Duration.ofDays(age.toDays()));
  }
}
