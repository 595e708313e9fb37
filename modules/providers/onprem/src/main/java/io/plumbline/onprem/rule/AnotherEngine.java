package io.plumbline.onprem.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Component;
import io.plumbline.model.Hypervisor.HyperV;
import io.plumbline.model.Monitoring;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.VmFleet;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A site's engine cannot set up what is asked of it there. */
final class AnotherEngine implements Check<OnPremScope> {
  private static final String ANSIBLE = "ansible";
  private static final Rule RULE =
      Rule.error(
          "PLB-DC-006",
          "not for this engine",
          "Terraform makes virtual machines by the API of Proxmox VE or vSphere; Ansible sets up"
              + " machines that run, hosts of Hyper-V with their virtual machines among them. A"
              + " site has one engine: a hall that has both is two sites.",
          "Plumbline, environments (docs/guides/environments.md)",
          "ask another site of provider onprem for it, with the engine that fits");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(OnPremScope scope, Problems problems) {
    String engine = scope.target().site().engine();
    for (Component component : scope.components()) {
      boolean onHyperV = isOnHyperV(component);
      boolean virtual = component instanceof VmFleet && !onHyperV;
      boolean real =
          component instanceof BareMetalFleet
              || component instanceof SlurmCluster
              || component instanceof Monitoring
              || onHyperV;
      if (engine.equals(ANSIBLE) ? virtual : real) {
        problems.report(
            RULE,
            component,
            "got a %s on site \"%s\" of engine %s; allowed there are %s"
                .formatted(
                    noun(component),
                    scope.target().site().name(),
                    engine,
                    virtual
                        ? "bare-metal fleets, Slurm clusters, monitoring and VM fleets on Microsoft"
                            + " Hyper-V"
                        : "VM fleets on Proxmox VE and VMware vSphere"));
      }
    }
  }

  private static boolean isOnHyperV(Component component) {
    return component instanceof VmFleet vms && vms.hypervisor() instanceof HyperV;
  }

  private static String noun(Component component) {
    return component instanceof VmFleet vms && vms.hypervisor() != null
        ? component.noun() + " on " + vms.hypervisor().product()
        : component.noun();
  }
}
