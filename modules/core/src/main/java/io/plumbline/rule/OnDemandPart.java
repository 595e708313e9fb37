package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Purchase;

/**
 * The part of a spot pool that is bought on demand is larger than the pool, or no share of a
 * hundred.
 */
final class OnDemandPart implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-005",
          "on-demand part impossible",
          "The base is counted first; a base above the greatest size means that spare capacity is"
              + " never used. A share is a percentage.",
          "Amazon EC2 Auto Scaling API Reference, InstancesDistribution",
          "onDemandBase(n) with 0 <= n <= greatest count; onDemandShare(percent) with 0 <= percent"
              + " <= 100");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      if (pool.purchase() instanceof Purchase.Spot spot && pool.count() != null) {
        check(pool, spot, pool.count().max(), problems);
      }
    }
  }

  private static void check(GpuPool pool, Purchase.Spot spot, long max, Problems problems) {
    if (spot.onDemandBase() < 0 || spot.onDemandBase() > max) {
      problems.report(
          RULE,
          pool,
          "got onDemandBase("
              + spot.onDemandBase()
              + "); allowed is 0 to "
              + max
              + ", the most nodes there may be");
    }
    if (spot.onDemandShare() < 0 || spot.onDemandShare() > 100) {
      problems.report(
          RULE, pool, "got onDemandShare(" + spot.onDemandShare() + "); allowed is 0 to 100");
    }
  }
}
