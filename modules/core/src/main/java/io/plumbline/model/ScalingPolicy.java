package io.plumbline.model;

import java.math.BigDecimal;
import java.util.List;

/** What moves the number of a pool's nodes by what is measured. */
public sealed interface ScalingPolicy {

  /** Unique in its pool, fixed for life. */
  String id();

  /** What it is measured by, and at which value. */
  Metric.At at();

  /**
   * More nodes above a value and fewer below, so that it is held.
   *
   * @param scaleIn whether it takes nodes away too
   */
  record Target(String id, Metric.At at, boolean scaleIn) implements ScalingPolicy {}

  /** The further beyond a value, the more nodes are added, or taken away. */
  record Steps(String id, Metric.At at, Side side, List<Step> steps) implements ScalingPolicy {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Nodes ahead of the load that two weeks of history let expect.
   *
   * @param acts whether it adds them; else it only tells
   */
  record Predictive(String id, Metric.At at, boolean acts) implements ScalingPolicy {}

  /** On which side of its value a policy of steps acts. */
  enum Side {
    ABOVE,
    BELOW
  }

  /**
   * One step.
   *
   * @param beyond how far beyond the value it begins
   * @param nodes how many are added; below zero, taken away
   */
  record Step(BigDecimal beyond, int nodes) {}
}
