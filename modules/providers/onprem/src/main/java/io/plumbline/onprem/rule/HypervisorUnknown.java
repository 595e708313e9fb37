package io.plumbline.onprem.rule;

import io.plumbline.model.Hypervisor;
import io.plumbline.model.Site;
import io.plumbline.model.VmFleet;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** Virtual machines on a hypervisor of which the site does not say where it is. */
final class HypervisorUnknown implements Check<OnPremScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DC-005",
          "hypervisor not said",
          "Whoever makes virtual machines must know whom to ask for them.",
          "Plumbline, environments (docs/guides/environments.md)",
          "give the site the missing setting");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(OnPremScope scope, Problems problems) {
    Site site = scope.target().site();
    for (VmFleet fleet : scope.all(VmFleet.class)) {
      String setting =
          switch (fleet.hypervisor()) {
            case Hypervisor.Proxmox proxmox -> "proxmox.endpoint";
            case Hypervisor.Vsphere vsphere -> "vsphere.server";
            case Hypervisor.HyperV hyperV -> null; // the design names its hosts
            case null -> null;
          };
      if (fleet.hypervisor() != null && setting != null && site.setting(setting) == null) {
        problems.report(
            RULE,
            fleet,
            "got VMs of %s on site \"%s\", which has no %s; allowed where it has"
                .formatted(fleet.hypervisor().product(), site.name(), setting));
      }
    }
  }
}
