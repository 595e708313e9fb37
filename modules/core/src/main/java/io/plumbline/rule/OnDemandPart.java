package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Purchase;

/** The part of a spot pool that is bought on demand is below nothing, or no share of a hundred. */
final class OnDemandPart implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-005",
          "on-demand part impossible",
          "Providers refuse a negative base, and a share that is no percentage.",
          "Amazon EC2 Auto Scaling API Reference, InstancesDistribution",
          "onDemandBase(n) with n from 0; onDemandShare(percent) with 0 <= percent <= 100");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      if (pool.purchase() instanceof Purchase.Spot spot) {
        check(pool, spot, problems);
      }
    }
  }

  private static void check(GpuPool pool, Purchase.Spot spot, Problems problems) {
    if (spot.onDemandBase() < 0) {
      problems.report(
          RULE, pool, "got onDemandBase(" + spot.onDemandBase() + "); allowed is 0 or more");
    }
    if (spot.onDemandShare() < 0 || spot.onDemandShare() > 100) {
      problems.report(
          RULE, pool, "got onDemandShare(" + spot.onDemandShare() + "); allowed is 0 to 100");
    }
  }
}
