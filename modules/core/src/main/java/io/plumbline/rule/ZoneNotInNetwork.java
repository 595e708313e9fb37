package io.plumbline.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Design;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.Network;
import io.plumbline.model.Subnets;

/** A pool is narrowed to zones in which its network has no subnet, as far as that is known. */
final class ZoneNotInNetwork implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-PLACE-001",
          "zone without a subnet",
          "The pool would silently be smaller, or elsewhere, than it says.",
          "Plumbline, inZones(…)",
          "name zones of the network; of an existing network, list the subnets that are meant"
              + " instead");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (AnyPool pool : design.all(AnyPool.class)) {
      if (pool.subnets() != null && !pool.subnets().zones().isEmpty()) {
        check(pool, pool.subnets(), problems);
      }
    }
  }

  private static void check(AnyPool pool, Subnets subnets, Problems problems) {
    switch (subnets.network()) {
      case ExistingNetwork existing ->
          problems.report(
              RULE,
              pool,
              "got inZones(…) of \""
                  + existing.id()
                  + "\", of which it is not known what lies in which zone");
      case Network network -> {
        for (String zone : subnets.zones()) {
          if (!network.zones().contains(zone)) {
            problems.report(
                RULE,
                pool,
                "got \""
                    + zone
                    + "\"; \""
                    + network.id()
                    + "\" has "
                    + String.join(", ", network.zones()));
          }
        }
      }
    }
  }
}
