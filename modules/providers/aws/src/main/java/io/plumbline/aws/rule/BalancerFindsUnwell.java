package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.LoadBalancer;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;

/** Nodes behind a balancer that have the usual five minutes to load a model. */
final class BalancerFindsUnwell implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-LB-008",
          "five minutes to load a model",
          "A balancer finds a node unwell until its server answers. After the grace period, five"
              + " minutes where nobody says another, the group replaces it, and so the next one:"
              + " a model that takes longer to fetch and load is never served.",
          "Amazon EC2 Auto Scaling User Guide, Set the health check grace period (2026-11)",
          "say readyWithin(minutes(15)) of the pool: as long as a fresh node takes at most");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    List<LoadBalancer> balancers = scope.all(LoadBalancer.class);
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.elasticity().ready() == null) {
        balancers.stream()
            .filter(balancer -> balancer.isInFrontOf(pool))
            .findFirst()
            .ifPresent(
                balancer ->
                    problems.report(
                        RULE,
                        pool,
                        "got \"" + balancer.id() + "\" in front of it, and no readyWithin"));
      }
    }
  }
}
