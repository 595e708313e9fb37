package io.plumbline.aws.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Placement;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool spreads more nodes than AWS keeps apart. */
final class SpreadTooWide implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-PLACE-002",
          "too many nodes to spread",
          "A spread placement group takes seven nodes in each zone: starting the eighth fails.",
          "Amazon EC2 User Guide, Placement groups: rules and limitations",
          "lower the count, use more zones, or say placement(PARTITION)");

  @Override
  public Rule rule() {
    return RULE;
  }

  private static final int IN_A_ZONE = 7;

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.placement() == Placement.SPREAD && pool.subnets() != null && pool.count() != null) {
        int most = IN_A_ZONE * Math.max(1, PoolZones.subnets(pool.subnets()));
        if (pool.count().max() > most) {
          problems.report(
              RULE,
              pool,
              "got up to " + pool.count().max() + " nodes; allowed is " + most + " in its zones");
        }
      }
    }
  }
}
