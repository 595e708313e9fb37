package io.plumbline.onprem.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Hypervisor.HyperV;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.VmFleet;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.HashSet;
import java.util.Set;

/** A host of Hyper-V that is a machine of a bare-metal fleet, too. */
final class HyperVHostTwice implements Check<OnPremScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DC-007",
          "host of Hyper-V in a fleet",
          "Machines of fleets run Linux, and hosts of Hyper-V Windows: Ansible would set up one as"
              + " the other.",
          "Plumbline, virtual machines (docs/guides/virtual-machines.md)",
          "take it out of the fleet's inventory; or name another host");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(OnPremScope scope, Problems problems) {
    Set<String> machines = new HashSet<>();
    for (BareMetalFleet fleet : scope.all(BareMetalFleet.class)) {
      if (fleet.inventory() != null) {
        for (InventoryHost host : fleet.inventory().hosts()) {
          machines.add(host.name());
          machines.add(host.address());
        }
      }
    }
    for (VmFleet fleet : scope.all(VmFleet.class)) {
      if (fleet.hypervisor() instanceof HyperV hyperV) {
        hyperV.hosts().stream()
            .filter(machines::contains)
            .forEach(
                host ->
                    problems.report(
                        RULE,
                        fleet,
                        "got host \""
                            + host
                            + "\", which is a machine of a bare-metal fleet;"
                            + " allowed is one that is in none"));
      }
    }
  }
}
