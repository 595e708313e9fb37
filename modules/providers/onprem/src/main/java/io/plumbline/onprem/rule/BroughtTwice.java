package io.plumbline.onprem.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Monitoring;
import io.plumbline.model.SlurmCluster;
import io.plumbline.onprem.lower.Brought;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A file or a package that a stack says of machines, and that something on them brings anyway. */
final class BroughtTwice implements Check<OnPremScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DC-004",
          "said twice of machines",
          "A tool, Slurm or Prometheus brings files, packages and services of its own; two that"
              + " differ would take turns.",
          "Plumbline, machines (docs/guides/machines.md)",
          "leave out what is brought anyway; or leave out what brings it, and say all of it");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(OnPremScope scope, Problems problems) {
    for (BareMetalFleet fleet : scope.all(BareMetalFleet.class)) {
      Set<String> brought =
          Brought.to(fleet, scope.all(Monitoring.class), scope.all(SlurmCluster.class));
      for (String said : said(fleet)) {
        if (brought.contains(said)) {
          problems.report(
              RULE,
              fleet,
              "got " + said + " from the stack and from what runs there; allowed once");
        }
      }
    }
  }

  private static List<String> said(BareMetalFleet fleet) {
    List<String> said = new ArrayList<>();
    fleet.files().forEach(file -> said.add(file.path()));
    if (fleet.software() != null) {
      said.addAll(fleet.software().packages().keySet());
      fleet.software().services().forEach(unit -> said.add(unit + ".service"));
    }
    return said;
  }
}
