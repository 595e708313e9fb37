package io.plumbline.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Count;
import io.plumbline.model.Design;

/** A band whose owner is blank. */
final class BandWithoutOwner implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-016",
          "band without an owner",
          "No deploy sets a number inside a band, and no drift check minds it; where nobody moves"
              + " it, the pool stays at the least for ever.",
          "Plumbline, ownership",
          "name who moves it: band(0, 16).ownedBy(\"autoscaler\")");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (AnyPool pool : design.all(AnyPool.class)) {
      if (pool.count() instanceof Count.Within within && within.band().owner().isBlank()) {
        problems.report(
            RULE, pool, "got ownedBy(\"" + within.band().owner() + "\"); allowed is a name");
      }
    }
  }
}
