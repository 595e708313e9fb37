package io.plumbline.onprem.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Component;
import io.plumbline.model.Monitoring;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.VmFleet;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** Something that a cloud rents out is asked of a data centre. */
final class NotInADataCentre implements Check<OnPremScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DC-001",
          "not to be had in a data centre",
          "A data centre has the machines that were mounted there, and nothing that it makes on"
              + " demand.",
          "Plumbline, components by provider (docs/support-matrix.md)",
          "ask a site of a cloud for it; or describe machines of your own with bareMetalFleet(…)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(OnPremScope scope, Problems problems) {
    for (Component component : scope.components()) {
      if (!(component instanceof BareMetalFleet
          || component instanceof SlurmCluster
          || component instanceof Monitoring
          || component instanceof VmFleet)) {
        problems.report(
            RULE,
            component,
            "got a "
                + component.noun()
                + " on site \""
                + scope.target().site().name()
                + "\"; allowed there are bare-metal fleets, Slurm clusters, monitoring and VM"
                + " fleets");
      }
    }
  }
}
