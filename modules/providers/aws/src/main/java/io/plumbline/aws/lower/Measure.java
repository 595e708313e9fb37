package io.plumbline.aws.lower;

import io.plumbline.model.Metric;
import io.plumbline.model.Metric.Statistic;
import io.plumbline.model.MetricsAgent;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a pool as CloudWatch has it: one series, or several and what is reckoned from them.
 *
 * @param expression of the series' ids; null where there is but one series
 */
public record Measure(List<Series> series, @Nullable String expression, String label) {

  /** One series of CloudWatch. */
  public record Series(
      String id, String namespace, String name, Map<String, Value> dimensions, String statistic) {}

  private static final String GROUP = "AutoScalingGroupName";
  private static final String AVERAGE = "Average";

  /** The group's own metric that counts its nodes: it is sent where the group says so. */
  static final String NODES = "GroupInServiceInstances";

  /**
   * How a metric of a scaling group is measured; null where none of the agents sends it.
   *
   * @param group the group's name
   */
  public static @Nullable Measure of(Metric metric, Value group, List<MetricsAgent> agents) {
    return switch (metric) {
      case Metric.GpuUtilisation gpu -> first(agents, agent -> gpuUtilisation(agent, group));
      case Metric.GpuMemory memory -> first(agents, agent -> gpuMemory(agent, group));
      case Metric.Memory memory ->
          first(
              agents,
              agent ->
                  agent instanceof MetricsAgent.OfProvider
                      ? alone(AgentMetrics.CLOUDWATCH, AgentMetrics.MEMORY, group)
                      : null);
      case Metric.Cpu cpu -> alone("AWS/EC2", "CPUUtilization", group);
      case Metric.QueueDepth depth -> queueDepth(depth.queue(), group);
      case Metric.Own own ->
          AgentMetrics.isSent(own.namespace(), own.name(), agents) ? own(own) : null;
    };
  }

  private interface Asked {
    @Nullable Measure of(MetricsAgent agent);
  }

  private static @Nullable Measure first(List<MetricsAgent> agents, Asked asked) {
    for (MetricsAgent agent : agents) {
      Measure measure = asked.of(agent);
      if (measure != null) {
        return measure;
      }
    }
    return null;
  }

  private static @Nullable Measure gpuUtilisation(MetricsAgent agent, Value group) {
    return switch (agent) {
      case MetricsAgent.OfProvider ours ->
          alone(AgentMetrics.CLOUDWATCH, AgentMetrics.GPU_UTILISATION, group);
      case MetricsAgent.DcgmExporter dcgm ->
          alone(dcgm.namespace(), AgentMetrics.DCGM_UTILISATION, group);
      case MetricsAgent.Own own -> null;
    };
  }

  private static @Nullable Measure gpuMemory(MetricsAgent agent, Value group) {
    return switch (agent) {
      case MetricsAgent.OfProvider ours ->
          new Measure(
              List.of(
                  series("used", AgentMetrics.CLOUDWATCH, AgentMetrics.GPU_MEMORY_USED, group),
                  series("all", AgentMetrics.CLOUDWATCH, AgentMetrics.GPU_MEMORY, group)),
              "100 * used / all",
              "GPU memory in use, percent");
      case MetricsAgent.DcgmExporter dcgm ->
          new Measure(
              List.of(
                  series("used", dcgm.namespace(), AgentMetrics.DCGM_MEMORY_USED, group),
                  series("free", dcgm.namespace(), AgentMetrics.DCGM_MEMORY_FREE, group)),
              "100 * used / (used + free)",
              "GPU memory in use, percent");
      case MetricsAgent.Own own -> null;
    };
  }

  /** Without a node, all that waits counts: else nothing would ever start the first one. */
  private static Measure queueDepth(Value queue, Value group) {
    return new Measure(
        List.of(
            new Series(
                "waiting",
                "AWS/SQS",
                "ApproximateNumberOfMessagesVisible",
                Map.of("QueueName", queue),
                AVERAGE),
            series("nodes", "AWS/AutoScaling", NODES, group)),
        "IF(FILL(nodes, 0) > 0, waiting / nodes, waiting)",
        "Messages waiting for each node");
  }

  private static Measure own(Metric.Own own) {
    Map<String, Value> dimensions = new LinkedHashMap<>();
    own.dimensions().forEach((name, value) -> dimensions.put(name, Value.text(value)));
    return new Measure(
        List.of(
            new Series("own", own.namespace(), own.name(), dimensions, statistic(own.statistic()))),
        null,
        own.name());
  }

  private static String statistic(Statistic statistic) {
    return switch (statistic) {
      case AVERAGE -> AVERAGE;
      case MINIMUM -> "Minimum";
      case MAXIMUM -> "Maximum";
      case SUM -> "Sum";
      case SAMPLE_COUNT -> "SampleCount";
    };
  }

  private static Measure alone(String namespace, String name, Value group) {
    return new Measure(List.of(series("own", namespace, name, group)), null, name);
  }

  private static Series series(String id, String namespace, String name, Value group) {
    return new Series(id, namespace, name, Map.of(GROUP, group), AVERAGE);
  }
}
