package io.plumbline.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Count;
import io.plumbline.model.Design;

/** A number of nodes below zero, or a band that ends before it starts. */
final class BandBackwards implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-001",
          "count or band impossible",
          "Providers refuse a group whose greatest size is below its least.",
          "Amazon EC2 Auto Scaling API Reference, CreateAutoScalingGroup: MinSize, MaxSize",
          "count(n) with n from 0, or band(min, max) with 0 <= min <= max");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (var component : design.components()) {
      if (component instanceof AnyPool pool && pool.count() != null) {
        check(pool, pool.count(), problems);
      }
    }
  }

  private static void check(AnyPool pool, Count count, Problems problems) {
    if (count.min() < 0 || count.max() < count.min()) {
      String got =
          count instanceof Count.Fixed f
              ? "count(" + f.nodes() + ")"
              : "band(" + count.min() + ", " + count.max() + ")";
      problems.report(RULE, pool, "got " + got + "; allowed is 0 <= min <= max");
    }
  }
}
