package io.plumbline.aws.rule;

import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.model.GpuPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool wants disks of its own on a type that has none. */
final class LocalDisksNotOffered implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-020",
          "no local disks on this type",
          "The boot script finds no disk to set up, and jobs fill the root disk instead.",
          "Amazon EC2 User Guide, Instance store volumes: available instance store volumes",
          "choose a type with NVMe disks, or leave localDisks() out");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.localDisks() && pool.machine() != null) {
        for (String name : scope.catalogue().candidates(pool)) {
          InstanceType type = scope.catalogue().find(name);
          if (type != null && type.nvmeGigabytes() != null && type.nvmeGigabytes() == 0) {
            problems.report(RULE, pool, "got localDisks() on " + name + ", which has none");
          }
        }
      }
    }
  }
}
