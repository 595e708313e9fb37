package io.plumbline.onprem.lower;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostGpus;
import io.plumbline.model.HostTool.GpuExporter;
import io.plumbline.model.Monitoring;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What Prometheus raises an alarm about. Figures and their sources: facts of 2026-11 (Google's
 * runbook for A4X: 85 °C core, 95 °C memory; NVIDIA, GPU Memory Error Management: row remapping
 * failure is a reason to return a GPU).
 */
record Alerts(Monitoring monitoring) {
  private static final Map<String, String> CRITICAL = Map.of("severity", "critical");
  private static final Map<String, String> WARNING = Map.of("severity", "warning");
  private static final String HERE =
      "{{ $labels.host }} (rack {{ $labels.rack }}, slot {{ $labels.slot }})";
  private static final String GPU = "GPU {{ $labels.gpu }} of " + HERE;
  private static final String PLACE = "host, fleet, rack, slot, stack";
  private static final String UP = "up{job=~\"node|gpu\"}";

  Value rules() {
    List<Value> groups = new ArrayList<>();
    groups.add(group("machines", machines()));
    if (monitoring.fleets().stream().anyMatch(Alerts::exportsGpus)) {
      groups.add(group("gpus", gpus()));
      groups.add(group("xids", xids()));
      List<Alert> described = new ArrayList<>();
      monitoring.fleets().stream()
          .filter(Alerts::exportsGpus)
          .forEach(fleet -> described.addAll(described(fleet)));
      groups.add(group("described", described));
    }
    return Value.object("groups", Value.list(groups));
  }

  private static boolean exportsGpus(BareMetalFleet fleet) {
    return Objects.requireNonNull(fleet.software()).exporters().stream()
        .anyMatch(GpuExporter.class::isInstance);
  }

  private static Value group(String name, List<Alert> alerts) {
    return Value.object(
        "name", Value.text(name),
        "rules", Value.list(alerts.stream().map(Alert::value).toList()));
  }

  /** All exporters silent is a machine down; one of several is that one's own trouble. */
  private static List<Alert> machines() {
    String any = "max by (" + PLACE + ") (" + UP + ")";
    return List.of(
        new Alert(
            "HostDown",
            any + " == 0",
            "3m",
            CRITICAL,
            HERE + " does not answer",
            "look at it by its management controller; note it as in-repair in the inventory"),
        new Alert(
            "ExporterSilent",
            UP + " == 0 and on (host, stack) " + any + " == 1",
            "5m",
            WARNING,
            "the {{ $labels.job }} exporter of " + HERE + " does not answer, and the machine does",
            "look at its service; a GPU exporter that ends may have lost its driver"));
  }

  private static List<Alert> gpus() {
    return List.of(
        hot("GpuHot", "DCGM_FI_DEV_GPU_TEMP", 85),
        hot("GpuMemoryHot", "DCGM_FI_DEV_MEMORY_TEMP", 95),
        new Alert(
            "GpuThrottledByHeat",
            "rate(DCGM_FI_DEV_THERMAL_VIOLATION[5m]) > 0",
            "10m",
            WARNING,
            GPU + " is slowed down by heat",
            "look at cooling and fans"),
        new Alert(
            "GpuRowRemapFailed",
            "DCGM_FI_DEV_ROW_REMAP_FAILURE > 0",
            null,
            CRITICAL,
            GPU + " has no spare memory left to remap to",
            "drain the machine and return the GPU"),
        counted(
            "GpuRowsRemapped",
            "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS",
            GPU + " has remapped memory after an uncorrected error",
            "drain the machine, reset the GPU, test it before it works again"),
        new Alert(
            "GpuEccUncorrected",
            "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL > 0", // since the driver was loaded: a reset clears it
            null,
            CRITICAL,
            GPU + " has met an uncorrected memory error",
            "drain the machine and reset the GPU; when it comes again, replace it"),
        counted(
            "GpuNvlinkRecovered",
            "DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_TOTAL",
            "an NVLink of " + GPU + " had to recover",
            "drain the machine and test its NVLinks; when it comes again, replace board or bridge"),
        going(
            "GpuNvlinkErrors",
            "rate(DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL[10m]) > 0"
                + " or rate(DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_TOTAL[10m]) > 0",
            "an NVLink of " + GPU + " goes on making errors"),
        going(
            "GpuPcieErrors",
            "rate(DCGM_FI_DEV_PCIE_REPLAY_COUNTER[10m]) > 0",
            "PCIe goes on making errors for " + GPU));
  }

