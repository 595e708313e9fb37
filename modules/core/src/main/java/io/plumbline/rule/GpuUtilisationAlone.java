package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Metric;
import io.plumbline.model.ScalingPolicy;
import java.util.List;

/** A pool that scales by GPU utilisation and by nothing else. */
final class GpuUtilisationAlone implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-SCALE-003",
          "GPU utilisation is all that a pool scales by",
          "It is the share of time in which any kernel runs: a server that answers one request at a"
              + " time shows 100, as one that is drowning does.",
          "NVIDIA DCGM documentation, DCGM_FI_DEV_GPU_UTIL and profiling metrics",
          "scale by the queue too, or by what the server itself tells: target(queueDepth(…)),"
              + " target(metric(…))");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      List<ScalingPolicy> policies =
          pool.elasticity().scaling() == null ? List.of() : pool.elasticity().scaling().policies();
      if (!policies.isEmpty()
          && policies.stream().allMatch(p -> p.at().metric() instanceof Metric.GpuUtilisation)) {
        problems.report(RULE, pool, "got gpuUtilisation alone");
      }
    }
  }
}
