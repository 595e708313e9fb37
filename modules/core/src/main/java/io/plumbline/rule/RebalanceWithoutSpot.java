package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.InterruptionHandling;
import io.plumbline.model.Purchase;

/** An interruption handling waits for what comes for spare capacity alone, and looks after none. */
final class RebalanceWithoutSpot implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-REPAIR-002",
          "no pool is ever rebalanced",
          "Recommendations to rebalance come for spot instances alone: nothing would ever be"
              + " replaced for one.",
          "Amazon EC2 User Guide, EC2 instance rebalance recommendations",
          "leave replaceOnRebalance() out, or name a pool of spot nodes");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (InterruptionHandling handling : design.all(InterruptionHandling.class)) {
      if (handling.replacesOnRebalance()
          && !handling.pools().isEmpty()
          && handling.pools().stream()
              .noneMatch(pool -> pool.purchase() instanceof Purchase.Spot)) {
        problems.report(RULE, handling, "got replaceOnRebalance(), and pools on demand alone");
      }
    }
  }
}
