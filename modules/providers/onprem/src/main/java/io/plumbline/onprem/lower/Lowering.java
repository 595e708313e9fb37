package io.plumbline.onprem.lower;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.Hypervisor;
import io.plumbline.model.Monitoring;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.Target;
import io.plumbline.model.VmFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns valid components into resources of a data centre. */
public final class Lowering {
  private Lowering() {}

  /** The resources of all components that live on the target's site, in the order asked for. */
  public static ResourceGraph lower(Design design, Target target) {
    List<Component> here = design.on(target.site());
    List<SlurmParts> clusters =
        here.stream()
            .filter(SlurmCluster.class::isInstance)
            .map(cluster -> new SlurmParts((SlurmCluster) cluster, target))
            .toList();
    List<Resource> resources = new ArrayList<>();
    for (Component component : here) {
      switch (component) {
        case BareMetalFleet fleet ->
            resources.addAll(
                new FleetParts(fleet, brought(fleet, here, clusters, target), clusters)
                    .resources());
        case Monitoring monitoring ->
            resources.addAll(new MonitoringParts(monitoring, target).resources());
        case VmFleet fleet -> resources.addAll(machines(fleet, target));
        case SlurmCluster cluster -> {} // its files and services are those of its machines
        default ->
            throw new IllegalArgumentException(
                "a rule keeps a " + component.noun() + " from a data centre: " + component.id());
      }
    }
    clusters.forEach(cluster -> resources.addAll(cluster.nodes()));
    resources.addAll(installations(here, target));
    return new ResourceGraph(resources);
  }

  /** What tools and other components bring to a fleet. */
  private static List<Bundle> brought(
      BareMetalFleet fleet, List<Component> here, List<SlurmParts> clusters, Target target) {
    List<Bundle> brought = new ArrayList<>();
    brought.add(ToolParts.of(Objects.requireNonNull(fleet.software())));
    for (SlurmParts slurm : clusters) {
      brought.add(
          new Bundle(slurm.packages(fleet), slurm.services(fleet), slurm.files(fleet), Map.of()));
    }
    for (Component component : here) {
      if (component instanceof Monitoring monitoring) {
        brought.add(new MonitoringParts(monitoring, target).on(fleet));
      }
    }
    return brought;
  }

  private static List<Resource> machines(VmFleet fleet, Target target) {
    return switch (Objects.requireNonNull(fleet.hypervisor())) {
      case Hypervisor.Proxmox proxmox -> new ProxmoxParts(fleet, proxmox, target).resources();
      case Hypervisor.Vsphere vsphere -> new VsphereParts(fleet, vsphere, target).resources();
    };
  }

  private static List<Resource> installations(List<Component> here, Target target) {
    List<Resource> resources = new ArrayList<>();
    for (Component component : here) {
      if (component instanceof BareMetalFleet fleet && fleet.install() != null) {
        resources.addAll(new InstallParts(fleet, fleet.install(), target).resources());
      }
    }
    return resources;
  }
}
