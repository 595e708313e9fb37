package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Purchase;
import io.plumbline.model.WarmPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A warm pool of nodes that cannot wait, or of an impossible size. */
final class WarmPoolImpossible implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SCALE-009",
          "warm pool impossible",
          "Amazon EC2 Auto Scaling refuses it when the group is there already.",
          "Amazon EC2 Auto Scaling User Guide, Warm pools: limitations",
          "buy on demand, and say min(n) from 0 and maxPrepared(n) from that on");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      WarmPool warm = pool.elasticity().warmPool();
      if (warm == null) {
        continue;
      }
      if (pool.purchase() instanceof Purchase.Spot) {
        problems.report(RULE, pool, "got spot(…), which cannot wait; allowed are nodes on demand");
      }
      Integer most = warm.maxPrepared();
      if (warm.min() < 0 || (most != null && most < warm.min())) {
        problems.report(
            RULE,
            pool,
            "got min("
                + warm.min()
                + ")"
                + (most == null ? "" : " and maxPrepared(" + most + ")")
                + "; allowed is 0 <= min <= maxPrepared");
      }
    }
  }
}
