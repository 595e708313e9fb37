package io.plumbline.dsl;

import io.plumbline.model.Metric;
import io.plumbline.model.Metric.Statistic;
import io.plumbline.model.MetricsAgent;
import io.plumbline.model.ScalingPolicy.Step;
import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The words in which pools say what they scale by; meant for static import. */
public final class Metrics {
  private Metrics() {}

  /**
   * The share of time in which GPUs run any kernel, in percent. It is at 100 while any model is
   * busy at all: a pool that serves needs a second measure beside it.
   */
  public static Metric.At gpuUtilisation(double percent) {
    return at(new Metric.GpuUtilisation(), percent);
  }

  /** The share of the GPUs' memory that is taken, in percent. */
  public static Metric.At gpuMemory(double percent) {
    return at(new Metric.GpuMemory(), percent);
  }

  /** The share of the processors' time that is used, in percent. */
  public static Metric.At cpu(double percent) {
    return at(new Metric.Cpu(), percent);
  }

  /** The share of the nodes' memory that is taken, in percent. */
  public static Metric.At memory(double percent) {
    return at(new Metric.Memory(), percent);
  }

  /** Messages that wait in a queue of this name, for each node. */
  public static Metric.At queueDepth(String queue, double perNode) {
    return queueDepth(Value.text(queue), perNode);
  }

  /** Messages that wait in a queue, for each node; its name is an output of a component. */
  public static Metric.At queueDepth(Value queue, double perNode) {
    return at(new Metric.QueueDepth(queue), perNode);
  }

  /** Any other metric, in the provider's words. */
  public static Metric.At metric(
      String namespace,
      String name,
      Map<String, String> dimensions,
      Statistic statistic,
      double value) {
    return at(new Metric.Own(namespace, name, dimensions, statistic), value);
  }

  /** So far beyond the value and further, so many nodes more; below zero, fewer. */
  public static Step step(double beyond, int nodes) {
    return new Step(BigDecimal.valueOf(beyond), nodes);
  }

  /**
   * The provider's agent, set up to send GPU utilisation, GPU memory and memory; {@code also} names
   * further metrics that it sends.
   */
  public static MetricsAgent providersAgent(String... also) {
    return new MetricsAgent.OfProvider(List.of(also));
  }

  /**
   * NVIDIA's DCGM exporter, whose counters arrive in {@code namespace}; {@code also} names counters
   * that are on beyond its defaults.
   */
  public static MetricsAgent dcgmExporter(String namespace, String... also) {
    return new MetricsAgent.DcgmExporter(namespace, List.of(also));
  }

  /** Something else on the nodes that sends these metrics. */
  public static MetricsAgent sender(String namespace, String... metrics) {
    return new MetricsAgent.Own(namespace, List.of(metrics));
  }

  private static Metric.At at(Metric metric, double value) {
    return new Metric.At(metric, BigDecimal.valueOf(value));
  }
}
