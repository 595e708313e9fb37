package io.plumbline.aws.rule;

import io.plumbline.model.LoadBalancer;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.time.Duration;

/** A time of a load balancer that AWS does not take. */
final class BalancerTimes implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-LB-007",
          "time of a load balancer not allowed",
          "Elastic Load Balancing refuses it when the balancer is there already.",
          "Elastic Load Balancing API Reference, LoadBalancerAttribute, TargetGroupAttribute",
          "say idleTimeout from 1 to 4000 seconds, drainAfter from 0 to 3600 seconds");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (LoadBalancer balancer : scope.all(LoadBalancer.class)) {
      if (!isWithin(balancer.idleTimeout(), 1, 4000)) {
        problems.report(
            RULE,
            balancer,
            "got idleTimeout of "
                + balancer.idleTimeout().toSeconds()
                + " s; allowed is 1 to 4000 s");
      }
      if (balancer.backend() != null && !isWithin(balancer.backend().drain(), 0, 3600)) {
        problems.report(
            RULE,
            balancer,
            "got drainAfter of "
                + balancer.backend().drain().toSeconds()
                + " s; allowed is 0 to 3600 s");
      }
    }
  }

  private static boolean isWithin(Duration time, long least, long most) {
    return time.toSeconds() >= least && time.toSeconds() <= most;
  }
}
