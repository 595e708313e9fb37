package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.WarmPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A warm pool stops its nodes while their boot script still runs. */
final class WarmPoolCutsBootShort implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-SCALE-012",
          "warm pool stops nodes that are not set up",
          "A node is stopped as soon as it is launched, in the midst of its boot script. The script"
              + " does not run again when the node starts: half set up, it goes into service.",
          "Amazon EC2 Auto Scaling User Guide, Use lifecycle hooks with a warm pool (2026-11)",
          "say launchHook(minutes(15)), which the boot script completes at its end, as"
              + " aws/serving-node.sh does; or running() of the warm pool");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      WarmPool warm = pool.elasticity().warmPool();
      if (warm != null
          && !warm.running()
          && pool.bootScript() != null
          && pool.elasticity().launch() == null) {
        problems.report(
            RULE, pool, "got a warm pool of stopped nodes with a boot script, and no launchHook");
      }
    }
  }
}