  /** DCGM says a huge number where a GPU has no such sensor. */
  private static Alert hot(String name, String metric, int celsius) {
    return new Alert(
        name,
        metric + " > " + celsius + " and " + metric + " < 1000",
        "5m",
        WARNING,
        GPU + " is at {{ $value }} °C",
        "look at cooling and fans; at its limit it slows down, and then stops");
  }

  private static Alert counted(String name, String counter, String summary, String action) {
    return new Alert(name, "increase(" + counter + "[1h]) > 0", null, CRITICAL, summary, action);
  }

  private static Alert going(String name, String expression, String summary) {
    return new Alert(
        name, expression, "30m", WARNING, summary, "drain the machine and test the link");
  }

  /** A code is counted for some minutes, and then gone, while the GPU is as it was. */
  private static List<Alert> xids() {
    List<Alert> alerts = new ArrayList<>();
    for (Xids.Group group : Xids.groups()) {
      String severity = group.severity().name().toLowerCase(Locale.ROOT);
      Map<String, String> labels = new LinkedHashMap<>();
      labels.put("severity", severity);
      labels.put("remedy", group.immediate().isEmpty() ? "LOOK_UP" : group.immediate());
      alerts.add(xid("GpuXid", "xid=~\"" + any(group.codes()) + "\"", labels, group.action()));
    }
    String known = any(Xids.ALL.stream().map(Xids.Xid::code).toList());
    alerts.add(
        xid(
            "GpuXidUnknown",
            "xid=~\".+\", xid!~\"0|" + known + "\"",
            WARNING,
            "look it up in the Xid catalogue of the driver in use"));
    return alerts;
  }

  private static Alert xid(String name, String which, Map<String, String> labels, String action) {
    return new Alert(
        name,
        "max_over_time(DCGM_EXP_XID_ERRORS_COUNT{" + which + "}[1h]) > 0",
        null,
        labels,
        GPU + " reported Xid {{ $labels.xid }} within the last hour",
        action);
  }

  private static String any(List<Long> codes) {
    return codes.stream().map(code -> Long.toString(code)).collect(Collectors.joining("|"));
  }

  /** What a fleet's description says, against what its exporters say. */
  private static List<Alert> described(BareMetalFleet fleet) {
    String of = "fleet=\"" + fleet.id() + "\"";
    List<Alert> alerts = new ArrayList<>();
    HostGpus gpus = fleet.gpus();
    if (gpus != null) {
      // A slice of a GPU has a series of its own; a machine without any GPU has none.
      String there =
          "count by ("
              + PLACE
              + ") (count by ("
              + PLACE
              + ", UUID) (DCGM_FI_DEV_GPU_TEMP{"
              + of
              + "}))";
      String none = "(max by (" + PLACE + ") (up{job=\"gpu\", " + of + "}) == 1) * 0";
      alerts.add(
          new Alert(
              "GpuMissing",
              "(" + there + " or " + none + ") < " + gpus.count(),
              "2m",
              CRITICAL,
              HERE + " has {{ $value }} of " + gpus.count() + " GPUs",
              "drain the machine and start it anew; when it comes again, replace the GPU"));
    }
    String driver = Objects.requireNonNull(fleet.software()).driver();
    if (driver != null) {
      String other = "|" + driver.replace(".", "\\\\.");
      alerts.add(
          new Alert(
              "GpuDriverDiffers",
              "count by ("
                  + PLACE
                  + ", DCGM_FI_DRIVER_VERSION) (DCGM_FI_DEV_GPU_TEMP{"
                  + of
                  + ", DCGM_FI_DRIVER_VERSION!~\""
                  + other
                  + "\"}) > 0",
              "15m",
              WARNING,
              HERE + " runs driver {{ $labels.DCGM_FI_DRIVER_VERSION }}, not " + driver,
              "deploy, or start it with the driver that is installed"));
    }
    return alerts;
  }
}
