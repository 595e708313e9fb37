package io.plumbline.onprem.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Component;
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
          "Terraform makes virtual machines by a hypervisor's API, and Ansible sets up machines"
              + " that run. A site has one engine: a hall that has both is two sites.",
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
      boolean virtual = component instanceof VmFleet;
      boolean real =
          component instanceof BareMetalFleet
              || component instanceof SlurmCluster
              || component instanceof Monitoring;
      if (engine.equals(ANSIBLE) ? virtual : real) {
        problems.report(
            RULE,
            component,
            "got a %s on site \"%s\" of engine %s; allowed there are %s"
                .formatted(
                    component.noun(),
                    scope.target().site().name(),
                    engine,
                    virtual ? "bare-metal fleets, Slurm clusters and monitoring" : "VM fleets"));
      }
    }
  }
}
