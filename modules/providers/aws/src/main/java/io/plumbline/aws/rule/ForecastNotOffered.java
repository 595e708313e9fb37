package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Metric;
import io.plumbline.model.Scaling;
import io.plumbline.model.ScalingPolicy;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;

/** A forecast of something else than the processors' use. */
final class ForecastNotOffered implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SCALE-011",
          "forecast of this metric not offered",
          "A forecast needs the load of the whole group beside the use of one node. AWS knows both"
              + " for processors and for the network, and of no GPU.",
          "Amazon EC2 Auto Scaling API Reference, PredictiveScalingMetricSpecification",
          "say predictive(cpu(…)), and scale by the other metric with target(…)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      Scaling scaling = pool.elasticity().scaling();
      for (ScalingPolicy policy : scaling == null ? List.<ScalingPolicy>of() : scaling.policies()) {
        if (policy instanceof ScalingPolicy.Predictive
            && !(policy.at().metric() instanceof Metric.Cpu)) {
          problems.report(
              RULE, pool, "got a forecast of " + policy.at().metric().word() + "; allowed is cpu");
        }
      }
    }
  }
}
