package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.time.Duration;

/** A time to drain a node that a lifecycle hook cannot have. */
final class DrainTime implements Check<AwsScope> {
  private static final Duration LEAST = Duration.ofSeconds(30);
  private static final Duration MOST = Duration.ofHours(2);

  private static final Rule RULE =
      Rule.error(
          "PLB-SCALE-010",
          "time to drain not allowed",
          "A lifecycle hook waits 30 seconds to two hours; whoever drains can ask for more time by"
              + " a heartbeat.",
          "Amazon EC2 Auto Scaling API Reference, PutLifecycleHook: HeartbeatTimeout",
          "say drainHook(minutes(10)), from 30 seconds to 120 minutes");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      Duration drain = pool.elasticity().drain();
      if (drain != null && (drain.compareTo(LEAST) < 0 || drain.compareTo(MOST) > 0)) {
        problems.report(RULE, pool, "got " + drain.toSeconds() + " s; allowed is 30 to 7200 s");
      }
    }
  }
}
