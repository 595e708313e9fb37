package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Design;
import io.plumbline.model.InventoryHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two fleets have one machine, as its name, its address, that of its management controller or its
 * serial number tells.
 */
final class HostInTwoFleets implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-FLEET-002",
          "machine in two fleets",
          "Each fleet would set it up as its own machines are, and undo what the other did.",
          "Plumbline, inventories",
          "give each fleet an inventory of its own");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    Map<String, BareMetalFleet> owners = new HashMap<>();
    for (BareMetalFleet fleet : design.all(BareMetalFleet.class)) {
      if (fleet.inventory() != null) {
        fleet.inventory().hosts().forEach(host -> check(fleet, host, owners, problems));
      }
    }
  }

  private static void check(
      BareMetalFleet fleet,
      InventoryHost host,
      Map<String, BareMetalFleet> owners,
      Problems problems) {
    List<String> marks =
        new ArrayList<>(
            List.of(
                "name " + fleet.site().name() + " " + host.name(),
                "address " + fleet.site().name() + " " + host.address(),
                "serial " + host.serial()));
    if (host.bmc() != null) {
      marks.add("bmc " + fleet.site().name() + " " + host.bmc());
    }
    BareMetalFleet other = null;
    for (String mark : marks) {
      BareMetalFleet owner = owners.putIfAbsent(mark, fleet);
      other = owner == null || owner.id().equals(fleet.id()) ? other : owner;
    }
    if (other != null) {
      problems.report(
          RULE,
          fleet,
          "got machine \""
              + host.name()
              + "\" ("
              + host.source()
              + "), which fleet \""
              + other.id()
              + "\" has as well; allowed is one fleet");
    }
  }
}
