package io.plumbline.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Design;

/** Pools want more nodes of a reservation than it keeps. */
final class ReservationTooSmall implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-RES-002",
          "reservation smaller than its pools",
          "Nodes of these pools start in the reservation and nowhere else: those beyond it fail"
              + " with ReservationCapacityExceeded, for ever.",
          "Amazon EC2 User Guide, Launch instances into an existing Capacity Reservation",
          "raise the reservation's count, or lower the pools'");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (CapacityReservation kept : design.all(CapacityReservation.class)) {
      long wanted = 0;
      for (AnyPool pool : design.all(AnyPool.class)) {
        if (kept.equals(pool.reservation()) && pool.count() != null) {
          wanted += pool.count().max();
        }
      }
      if (kept.count() < 1) {
        problems.report(RULE, kept, "got count(" + kept.count() + "); allowed is 1 or more");
      } else if (wanted > kept.count()) {
        problems.report(
            RULE,
            kept,
            "got count(" + kept.count() + "), and pools in it of up to " + wanted + " nodes");
      }
    }
  }
}
