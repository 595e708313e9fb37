package io.plumbline.aws.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Disk;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A disk with a size or a speed that its volume type does not have. */
final class DiskNotAllowed implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-013",
          "disk not allowed",
          "Volumes are gp3: from 3,000 operations a second, at most 500 for each GiB, and at most a"
              + " quarter MiB/s for each operation.",
          "Amazon EBS User Guide, General Purpose SSD volumes",
          "raise the size, or lower iops and throughputMib");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      Disk disk = pool.rootDisk();
      long gib = disk.size().gibibytes();
      if (gib < 1) {
        problems.report(RULE, pool, "got a disk of " + disk.size() + "; allowed is 1GiB or more");
      } else if (disk.iops() < 3000 || disk.iops() > Math.max(3000, 500 * gib)) {
        problems.report(
            RULE,
            pool,
            "got iops("
                + disk.iops()
                + "); allowed is 3000 to "
                + Math.max(3000, 500 * gib)
                + " for "
                + disk.size());
      }
      if (disk.throughput() < 125 || disk.throughput() > Math.max(125, disk.iops() / 4)) {
        problems.report(
            RULE,
            pool,
            "got throughputMib("
                + disk.throughput()
                + "); allowed is 125 to "
                + Math.max(125, disk.iops() / 4)
                + " with "
                + disk.iops()
                + " operations a second");
      }
    }
  }
}
