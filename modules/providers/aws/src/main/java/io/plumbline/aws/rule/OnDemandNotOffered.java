package io.plumbline.aws.rule;

import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.model.AnyPool;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Machine;
import io.plumbline.model.Purchase;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** An on-demand pool names a type that AWS sells in reserved blocks or as spot alone. */
final class OnDemandNotOffered implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-011",
          "not offered on demand",
          "Starting a node fails with InsufficientInstanceCapacity, every time.",
          "AWS, Capacity Blocks for ML",
          "use spot(…) where that is offered, or another type");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.machine() instanceof Machine.OfTypes named
          && pool.purchase() instanceof Purchase.OnDemand
          && !isKeptAlready(pool)) {
        for (String name : named.types()) {
          InstanceType type = scope.catalogue().find(name);
          if (type != null && !type.onDemandOffered()) {
            problems.report(RULE, pool, "got \"" + name + "\", which is not sold on demand");
          }
        }
      }
    }
  }

  private static boolean isKeptAlready(AnyPool pool) {
    return pool.reservation() != null && !(pool.reservation() instanceof CapacityReservation);
  }
}
