package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Purchase;

/** A spot pool whose on-demand base is larger than the pool can ever be. */
final class OnDemandBaseBeyondCount implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-POOL-010",
          "on-demand base beyond the count",
          "The base is counted first: spare capacity is never used.",
          "Amazon EC2 Auto Scaling API Reference, InstancesDistribution: OnDemandBaseCapacity",
          "lower the base, or leave spot(…) out");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      if (pool.purchase() instanceof Purchase.Spot spot
          && pool.count() != null
          && spot.onDemandBase() > pool.count().max()) {
        problems.report(
            RULE,
            pool,
            "got onDemandBase("
                + spot.onDemandBase()
                + ") of at most "
                + pool.count().max()
                + " nodes");
      }
    }
  }
}
