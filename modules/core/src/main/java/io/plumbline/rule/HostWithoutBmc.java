package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.InventoryHost;
import java.util.function.Consumer;

/** A fleet wants something of a management controller that the inventory does not have. */
final class HostWithoutBmc extends FleetCheck {
  HostWithoutBmc() {
    super(
        Rule.error(
            "PLB-FLEET-021",
            "machine without a management controller",
            "Nobody could ask it, and the machine would be missed in no report.",
            "Plumbline, inventories",
            "write its address into column bmc of the inventory; machines that have none are a"
                + " fleet of their own"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    if (fleet.bmc() == null || fleet.inventory() == null) {
      return;
    }
    for (InventoryHost host : fleet.inventory().inService()) {
      if (host.bmc() == null) {
        breach.accept(
            "got machine "
                + quoted(host.name())
                + " ("
                + host.source()
                + ") without bmc; allowed is an address for each that is in service");
      }
    }
  }
}
