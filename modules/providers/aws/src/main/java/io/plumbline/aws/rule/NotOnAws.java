package io.plumbline.aws.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Component;
import io.plumbline.model.Monitoring;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.VmFleet;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** Machines of our own, or what runs on them, are asked of AWS. */
final class NotOnAws implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AWS-003",
          "not to be had on AWS",
          "AWS rents out machines of its own; nobody mounts any there.",
          "Plumbline, components by provider (docs/support-matrix.md)",
          "describe it on a site of provider onprem; or ask AWS for gpuPool(…)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Component component : scope.components()) {
      if (component instanceof BareMetalFleet
          || component instanceof SlurmCluster
          || component instanceof Monitoring
          || component instanceof VmFleet) {
        problems.report(
            RULE,
            component,
            "got a "
                + component.noun()
                + " on site \""
                + scope.target().site().name()
                + "\"; allowed on AWS are pools");
      }
    }
  }
}
