package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Design;
import io.plumbline.model.InventoryHost;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An inventory has other racks than the stack expects, or other numbers of machines in them. */
final class InventoryUnlikeExpected implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-FLEET-001",
          "inventory unlike what is expected",
          "A row that was forgotten is a machine that nobody sets up and nobody misses.",
          "Plumbline, inventories",
          "correct the inventory, or what racks(…) and hostsPerRack(…) expect; a machine in repair"
              + " stays in its row, with that state");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (BareMetalFleet fleet : design.all(BareMetalFleet.class)) {
      if (fleet.inventory() != null) {
        Map<String, Long> racks =
            fleet.inventory().hosts().stream()
                .collect(
                    Collectors.groupingBy(
                        InventoryHost::rack, TreeMap::new, Collectors.counting()));
        check(fleet, fleet.inventory().file(), racks, problems);
      }
    }
  }

  private static void check(
      BareMetalFleet fleet, String file, Map<String, Long> racks, Problems problems) {
    if (fleet.racks() != null && fleet.racks() != racks.size()) {
      problems.report(
          RULE,
          fleet,
          "got "
              + racks.size()
              + " racks in "
              + file
              + " ("
              + String.join(", ", racks.keySet())
              + "); allowed are "
              + fleet.racks());
    }
    Integer expected = fleet.hostsPerRack();
    racks.forEach(
        (rack, number) -> {
          if (expected != null && number != expected.longValue()) {
            problems.report(
                RULE,
                fleet,
                "got "
                    + number
                    + " machines in rack "
                    + rack
                    + " of "
                    + file
                    + "; allowed are "
                    + expected);
          }
        });
  }
}
