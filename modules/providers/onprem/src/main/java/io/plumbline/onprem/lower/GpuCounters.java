package io.plumbline.onprem.lower;

/**
 * What the exporter of GPUs is to count: the vendor's default list leaves most errors out, and an
 * alert on what is not exported never fires. Source: dcgm-exporter, etc/default-counters.csv at
 * d5e5f510a1b6 (2026-05-12); DCGM_EXP_XID_ERRORS_COUNT counts each Xid by itself, where
 * DCGM_FI_DEV_XID_ERRORS forgets one over the next.
 */
final class GpuCounters {
  static final String PATH = "/etc/dcgm-exporter/plumbline-counters.csv";

  private static final String COUNTERS =
      """
      DCGM_FI_DEV_SM_CLOCK, gauge, SM clock (MHz).
      DCGM_FI_DEV_MEM_CLOCK, gauge, Memory clock (MHz).
      DCGM_FI_DEV_GPU_TEMP, gauge, GPU temperature (C).
      DCGM_FI_DEV_MEMORY_TEMP, gauge, Memory temperature (C).
      DCGM_FI_DEV_POWER_USAGE, gauge, Power (W).
      DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION, counter, Energy since the start (mJ).
      DCGM_FI_DEV_GPU_UTIL, gauge, Utilisation (%).
      DCGM_FI_DEV_FB_FREE, gauge, Memory free (MiB).
      DCGM_FI_DEV_FB_USED, gauge, Memory used (MiB).
      DCGM_FI_DEV_PCIE_REPLAY_COUNTER, counter, Retries on PCIe.
      DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL, counter, Traffic on NVLink.
      DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL, counter, CRC errors on NVLink.
      DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_TOTAL, counter, Retries on NVLink.
      DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_TOTAL, counter, Recoveries of NVLink.
      DCGM_FI_DEV_THERMAL_VIOLATION, counter, Time throttled by heat.
      DCGM_FI_DEV_POWER_VIOLATION, counter, Time throttled by power.
      DCGM_FI_DEV_ECC_SBE_VOL_TOTAL, counter, Corrected memory errors since the start.
      DCGM_FI_DEV_ECC_DBE_VOL_TOTAL, counter, Uncorrected memory errors since the start.
      DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS, counter, Rows remapped after uncorrected errors.
      DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS, counter, Rows remapped after corrected errors.
      DCGM_FI_DEV_ROW_REMAP_FAILURE, gauge, Whether remapping of a row has failed.
      DCGM_EXP_XID_ERRORS_COUNT, gauge, Xids in the last minutes by code.
      DCGM_FI_DRIVER_VERSION, label, Driver version.
      """;

  private GpuCounters() {}

  static String text(String head) {
    return head + COUNTERS;
  }
}
