package io.plumbline.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Design;
import io.plumbline.model.Purchase;

/** A pool wants spare capacity, and capacity that is kept for it. */
final class ReservedAndSpot implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-RES-001",
          "spot in a reservation",
          "Spare capacity is what nobody has reserved: a spot node never runs in a reservation,"
              + " which is paid for beside it and stays empty.",
          "Amazon EC2 User Guide, On-Demand Capacity Reservations: limitations; Capacity Blocks for"
              + " ML: purchasing option capacity-block",
          "leave spot(…) out, or the reservation; two pools can have one each");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (AnyPool pool : design.all(AnyPool.class)) {
      if (pool.reservation() != null && pool.purchase() instanceof Purchase.Spot) {
        problems.report(
            RULE, pool, "got spot(…) and reservation \"" + pool.reservation().id() + "\"");
      }
    }
  }
}
