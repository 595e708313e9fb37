package io.plumbline.onprem.lower;

import io.plumbline.graph.Resource;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostFile;
import io.plumbline.model.HostGpus;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.SlurmSoftware;
import io.plumbline.model.Target;
import io.plumbline.onprem.kinds.SlurmNode;
import io.plumbline.onprem.kinds.SlurmNodeInRepair;
import io.plumbline.onprem.kinds.SlurmState;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a Slurm cluster puts on its machines. */
final class SlurmParts {
  private static final String FOLDER = "/etc/slurm/";

  private final SlurmCluster cluster;
  private final SlurmText text;
  private final String health;

  SlurmParts(SlurmCluster cluster, Target target) {
    this.cluster = cluster;
    this.text =
        new SlurmText(cluster, target.environment() + "-" + target.stack() + "-" + cluster.id());
    this.health = Scripts.text("slurm-health.sh");
  }

  /** Whether machines of this fleet run its jobs. */
  boolean isWorkedBy(BareMetalFleet fleet) {
    return cluster.workers().contains(fleet);
  }

  /** What a machine that runs jobs must know, to be taken out of work and put back. */
  Map<String, Value> attributes() {
    return Map.of(
        "slurmController", Value.text(text.controller().name()),
        "slurmPatience", Value.whole(cluster.patience().toSeconds()));
  }

  /** What every machine of a fleet must know of its part in it; nothing where it has none. */
  Map<String, Value> part(BareMetalFleet fleet) {
    Map<String, Value> part = new LinkedHashMap<>();
    if (cluster.has(fleet)) {
      List<String> parts = new ArrayList<>();
      if (fleet.equals(cluster.controller())) {
        parts.add("controller");
      }
      if (isWorkedBy(fleet)) {
        parts.add("node");
      }
      if (cluster.login().contains(fleet)) {
        parts.add("login");
      }
      part.put("slurmParts", Value.texts(parts));
      FleetParts.put(part, "mungeKey", cluster.mungeKey());
      if (fleet.equals(cluster.controller()) && !cluster.qos().isEmpty()) {
        part.put("qos", FleetParts.texts(SlurmQosText.all(cluster.qos())));
      }
      if (fleet.equals(cluster.controller())) {
        part.put(
            "slurmResting", Value.texts(text.resting().stream().map(InventoryHost::name).toList()));
      }
    }
    return part;
  }

  /**
   * What it brings to every machine of a fleet; nothing where it has no part in it. Its packages
   * want each other at just their versions, so that one role has all of them.
   */
  List<Bundle> on(BareMetalFleet fleet) {
    if (!cluster.has(fleet)) {
      return List.of();
    }
    List<Bundle> parts = new ArrayList<>();
    parts.add(Bundle.of("slurm").packages(packages(cluster, fleet)).files(configuration()));
    parts.add(Bundle.of("munge").services(List.of("munge")));
    if (fleet.equals(cluster.controller())) {
      parts.add(Bundle.of("slurm_controller").services(List.of("slurmctld")));
    }
    if (isWorkedBy(fleet)) {
      parts.add(Bundle.of("slurm_node").files(List.of(health(fleet))).services(List.of("slurmd")));
    }
    return parts;
  }

  /** By the names of Debian and Ubuntu (Slurm 22.05 and 23.11, 2026-11-26). */
  static Map<String, String> packages(SlurmCluster cluster, BareMetalFleet fleet) {
    Map<String, String> packages = new LinkedHashMap<>();
    SlurmSoftware software = cluster.software();
    if (software != null && cluster.has(fleet)) {
      packages.put("munge", software.munge());
      packages.put("slurm-client", software.slurm());
      if (fleet.equals(cluster.controller())) {
        packages.put("slurmctld", software.slurm());
      }
      if (cluster.workers().contains(fleet)) {
        packages.put("slurmd", software.slurm());
      }
    }
    return packages;
  }

  /** Its nodes as its controller knows them; none where it is in repair and knows nothing. */
  List<Resource> nodes() {
    List<Resource> nodes = new ArrayList<>();
    if (!text.isControlled()) {
      return nodes;
    }
    BareMetalFleet fleet = Objects.requireNonNull(cluster.controller());
    Value controller = id(fleet, text.controller());
    text.workers()
        .forEach(
            (host, worker) ->
                nodes.add(
                    Resource.of(
                        address(host),
                        SlurmNode.KIND,
                        Value.object(
                            "controller", controller,
                            "name", Value.text(host.name()),
                            "address", Value.text(host.address()),
                            "machine", id(worker, host),
                            "state", Value.text(SlurmState.IN_SERVICE)),
                        cluster.source())));
    for (InventoryHost host : text.resting()) {
      nodes.add(
          Resource.of(
              address(host) + "/repair",
              SlurmNodeInRepair.KIND,
              Value.object(
                  "controller", controller,
                  "name", Value.text(host.name()),
                  "state", Value.text(SlurmState.DRAINED)),
              cluster.source()));
    }
    return nodes;
  }

  /** Where a node stands in the graph, if it does. */
  String address(InventoryHost host) {
    return cluster.id() + "/" + host.name();
  }

  private static Value id(BareMetalFleet fleet, InventoryHost host) {
    return new Value.Ref(fleet.id() + "/" + host.name(), "id");
  }

  private List<HostFile> configuration() {
    List<HostFile> files = new ArrayList<>();
    files.add(file("slurm.conf", text.configuration()));
    files.add(file("gres.conf", text.gres()));
    files.add(file("cgroup.conf", text.cgroup()));
    String topology = text.topology();
    if (topology != null) {
      files.add(file("topology.conf", topology));
    }
    return files;
  }

  private HostFile health(BareMetalFleet fleet) {
    HostGpus gpus = fleet.gpus();
    String expected = Integer.toString(gpus == null ? 0 : gpus.count());
    return new HostFile(SlurmText.HEALTH, Value.text(health.replace("@GPUS@", expected)), "0755");
  }

  private static HostFile file(String name, String content) {
    return new HostFile(FOLDER + name, Value.text(content), "0644", List.of("slurmctld", "slurmd"));
  }
}
