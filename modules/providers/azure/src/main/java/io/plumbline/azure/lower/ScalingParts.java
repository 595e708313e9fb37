package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.AutoscaleSetting;
import io.plumbline.graph.Resource;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Scaling;
import io.plumbline.model.ScalingPolicy;
import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moves the number of a pool's machines: a setting with a profile for good, and one for each
 * schedule. Azure holds no metric at a value; a target becomes a rule above it, and one well below
 * it, so that a machine more does not call for a machine less.
 */
final class ScalingParts {
  private static final String SETTING = "autoscale";
  private static final String MINUTE = "PT1M";
  private static final String WINDOW = "PT5M";

  /** A machine is taken away where load has fallen below this part of the value. */
  private static final BigDecimal WELL_BELOW = new BigDecimal("0.7");

  private final GpuPool pool;
  private final Scaling scaling;
  private final Parts parts;

  ScalingParts(GpuPool pool, Scaling scaling, Parts parts) {
    this.pool = pool;
    this.scaling = scaling;
    this.parts = parts;
  }

  Resource resource() {
    List<Value> rules = rules();
    List<Value> profiles = new ArrayList<>();
    profiles.add(profile("always", scaling.min(), scaling.max(), rules, null));
    for (Scaling.Schedule each : scaling.schedules()) {
      profiles.add(profile(each.id(), each.min(), each.max(), rules, Recurrence.of(each)));
    }
    return parts.make(
        SETTING,
        AutoscaleSetting.KIND,
        Names.USUAL,
        Value.object(
            "enabled", Value.flag(true),
            "targetResourceUri", parts.id(GpuPoolParts.SCALE_SET),
            "profiles", Value.list(profiles)));
  }

  private static Value profile(
      String name, long min, long max, List<Value> rules, @Nullable Recurrence when) {
    return Value.object(
        "name",
        Value.text(name),
        "minimum",
        Value.whole(min),
        "maximum",
        Value.whole(max),
        "default",
        Value.whole(min),
        "rules",
        Value.list(rules),
        "frequency",
        when == null ? Value.NULL : Value.text("Week"),
        "timeZone",
        when == null ? Value.NULL : Value.text(when.zone()),
        "days",
        when == null ? Value.NULL : Value.texts(when.days()),
        "hours",
        when == null ? Value.NULL : Value.list(Value.whole(when.hour())),
        "minutes",
        when == null ? Value.NULL : Value.list(Value.whole(when.minute())));
  }

  private List<Value> rules() {
    List<Value> rules = new ArrayList<>();
    for (ScalingPolicy policy : scaling.policies()) {
      Metrics.Named metric =
          requireNonNull(Metrics.of(policy.at().metric(), pool.elasticity().agents()), "validated");
      switch (policy) {
        case ScalingPolicy.Target target -> {
          BigDecimal value = target.at().value();
          rules.add(rule(metric, "GreaterThan", value, 1));
          if (target.scaleIn()) {
            rules.add(rule(metric, "LessThan", value.multiply(WELL_BELOW), -1));
          }
        }
        case ScalingPolicy.Steps steps -> {
          boolean above = steps.side() == ScalingPolicy.Side.ABOVE;
          for (ScalingPolicy.Step step : steps.steps()) {
            BigDecimal value =
                above
                    ? steps.at().value().add(step.beyond())
                    : steps.at().value().subtract(step.beyond());
            rules.add(rule(metric, above ? "GreaterThan" : "LessThan", value, step.nodes()));
          }
        }
        case ScalingPolicy.Predictive predictive ->
            throw new IllegalArgumentException("a rule keeps forecasts from Azure");
      }
    }
    return rules;
  }

  private Value rule(Metrics.Named metric, String operator, BigDecimal threshold, int nodes) {
    return Value.object(
        "metricTrigger",
        Value.object(
            "metricName", Value.text(metric.name()),
            "metricNamespace", Value.text(metric.namespace()),
            "metricResourceUri", parts.id(GpuPoolParts.SCALE_SET),
            "timeGrain", Value.text(MINUTE),
            "statistic", Value.text(metric.statistic()),
            "timeWindow", Value.text(WINDOW),
            "timeAggregation", Value.text("Average"),
            "operator", Value.text(operator),
            "threshold", Value.decimal(threshold)),
        "scaleAction",
        Value.object(
            "direction", Value.text(nodes < 0 ? "Decrease" : "Increase"),
            "type", Value.text("ChangeCount"),
            "value", Value.whole(Math.abs(nodes)),
            "cooldown", Value.text(scaling.warmup().toString())));
  }
}
