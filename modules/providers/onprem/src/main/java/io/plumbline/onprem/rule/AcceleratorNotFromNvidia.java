package io.plumbline.onprem.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostGpus;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.Set;

/** Machines of our own are said to have accelerators that only a cloud has. */
final class AcceleratorNotFromNvidia implements Check<OnPremScope> {
  private static final Set<Gpu> RENTED = Set.of(Gpu.TRAINIUM1, Gpu.TRAINIUM2);
  private static final Rule RULE =
      Rule.error(
          "PLB-DC-002",
          "accelerator that nobody can buy",
          "The chips that a cloud makes for itself stand in its own buildings; drivers, health"
              + " checks and what machines say of themselves are NVIDIA's here.",
          "AWS Trainium, product page: offered as EC2 instances",
          "take a GPU of NVIDIA's, or ask a site on AWS");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(OnPremScope scope, Problems problems) {
    for (BareMetalFleet fleet : scope.all(BareMetalFleet.class)) {
      HostGpus gpus = fleet.gpus();
      if (gpus != null && RENTED.contains(gpus.model())) {
        problems.report(
            RULE, fleet, "got " + gpus.model() + "; allowed is a model that NVIDIA makes");
      }
    }
  }
}
