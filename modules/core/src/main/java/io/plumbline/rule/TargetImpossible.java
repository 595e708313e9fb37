package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Metric;
import io.plumbline.model.ScalingPolicy;
import java.math.BigDecimal;

/** A value that a metric never has, or that cannot be held. */
final class TargetImpossible implements Check<Design> {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private static final Rule RULE =
      Rule.error(
          "PLB-SCALE-007",
          "value of a scaling policy impossible",
          "A percentage at 100 or beyond never calls for a node; a target must be above zero.",
          "Amazon EC2 Auto Scaling API Reference, TargetTrackingConfiguration: TargetValue",
          "percentages lie between 0 and 100, other targets above 0");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      if (pool.elasticity().scaling() != null) {
        for (ScalingPolicy policy : pool.elasticity().scaling().policies()) {
          check(pool, policy, problems);
        }
      }
    }
  }

  private static void check(GpuPool pool, ScalingPolicy policy, Problems problems) {
    Metric.At at = policy.at();
    boolean target = !(policy instanceof ScalingPolicy.Steps);
    boolean percentage = at.metric().isPercentage();
    if (((target || percentage) && at.value().signum() <= 0)
        || (percentage && at.value().compareTo(ALL) >= 0)) {
      problems.report(
          RULE,
          pool,
          "policy \""
              + policy.id()
              + "\": got "
              + at.value().toPlainString()
              + (percentage ? "; allowed is between 0 and 100" : "; allowed is above 0"));
    }
  }
}
