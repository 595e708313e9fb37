package io.plumbline.onprem.lower;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostGpus;
import io.plumbline.model.HostProcessors;
import io.plumbline.model.HostState;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.SlurmPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts that configure Slurm. Names are held to a few characters by the inventory's rules, so
 * that nothing here needs quotes.
 *
 * @param name of the cluster, for accounting: unique in the site
 */
record SlurmText(SlurmCluster cluster, String name) {
  private static final String HEAD =
      "# Written by Plumbline: a change by hand is drift, and gone with the next deploy.\n";

  /** The program by which a node says that it is not fit for jobs. */
  static final String HEALTH = "/usr/local/libexec/plumbline-slurm-health";

  /** slurm.conf, the same on every machine of the cluster. */
  String configuration() {
    InventoryHost controller = controller();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("ClusterName", name);
    settings.put("SlurmctldHost", controller.name() + "(" + controller.address() + ")");
    settings.put("SlurmUser", "slurm");
    settings.put("AuthType", "auth/munge");
    settings.put("StateSaveLocation", "/var/lib/slurm/slurmctld");
    settings.put("SlurmdSpoolDir", "/var/lib/slurm/slurmd");
    settings.put("SlurmctldPidFile", "/run/slurmctld.pid");
    settings.put("SlurmdPidFile", "/run/slurmd.pid");
    settings.put("ProctrackType", "proctrack/cgroup");
    settings.put("TaskPlugin", "task/affinity,task/cgroup");
    settings.put("SelectType", "select/cons_tres");
    settings.put("SelectTypeParameters", "CR_Core_Memory");
    if (cluster.workers().stream().anyMatch(fleet -> fleet.gpus() != null)) {
      settings.put("GresTypes", "gpu");
    }
    if (cluster.partitions().stream().anyMatch(SlurmPartition::preempted)) {
      settings.put("PreemptType", "preempt/partition_prio");
      settings.put("PreemptMode", "REQUEUE");
    }
    if (cluster.accounting() != null) {
      settings.putAll(accounting(cluster.accounting()));
    }
    if (racks().size() > 1) {
      settings.put("TopologyPlugin", "topology/tree");
    }
    // A node that was down comes back by itself once it registers as it should be.
    settings.put("ReturnToService", "1");
    settings.put("HealthCheckProgram", HEALTH);
    settings.put("HealthCheckInterval", "300");
    settings.put("HealthCheckNodeState", "ANY");
    // Nobody gets mail; a program that is not there is an error at each start.
    settings.put("MailProg", "/bin/true");
    settings.put("SlurmctldTimeout", "120");
    settings.put("SlurmdTimeout", "300");
    settings.putAll(cluster.settings());
    StringBuilder text = new StringBuilder(HEAD);
    settings.forEach(
        (setting, value) -> text.append(setting).append('=').append(value).append('\n'));
    text.append('\n');
    known().forEach((host, fleet) -> text.append(node(host, fleet)).append('\n'));
    text.append('\n');
    cluster.partitions().forEach(partition -> text.append(partition(partition)).append('\n'));
    return text.toString();
  }

