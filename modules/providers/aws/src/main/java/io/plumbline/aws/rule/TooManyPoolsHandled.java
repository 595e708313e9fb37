package io.plumbline.aws.rule;

import io.plumbline.model.InterruptionHandling;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** An interruption handling looks after more groups than its function can be told. */
final class TooManyPoolsHandled implements Check<AwsScope> {
  /** All variables together have 4 KB; the other one is short. */
  private static final int MOST = 4000;

  private static final Rule RULE =
      Rule.error(
          "PLB-REPAIR-003",
          "too many pools for one interruption handling",
          "The function is told the groups' names in an environment variable, and Lambda refuses"
              + " functions with more than 4 KB of those.",
          "AWS Lambda Developer Guide, Lambda quotas",
          "make a second interruption handling for some of the pools");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (InterruptionHandling handling : scope.all(InterruptionHandling.class)) {
      int characters =
          handling.pools().stream().mapToInt(pool -> scope.groupOf(pool).length() + 1).sum();
      if (characters > MOST) {
        problems.report(
            RULE,
            handling,
            "got "
                + handling.pools().size()
                + " pools, whose groups' names have "
                + characters
                + " characters; allowed are "
                + MOST);
      }
    }
  }
}
