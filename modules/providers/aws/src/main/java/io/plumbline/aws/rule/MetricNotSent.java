package io.plumbline.aws.rule;

import io.plumbline.aws.lower.Measure;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Metric;
import io.plumbline.model.Scaling;
import io.plumbline.model.ScalingPolicy;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.value.Value;
import java.util.List;

/** A policy on a metric that neither AWS sends nor an agent of the pool. */
final class MetricNotSent implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SCALE-002",
          "metric that no agent sends",
          "AWS sees no GPU and no memory from outside. A policy on a metric without data does"
              + " nothing, and nothing says so.",
          "Amazon CloudWatch User Guide, Collect NVIDIA GPU metrics; NVIDIA DCGM exporter,"
              + " default-counters.csv",
          "say what sends it: sendsMetrics(providersAgent()), dcgmExporter(namespace), or"
              + " sender(namespace, names)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      Scaling scaling = pool.elasticity().scaling();
      for (ScalingPolicy policy : scaling == null ? List.<ScalingPolicy>of() : scaling.policies()) {
        Metric metric = policy.at().metric();
        if (Measure.of(metric, Value.NULL, pool.elasticity().agents()) == null) {
          problems.report(
              RULE, pool, "policy \"" + policy.id() + "\": got " + inWords(metric, pool));
        }
      }
    }
  }

  private static String inWords(Metric metric, GpuPool pool) {
    String what =
        metric instanceof Metric.Own own ? own.namespace() + "/" + own.name() : metric.word();
    int agents = pool.elasticity().agents().size();
    return what + (agents == 0 ? " and no agent" : " and " + agents + " agents without it");
  }
}
