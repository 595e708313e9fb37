package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.ScalingPolicy;
import io.plumbline.aws.kinds.ScheduledAction;
import io.plumbline.graph.Resource;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Metric;
import io.plumbline.model.Scaling;
import io.plumbline.model.ScalingPolicy.Predictive;
import io.plumbline.model.ScalingPolicy.Side;
import io.plumbline.model.ScalingPolicy.Step;
import io.plumbline.model.ScalingPolicy.Steps;
import io.plumbline.model.ScalingPolicy.Target;
import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What moves the size of a pool's scaling group. */
final class ScalingParts {
  private final GpuPool pool;
  private final Parts parts;
  private final Value group;

  ScalingParts(GpuPool pool, Parts parts) {
    this.pool = pool;
    this.parts = parts;
    this.group = Value.ref(parts.address(GpuPoolParts.GROUP), "name");
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    Scaling scaling = pool.elasticity().scaling();
    if (scaling != null) {
      for (io.plumbline.model.ScalingPolicy policy : scaling.policies()) {
        made.addAll(policy(policy, scaling.warmup()));
      }
      scaling.schedules().forEach(schedule -> made.add(schedule(schedule)));
    }
    return made;
  }

  /** Whether some policy needs the group to send how many nodes it has. */
  static boolean countsNodes(GpuPool pool) {
    Scaling scaling = pool.elasticity().scaling();
    return scaling != null
        && scaling.policies().stream()
            .anyMatch(policy -> policy.at().metric() instanceof Metric.QueueDepth);
  }

  /** A policy whose metric nobody sends is reported, and makes nothing. */
  private List<Resource> policy(io.plumbline.model.ScalingPolicy policy, Duration warmup) {
    Measure measure = Measure.of(policy.at().metric(), group, pool.elasticity().agents());
    if (measure == null) {
      return List.of();
    }
    return switch (policy) {
      case Target target ->
          List.of(
              make(
                  target.id(),
                  "TargetTrackingScaling",
                  "targetTrackingConfiguration",
                  warmup,
                  tracking(target, measure)));
      case Predictive predictive ->
          List.of(
              make(
                  predictive.id(),
                  "PredictiveScaling",
                  "predictiveScalingConfiguration",
                  null,
                  forecast(predictive)));
      case Steps steps ->
          List.of(
              steps(steps, warmup), AlarmPart.resource(steps, parts, part(steps.id()), measure));
    };
  }

  private static String part(String id) {
    return "scale-" + id;
  }

  private Resource make(
      String id, String type, String attribute, @Nullable Duration warmup, Value configuration) {
    return parts.make(
        part(id),
        ScalingPolicy.KIND,
        Value.object(
            "autoScalingGroupName",
            group,
            "policyName",
            parts.nameValue(part(id), Names.SCALING_POLICY),
            "policyType",
            Value.text(type),
            "estimatedInstanceWarmup",
            warmup == null ? Value.NULL : seconds(warmup),
            attribute,
            configuration));
  }

  private static Value tracking(Target target, Measure measure) {
    boolean cpu = target.at().metric() instanceof Metric.Cpu;
    return Value.object(
        "targetValue",
        Value.decimal(target.at().value()),
        "disableScaleIn",
        Value.flag(!target.scaleIn()),
        "predefinedMetricSpecification",
        cpu ? predefined("ASGAverageCPUUtilization") : Value.NULL,
        "customizedMetricSpecification",
        cpu ? Value.NULL : MetricQueries.ofTarget(measure));
  }

  private static Value forecast(Predictive predictive) {
    return Value.object(
        "metricSpecifications",
        Value.list(
            Value.object(
                "targetValue", Value.decimal(predictive.at().value()),
                "predefinedMetricPairSpecification", predefined("ASGCPUUtilization"))),
        "mode",
        Value.text(predictive.acts() ? "ForecastAndScale" : "ForecastOnly"),
        "schedulingBufferTime",
        Value.whole(300),
        "maxCapacityBreachBehavior",
        Value.text("HonorMaxCapacity"));
  }

  private static Value predefined(String type) {
    return Value.object("predefinedMetricType", Value.text(type));
  }

  private Resource steps(Steps policy, Duration warmup) {
    return parts.make(
        part(policy.id()),
        ScalingPolicy.KIND,
        Value.object(
            "autoScalingGroupName", group,
            "policyName", parts.nameValue(part(policy.id()), Names.SCALING_POLICY),
            "policyType", Value.text("StepScaling"),
            "adjustmentType", Value.text("ChangeInCapacity"),
            "metricAggregationType", Value.text("Average"),
            "estimatedInstanceWarmup", seconds(warmup),
            "stepAdjustments", Value.list(intervals(policy))));
  }

  /** A step holds until the next one begins, the last one for ever. */
  private static List<Value> intervals(Steps policy) {
    List<Value> intervals = new ArrayList<>();
    List<Step> steps = policy.steps();
    for (int i = 0; i < steps.size(); i++) {
      Value near = bound(steps.get(i).beyond(), policy.side());
      Value far =
          i + 1 < steps.size() ? bound(steps.get(i + 1).beyond(), policy.side()) : Value.NULL;
      boolean above = policy.side() == Side.ABOVE;
      intervals.add(
          Value.object(
              "metricIntervalLowerBound", above ? near : far,
              "metricIntervalUpperBound", above ? far : near,
              "scalingAdjustment", Value.whole(steps.get(i).nodes())));
    }
    return intervals;
  }

  private static Value bound(BigDecimal beyond, Side side) {
    return Value.decimal(side == Side.ABOVE ? beyond : beyond.negate());
  }

  private Resource schedule(Scaling.Schedule schedule) {
    String part = "schedule-" + schedule.id();
    return parts.make(
        part,
        ScheduledAction.KIND,
        Value.object(
            "autoScalingGroupName", group,
            "scheduledActionName", parts.nameValue(part, Names.SCALING_POLICY),
            "recurrence", Value.text(schedule.cron()),
            "timeZone", Value.text(schedule.zone() == null ? "Etc/UTC" : schedule.zone()),
            "minSize", Value.whole(schedule.min()),
            "maxSize", Value.whole(schedule.max())));
  }

  private static Value seconds(Duration time) {
    return Value.whole(time.toSeconds());
  }
}
