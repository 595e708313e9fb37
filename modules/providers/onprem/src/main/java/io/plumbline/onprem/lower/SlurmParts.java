package io.plumbline.onprem.lower;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostFile;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What a Slurm cluster puts on its machines. */
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

  private static HostFile file(String name, String content) {
    return new HostFile(FOLDER + name, Value.text(content), "0644");
  }
}
