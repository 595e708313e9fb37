package io.plumbline.dsl;

import io.plumbline.model.Metric;
import io.plumbline.model.Scaling;
import io.plumbline.model.ScalingPolicy;
import io.plumbline.model.ScalingPolicy.Side;
import io.plumbline.model.ScalingPolicy.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets up what moves the number of a pool's nodes. Needed: {@link #between}. Ids are unique in the
 * pool and fixed for life; a policy that is given none is called after its metric.
 */
public final class ScalingBuilder {
  private final GpuPoolBuilder owner;
  private final List<ScalingPolicy> policies = new ArrayList<>();
  private final List<Scaling.Schedule> schedules = new ArrayList<>();
  private Duration warmup = Duration.ofMinutes(5);
  private boolean said;
  private long min;
  private long max;

  ScalingBuilder(GpuPoolBuilder owner) {
    this.owner = owner;
  }

  /** From {@code least} to {@code most} nodes, both included. */
  public ScalingBuilder between(long least, long most) {
    min = least;
    max = most;
    said = true;
    return this;
  }

  /** Holds a metric at a value: {@code target(gpuUtilisation(70))}. */
  public ScalingBuilder target(Metric.At at) {
    return target(at.metric().word(), at);
  }

  /** The same, by an id of its own. */
  public ScalingBuilder target(String id, Metric.At at) {
    policies.add(new ScalingPolicy.Target(id, at, true));
    return this;
  }

  /** Holds a metric at a value or below: it adds nodes and takes none away. */
  public ScalingBuilder targetOutOnly(String id, Metric.At at) {
    policies.add(new ScalingPolicy.Target(id, at, false));
    return this;
  }

  /**
   * Adds nodes above a value, the more the further: {@code stepsAbove("burst", gpuMemory(80),
   * step(0, 1), step(15, 4))} adds one from 80 and four from 95.
   */
  public ScalingBuilder stepsAbove(String id, Metric.At at, Step... steps) {
    policies.add(new ScalingPolicy.Steps(id, at, Side.ABOVE, List.of(steps)));
    return this;
  }

  /**
   * Takes nodes away below a value, the more the further: {@code stepsBelow("idle", cpu(20),
   * step(0, -1), step(15, -2))} takes one from 20 down and two from 5 down.
   */
  public ScalingBuilder stepsBelow(String id, Metric.At at, Step... steps) {
    policies.add(new ScalingPolicy.Steps(id, at, Side.BELOW, List.of(steps)));
    return this;
  }

  /**
   * From a time on, other ends: {@code schedule("nights", "0 20 * * 1-5", 0, 2)}. Minute, hour, day
   * of the month, month, day of the week, in UTC. What is to end again needs a second one.
   */
  public ScalingBuilder schedule(String id, String cron, long least, long most) {
    return scheduled(id, cron, null, least, most);
  }

  /** The same in a time zone: {@code "Europe/Berlin"}. */
  public ScalingBuilder schedule(String id, String cron, String zone, long least, long most) {
    return scheduled(id, cron, zone, least, most);
  }

  private ScalingBuilder scheduled(
      String id, String cron, @Nullable String zone, long least, long most) {
    schedules.add(new Scaling.Schedule(id, cron, zone, least, most));
    return this;
  }

  /** Adds nodes ahead of the load that is forecast, to hold the metric: {@code cpu(60)}. */
  public ScalingBuilder predictive(Metric.At at) {
    policies.add(new ScalingPolicy.Predictive("forecast", at, true));
    return this;
  }

  /** Forecasts and does nothing: to see how good forecasts are. */
  public ScalingBuilder forecastOnly(Metric.At at) {
    policies.add(new ScalingPolicy.Predictive("forecast", at, false));
    return this;
  }

  /** How long a new node takes until it carries load; by default five minutes. */
  public ScalingBuilder warmup(Duration time) {
    warmup = time;
    return this;
  }

  Scaling build() {
    if (!said) {
      owner.report(
          Incomplete.RULE, "its scaling does not say between which ends; say between(1, 16)");
    }
    return new Scaling(min, max, policies, schedules, warmup);
  }
}
