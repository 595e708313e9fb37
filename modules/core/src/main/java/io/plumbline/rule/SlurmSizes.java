package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Design;
import io.plumbline.model.HostState;
import io.plumbline.model.SlurmCluster;

/** A Slurm cluster with no controller, with several, or with nodes of which it knows no size. */
final class SlurmSizes implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SLURM-002",
          "Slurm without what it stands on",
          "Slurm takes a node of which nobody says the size for one core and one megabyte, and"
              + " kills jobs that take more; its configuration names one controller.",
          "Slurm 22.05: slurm.conf(5), CPUs, RealMemory, SlurmctldHost",
          "say processors(…) and memory(…) of each fleet of a partition, as `slurmd -C` tells"
              + " them; give the controller a fleet of one machine, in service or in repair");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (SlurmCluster cluster : design.all(SlurmCluster.class)) {
      BareMetalFleet controller = cluster.controller();
      if (controller != null && controller.inventory() != null) {
        int machines = controller.inventory().inService().size();
        long inRepair =
            controller.inventory().hosts().stream()
                .filter(host -> host.state() == HostState.IN_REPAIR)
                .count();
        if (machines != 1 && !(machines == 0 && inRepair == 1)) {
          problems.report(
              RULE,
              cluster,
              "controller: got "
                  + machines
                  + " machines in service and "
                  + inRepair
                  + " in repair; allowed is one in service, or none and one in repair");
        }
      }
      for (BareMetalFleet fleet : cluster.workers()) {
        if (fleet.processors() == null || fleet.memory() == null) {
          problems.report(
              RULE,
              cluster,
              "fleet \""
                  + fleet.id()
                  + "\": got no "
                  + (fleet.processors() == null ? "processors" : "memory")
                  + "; allowed with both");
        }
      }
    }
  }
}
