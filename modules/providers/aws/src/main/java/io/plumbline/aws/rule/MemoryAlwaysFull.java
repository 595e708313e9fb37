package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Metric;
import io.plumbline.model.Scaling;
import io.plumbline.model.ScalingPolicy;
import io.plumbline.model.ScalingPolicy.Side;
import io.plumbline.model.ScalingPolicy.Steps;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool grows by memory of GPUs, which servers of models take all at once. */
final class MemoryAlwaysFull implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-SCALE-014",
          "GPU memory tells of no load",
          "Servers of models take most of a GPU's memory when they start, for weights and cache:"
              + " vLLM nine tenths. The pool then grows to its most at once, and stays there.",
          "vLLM, Engine arguments: gpu_memory_utilization (2026-11)",
          "scale by what waits: target(queueDepth(\"requests\", 4)) or a metric(…) that the server"
              + " sends");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      Scaling scaling = pool.elasticity().scaling();
      if (scaling != null) {
        scaling.policies().stream()
            .filter(MemoryAlwaysFull::grows)
            .forEach(
                policy ->
                    problems.report(
                        RULE,
                        pool,
                        "got policy "
                            + policy.id()
                            + ", which adds nodes at "
                            + policy.at().value().toPlainString()
                            + " % of GPU memory"));
      }
    }
  }

  private static boolean grows(ScalingPolicy policy) {
    return policy.at().metric() instanceof Metric.GpuMemory
        && !(policy instanceof Steps steps && steps.side() == Side.BELOW);
  }
}
