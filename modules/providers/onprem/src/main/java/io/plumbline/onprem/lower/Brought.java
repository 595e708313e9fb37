package io.plumbline.onprem.lower;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Monitoring;
import io.plumbline.model.SlurmCluster;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What comes to machines by itself, by name: known before all of a design is found right. */
public final class Brought {
  private Brought() {}

  /** Packages, paths of files, and services with {@code .service} behind. */
  public static Set<String> to(
      BareMetalFleet fleet, List<Monitoring> monitorings, List<SlurmCluster> clusters) {
    Set<String> names = new TreeSet<>();
    clusters.forEach(cluster -> names.addAll(SlurmParts.packages(cluster, fleet).keySet()));
    if (fleet.software() != null) {
      for (Bundle tool : ToolParts.of(fleet.software())) {
        names.addAll(tool.packages().keySet());
        tool.services().forEach(unit -> names.add(unit + ".service"));
        tool.files().forEach(file -> names.add(file.path()));
      }
    }
    for (Monitoring monitoring : monitorings) {
      if (monitoring.server() != null && monitoring.server().fleet().equals(fleet)) {
        names.addAll(MonitoringParts.NAMES);
      }
    }
    return names;
  }
}
