package io.plumbline.onprem.lower;

import io.plumbline.graph.Resource;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostFile;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.SlurmPartition;
import io.plumbline.model.Target;
import io.plumbline.onprem.kinds.SlurmNode;
import io.plumbline.onprem.kinds.SlurmState;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a Slurm cluster puts on its machines, and what its controller should say of each. */
final class SlurmParts {
  private static final String FOLDER = "/etc/slurm/";

  private final SlurmCluster cluster;
  private final SlurmText text;

  SlurmParts(SlurmCluster cluster, Target target) {
    this.cluster = cluster;
    this.text =
        new SlurmText(cluster, target.environment() + "-" + target.stack() + "-" + cluster.id());
  }

  /**
   * The files of its configuration on every machine of a fleet; none where it has no part in it.
   */
  List<HostFile> files(BareMetalFleet fleet) {
    if (!cluster.has(fleet)) {
      return List.of();
    }
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

  /** Units that run on every machine of a fleet, because of it. */
  List<String> services(BareMetalFleet fleet) {
    if (!cluster.has(fleet)) {
      return List.of();
    }
    List<String> units = new ArrayList<>(List.of("munge"));
    if (fleet.equals(cluster.controller())) {
      units.add("slurmctld");
    }
    if (cluster.workers().contains(fleet)) {
      units.add("slurmd");
    }
    return units;
  }

  List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    String controller =
        Objects.requireNonNull(cluster.controller()).id() + "/" + text.controller().name();
    text.workers()
        .forEach(
            (host, fleet) ->
                resources.add(
                    Resource.of(
                        cluster.id() + "/" + host.name(),
                        SlurmNode.KIND,
                        node(host, fleet, controller),
                        cluster.source())));
    return resources;
  }

  private Obj node(InventoryHost host, BareMetalFleet fleet, String controller) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("controller", Value.ref(controller, "id"));
    attributes.put("name", Value.text(host.name()));
    attributes.put("address", Value.ref(fleet.id() + "/" + host.name(), "id"));
    if (fleet.processors() != null) {
      attributes.put("cpus", Value.whole(fleet.processors().threads()));
    }
    String gres = SlurmText.gres(fleet);
    if (gres != null) {
      attributes.put("gres", Value.text(gres));
    }
    List<String> partitions =
        cluster.partitions().stream()
            .filter(partition -> partition.fleets().contains(fleet))
            .map(SlurmPartition::name)
            .toList();
    attributes.put("partitions", Value.texts(partitions));
    attributes.put("state", Value.text(SlurmState.IN_SERVICE));
    return new Obj(attributes);
  }

  private static HostFile file(String name, String content) {
    return new HostFile(FOLDER + name, Value.text(content), "0644");
  }
}
