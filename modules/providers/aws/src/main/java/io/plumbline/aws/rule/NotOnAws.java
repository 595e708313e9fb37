package io.plumbline.aws.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** Machines of our own are asked of AWS. */
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
    for (BareMetalFleet fleet : scope.all(BareMetalFleet.class)) {
      problems.report(
          RULE,
          fleet,
          "got a bare-metal fleet on site \""
              + scope.target().site().name()
              + "\"; allowed on AWS are pools");
    }
  }
}
