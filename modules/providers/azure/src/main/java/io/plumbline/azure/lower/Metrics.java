package io.plumbline.azure.lower;

import io.plumbline.model.Metric;
import io.plumbline.model.MetricsAgent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Azure Monitor calls what a pool is measured by. */
final class Metrics {
  private static final String GPU_USE = "DCGM_FI_DEV_GPU_UTIL";
  private static final String GPU_MEMORY = "DCGM_FI_DEV_FB_USED_PERCENT";

  /** A name, where it is kept, and how the values of a minute become one. */
  record Named(String namespace, String name, String statistic) {}

  private Metrics() {}

  /** Null where Azure has none, and nothing on the nodes sends one. */
  static @Nullable Named of(Metric metric, List<MetricsAgent> agents) {
    return switch (metric) {
      case Metric.Cpu cpu ->
          new Named("Microsoft.Compute/virtualMachineScaleSets", "Percentage CPU", "Average");
      case Metric.GpuUtilisation gpu -> exported(GPU_USE, agents);
      case Metric.GpuMemory memory -> exported(GPU_MEMORY, agents);
      case Metric.Memory memory -> null;
      case Metric.QueueDepth depth -> null;
      case Metric.Own own -> own(own);
    };
  }

  private static @Nullable Named exported(String name, List<MetricsAgent> agents) {
    for (MetricsAgent agent : agents) {
      if (agent instanceof MetricsAgent.DcgmExporter exporter) {
        return new Named(exporter.namespace(), name, "Average");
      }
    }
    return null;
  }

  private static @Nullable Named own(Metric.Own own) {
    String statistic =
        switch (own.statistic()) {
          case AVERAGE -> "Average";
          case MINIMUM -> "Min";
          case MAXIMUM -> "Max";
          case SUM -> "Sum";
          case SAMPLE_COUNT -> "Count";
        };
    return own.dimensions().isEmpty() ? new Named(own.namespace(), own.name(), statistic) : null;
  }
}