  /**
   * Accounting, and what goes by its qualities of service. They are enforced, so that only users
   * whom accounting knows may send jobs.
   */
  private Map<String, String> accounting(String host) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("AccountingStorageType", "accounting_storage/slurmdbd");
    settings.put("AccountingStorageHost", host);
    if (cluster.workers().stream().anyMatch(fleet -> fleet.gpus() != null)) {
      settings.put("AccountingStorageTRES", "gres/gpu");
    }
    if (!cluster.qos().isEmpty()) {
      settings.put("AccountingStorageEnforce", "associations,limits,qos");
      settings.put("PriorityType", "priority/multifactor");
      settings.put("PriorityWeightQOS", "10000");
    }
    if (cluster.preemptsByQos()) {
      settings.put("PreemptType", "preempt/qos");
      settings.put("PreemptMode", "REQUEUE");
    }
    return settings;
  }

  /**
   * gres.conf: each device by its file, so that one that is gone is missed; or as NVML has them.
   */
  String gres() {
    if (cluster.gpusByNvml()) {
      return HEAD + "AutoDetect=nvml\n";
    }
    StringBuilder text = new StringBuilder(HEAD).append("AutoDetect=off\n");
    for (BareMetalFleet fleet : cluster.workers()) {
      HostGpus gpus = fleet.gpus();
      if (gpus != null) {
        text.append("NodeName=")
            .append(names(fleet))
            .append(" Name=gpu Type=")
            .append(type(gpus.model()))
            .append(" File=/dev/nvidia")
            .append(gpus.count() == 1 ? "0" : "[0-" + (gpus.count() - 1) + "]")
            .append('\n');
      }
    }
    return text.toString();
  }

  /** cgroup.conf: a job gets the cores, the memory and the devices that it asked for. */
  String cgroup() {
    return HEAD + "ConstrainCores=yes\nConstrainRAMSpace=yes\nConstrainDevices=yes\n";
  }

  /** topology.conf: a switch for each rack, and one above them; null within one rack. */
  @Nullable String topology() {
    SortedMap<String, List<String>> racks = racks();
    if (racks.size() < 2) {
      return null;
    }
    StringBuilder text = new StringBuilder(HEAD);
    racks.forEach(
        (rack, hosts) ->
            text.append("SwitchName=rack-")
                .append(rack)
                .append(" Nodes=")
                .append(String.join(",", hosts))
                .append('\n'));
    String switches =
        String.join(",", racks.keySet().stream().map(rack -> "rack-" + rack).toList());
    return text.append("SwitchName=core Switches=").append(switches).append('\n').toString();
  }

  /** The generic resource of a node: {@code "gpu:h100:8"}. */
  private static @Nullable String gres(BareMetalFleet fleet) {
    HostGpus gpus = fleet.gpus();
    return gpus == null ? null : "gpu:" + type(gpus.model()) + ":" + gpus.count();
  }

  /** The one in service; else the one that is in repair, which stays configured. */
  InventoryHost controller() {
    BareMetalFleet fleet = Objects.requireNonNull(cluster.controller());
    List<InventoryHost> working = inService(fleet);
    return working.isEmpty() ? known(fleet).getFirst() : working.getFirst();
  }

  /** Whether anybody can ask it about nodes. */
  boolean isControlled() {
    return controller().state() == HostState.IN_SERVICE;
  }

  /** The machines that run jobs. */
  Map<InventoryHost, BareMetalFleet> workers() {
    Map<InventoryHost, BareMetalFleet> workers = new LinkedHashMap<>();
    for (BareMetalFleet fleet : cluster.workers()) {
      inService(fleet).forEach(host -> workers.put(host, fleet));
    }
    return workers;
  }

  /** Those that are configured, and get no jobs for now. */
  List<InventoryHost> resting() {
    return known().keySet().stream().filter(host -> host.state() != HostState.IN_SERVICE).toList();
  }

  /**
   * The machines that Slurm is configured with: who goes into repair, or comes out of it, changes
   * nobody's files.
   */
  private Map<InventoryHost, BareMetalFleet> known() {
    Map<InventoryHost, BareMetalFleet> known = new LinkedHashMap<>();
    for (BareMetalFleet fleet : cluster.workers()) {
      known(fleet).forEach(host -> known.put(host, fleet));
    }
    return known;
  }

  private static List<InventoryHost> known(BareMetalFleet fleet) {
    return Objects.requireNonNull(fleet.inventory()).hosts().stream()
        .filter(host -> host.state() == HostState.IN_SERVICE || host.state() == HostState.IN_REPAIR)
        .toList();
  }

  private static List<InventoryHost> inService(BareMetalFleet fleet) {
    return Objects.requireNonNull(fleet.inventory()).inService();
  }

  private SortedMap<String, List<String>> racks() {
    SortedMap<String, List<String>> racks = new TreeMap<>();
    known()
        .keySet()
        .forEach(
            host -> racks.computeIfAbsent(host.rack(), r -> new ArrayList<>()).add(host.name()));
    return racks;
  }

  private static String type(Gpu gpu) {
    return gpu.model().toLowerCase(Locale.ROOT).split("-", 2)[0];
  }

  private static String names(BareMetalFleet fleet) {
    return String.join(",", known(fleet).stream().map(InventoryHost::name).toList());
  }

  private static String node(InventoryHost host, BareMetalFleet fleet) {
    StringBuilder line = new StringBuilder("NodeName=" + host.name());
    line.append(" NodeAddr=").append(host.address());
    HostProcessors processors = fleet.processors();
    if (processors != null) {
      line.append(" CPUs=").append(processors.threads());
      line.append(" Sockets=").append(processors.sockets());
      line.append(" CoresPerSocket=").append(processors.coresPerSocket());
      line.append(" ThreadsPerCore=").append(processors.threadsPerCore());
    }
    if (fleet.memory() != null) {
      line.append(" RealMemory=").append(fleet.memory().mebibytes());
    }
    String gres = gres(fleet);
    return line.append(gres == null ? "" : " Gres=" + gres).append(" State=UNKNOWN").toString();
  }

  private String partition(SlurmPartition partition) {
    return "PartitionName="
        + partition.name()
        + " Nodes="
        + String.join(",", partition.fleets().stream().map(SlurmText::names).toList())
        + " Default="
        + (partition.byDefault() ? "YES" : "NO")
        + " MaxTime="
        + time(partition.longest())
        + " PriorityTier="
        + partition.priority()
        + preemption(partition)
        + (partition.qos().isEmpty() ? "" : " AllowQos=" + String.join(",", partition.qos()))
        + " State=UP";
  }

  /** Where qualities of service say who gives way, a partition says nothing. */
  private String preemption(SlurmPartition partition) {
    if (cluster.preemptsByQos()) {
      return "";
    }
    return partition.preempted() ? " PreemptMode=REQUEUE" : " PreemptMode=OFF";
  }

  private static String time(@Nullable Duration longest) {
    return longest == null ? "INFINITE" : String.valueOf(longest.toMinutes());
  }
}
