package io.plumbline.onprem.lower;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.AnyKey;
import io.plumbline.model.AnyNetwork;
import io.plumbline.model.AnyPool;
import io.plumbline.model.AnyRole;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Bucket;
import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.ExistingSecret;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.HostState;
import io.plumbline.model.Hypervisor;
import io.plumbline.model.InterruptionHandling;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Monitoring;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.Parameter;
import io.plumbline.model.Reservation;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.Target;
import io.plumbline.model.VmFleet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
      resources.addAll(
          switch (component) {
            case BareMetalFleet fleet ->
                new FleetParts(fleet, brought(fleet, here, clusters, target), clusters).resources();
            case Monitoring monitoring -> new MonitoringParts(monitoring, target).resources();
            case VmFleet fleet -> machines(fleet, target);
            // Its files and services are those of its machines.
            case SlurmCluster cluster -> List.of();
            case AnyKey key -> throw kept(key);
            case AnyNetwork network -> throw kept(network);
            case SecurityRules rules -> throw kept(rules);
            case AnyRole role -> throw kept(role);
            case AnyPool pool -> throw kept(pool);
            case KubernetesCluster cluster -> throw kept(cluster);
            case LoadBalancer balancer -> throw kept(balancer);
            case DnsRecord dns -> throw kept(dns);
            case ExistingZone zone -> throw kept(zone);
            case Bucket bucket -> throw kept(bucket);
            case ClusterAddOn addOn -> throw kept(addOn);
            case ExistingSecret secret -> throw kept(secret);
            case ParallelFiles files -> throw kept(files);
            case Parameter parameter -> throw kept(parameter);
            case SharedFiles files -> throw kept(files);
            case Reservation reservation -> throw kept(reservation);
            case InterruptionHandling handling -> throw kept(handling);
          });
    }
    clusters.forEach(cluster -> resources.addAll(cluster.nodes()));
    resources.addAll(installations(here, target));
    return new ResourceGraph(resources, resting(here, clusters, target));
  }

  /** Machines in repair, or on such hosts, by all addresses that they would have. */
  private static Map<String, String> resting(
      List<Component> here, List<SlurmParts> clusters, Target target) {
    Map<String, String> resting = new LinkedHashMap<>();
    for (Component component : here) {
      if (component instanceof VmFleet fleet
          && fleet.hypervisor() instanceof Hypervisor.HyperV hyperV) {
        resting.putAll(new HyperVParts(fleet, hyperV, target).resting());
      }
      if (component instanceof BareMetalFleet fleet) {
        for (InventoryHost host : Objects.requireNonNull(fleet.inventory()).hosts()) {
          if (host.state() == HostState.IN_REPAIR) {
            String reason = "in repair by " + host.source();
            resting.put(fleet.id() + "/" + host.name(), reason);
            resting.put(BmcParts.address(fleet, host), reason);
            clusters.stream()
                .filter(cluster -> cluster.isWorkedBy(fleet))
                .forEach(cluster -> resting.put(cluster.address(host), reason));
          }
        }
      }
    }
    return resting;
  }

  private static IllegalArgumentException kept(Component component) {
    return new IllegalArgumentException(
        "a rule keeps a " + component.noun() + " from a data centre: " + component.id());
  }

  /** What tools and other components bring to a fleet. */
  private static List<Bundle> brought(
      BareMetalFleet fleet, List<Component> here, List<SlurmParts> clusters, Target target) {
    List<Bundle> brought = new ArrayList<>();
    brought.addAll(ToolParts.of(Objects.requireNonNull(fleet.software())));
    clusters.forEach(slurm -> brought.addAll(slurm.on(fleet)));
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
      case Hypervisor.HyperV hyperV -> new HyperVParts(fleet, hyperV, target).resources();
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
