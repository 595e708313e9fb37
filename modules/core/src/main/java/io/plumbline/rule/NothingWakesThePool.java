package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Scaling;
import io.plumbline.model.ScalingPolicy;

/** A pool that may shrink to nothing and then has nothing left that is measured. */
final class NothingWakesThePool implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-SCALE-008",
          "nothing wakes the pool up",
          "Without a node there is no utilisation, and a policy without data does nothing: once at"
              + " zero, the pool stays there.",
          "Amazon EC2 Auto Scaling User Guide, Target tracking scaling policies: considerations",
          "keep one node, or scale by what waits outside: target(queueDepth(…)), or a schedule that"
              + " asks for a node");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      Scaling scaling = pool.elasticity().scaling();
      if (scaling != null
          && scaling.min() == 0
          && scaling.schedules().stream().allMatch(s -> s.min() == 0)
          && scaling.policies().stream().allMatch(NothingWakesThePool::needsNodes)) {
        problems.report(RULE, pool, "got between(0, " + scaling.max() + ") and no such policy");
      }
    }
  }

  private static boolean needsNodes(ScalingPolicy policy) {
    return policy.at().metric().needsNodes();
  }
}
