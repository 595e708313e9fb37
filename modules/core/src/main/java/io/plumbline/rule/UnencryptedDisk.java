package io.plumbline.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Design;

/** A node's disk is not encrypted. */
final class UnencryptedDisk implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-POOL-009",
          "disk not encrypted",
          "Disks hold credentials, checkpoints and data sets; snapshots and returned hardware are"
              + " read by others. Encryption costs nothing here.",
          "Amazon EBS User Guide, Amazon EBS encryption",
          "leave encrypted(false) out");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (AnyPool pool : design.all(AnyPool.class)) {
      // With a key as well, nobody knows what is meant, which is an error of its own.
      if (!pool.rootDisk().encrypted() && pool.rootDisk().key() == null) {
        problems.report(RULE, pool, "got encrypted(false)");
      }
    }
  }
}
