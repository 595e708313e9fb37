package io.plumbline.aws.lower;

import io.plumbline.model.MetricsAgent;
import java.util.List;
import java.util.Set;

/**
 * What agents on nodes send to CloudWatch, by name.
 *
 * <p>CloudWatch agent: Amazon CloudWatch User Guide, "Collect NVIDIA GPU metrics" and "Metrics
 * collected by the CloudWatch agent". DCGM exporter: {@code etc/default-counters.csv} of
 * NVIDIA/dcgm-exporter at d5e5f510a1b6; what is commented out there is not sent.
 */
final class AgentMetrics {
  static final String CLOUDWATCH = "CWAgent";
  static final String GPU_UTILISATION = "nvidia_smi_utilization_gpu";
  static final String GPU_MEMORY_USED = "nvidia_smi_memory_used";
  static final String GPU_MEMORY = "nvidia_smi_memory_total";
  static final String MEMORY = "mem_used_percent";
  static final String DCGM_UTILISATION = "DCGM_FI_DEV_GPU_UTIL";
  static final String DCGM_MEMORY_USED = "DCGM_FI_DEV_FB_USED";
  static final String DCGM_MEMORY_FREE = "DCGM_FI_DEV_FB_FREE";

  private static final Set<String> OF_CLOUDWATCH =
      Set.of(GPU_UTILISATION, GPU_MEMORY_USED, GPU_MEMORY, MEMORY);

  private static final Set<String> OF_DCGM =
      Set.of(
          "DCGM_FI_DEV_SM_CLOCK",
          "DCGM_FI_DEV_MEM_CLOCK",
          "DCGM_FI_DEV_MEMORY_TEMP",
          "DCGM_FI_DEV_GPU_TEMP",
          "DCGM_FI_DEV_POWER_USAGE",
          "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION",
          "DCGM_FI_DEV_PCIE_REPLAY_COUNTER",
          DCGM_UTILISATION,
          "DCGM_FI_DEV_MEM_COPY_UTIL",
          "DCGM_FI_DEV_ENC_UTIL",
          "DCGM_FI_DEV_DEC_UTIL",
          "DCGM_FI_DEV_XID_ERRORS",
          DCGM_MEMORY_FREE,
          DCGM_MEMORY_USED,
          "DCGM_FI_DEV_FB_RESERVED",
          "DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL",
          "DCGM_FI_DEV_VGPU_LICENSE_STATUS",
          "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS",
          "DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS",
          "DCGM_FI_DEV_ROW_REMAP_FAILURE",
          "DCGM_FI_DRIVER_VERSION",
          "DCGM_FI_PROF_GR_ENGINE_ACTIVE",
          "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE",
          "DCGM_FI_PROF_DRAM_ACTIVE",
          "DCGM_FI_PROF_PCIE_TX_BYTES",
          "DCGM_FI_PROF_PCIE_RX_BYTES");

  private AgentMetrics() {}

  /** Whether AWS itself sends a metric, or one of these agents. */
  static boolean isSent(String namespace, String name, List<MetricsAgent> agents) {
    return namespace.startsWith("AWS/")
        || agents.stream().anyMatch(agent -> sends(agent, namespace, name));
  }

  private static boolean sends(MetricsAgent agent, String namespace, String name) {
    return switch (agent) {
      case MetricsAgent.OfProvider ours ->
          namespace.equals(CLOUDWATCH)
              && (OF_CLOUDWATCH.contains(name) || ours.also().contains(name));
      case MetricsAgent.DcgmExporter dcgm ->
          namespace.equals(dcgm.namespace())
              && (OF_DCGM.contains(name) || dcgm.also().contains(name));
      case MetricsAgent.Own own ->
          namespace.equals(own.namespace()) && own.metrics().contains(name);
    };
  }
}
