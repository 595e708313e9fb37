package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Purchase;

/** A price cap of nothing, or less. */
final class SpotPriceNotPositive implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-006",
          "price cap not above zero",
          "No capacity is ever offered at that price: the pool would stay empty without an error.",
          "Amazon EC2 Auto Scaling API Reference, InstancesDistribution: SpotMaxPrice",
          "name a price above zero, or leave it out to pay up to the on-demand price");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      if (pool.purchase() instanceof Purchase.Spot spot
          && spot.maxPrice() != null
          && spot.maxPrice().usdPerHour().signum() <= 0) {
        problems.report(RULE, pool, "got " + spot.maxPrice() + "; allowed is a price above zero");
      }
    }
  }
}
