package io.plumbline.azure.lower;

import io.plumbline.azure.catalogue.Catalogue;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.AnyNetwork;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Bucket;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.ExistingCapacityReservation;
import io.plumbline.model.ExistingKey;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.ExistingSecret;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.GpuPool;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.InterruptionHandling;
import io.plumbline.model.Key;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Monitoring;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.Parameter;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.Target;
import io.plumbline.model.VmFleet;
import io.plumbline.model.WorkloadRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns valid components into resources of Azure. A component's outputs are those of its main
 * resource, whose address is the component's id: references of the model are references of the
 * graph as they stand.
 */
public final class Lowering {
  private final Place place;
  private final Catalogue catalogue;

  public Lowering(Target target, Catalogue catalogue) {
    this.place = new Place(target);
    this.catalogue = catalogue;
  }

  /**
   * The resources of all components that live on the target's site, in the order in which they were
   * asked for, after what holds them all.
   */
  public ResourceGraph lower(Design design) {
    List<Component> here = design.on(place.target().site());
    boolean hasMachines = here.stream().anyMatch(GpuPool.class::isInstance);
    boolean handles = here.stream().anyMatch(InterruptionHandling.class::isInstance);
    List<Resource> resources = new ArrayList<>(place.resources(hasMachines, handles));
    DerivedOutputs derived = new DerivedOutputs(here, place);
    for (Component component : here) {
      lower(component, here).forEach(resource -> resources.add(derived.in(resource)));
    }
    return new ResourceGraph(resources);
  }

  private List<Resource> lower(Component component, List<Component> here) {
    Parts parts = new Parts(place, component);
    return switch (component) {
      case Network network -> {
        List<Resource> made = new ArrayList<>(new NetworkParts(network, parts).resources());
        made.addAll(group(network, parts, here));
        yield made;
      }
      case ExistingNetwork existing -> {
        List<Resource> found = new ArrayList<>(ExistingNetworkParts.resources(existing, parts));
        found.addAll(group(existing, parts, here));
        yield found;
      }
      case SecurityRules rules ->
          new SecurityRulesParts(rules, parts, priorities(rules.network(), here)).resources();
      case GpuPool pool ->
          new GpuPoolParts(
                  pool,
                  parts,
                  catalogue.candidates(pool).get(0),
                  inFrontOf(pool, here),
                  isLookedAfter(pool, here))
              .resources();
      case InstanceRole role -> InstanceRoleParts.resources(role, parts);
      case LoadBalancer balancer -> {
        List<Resource> made = new ArrayList<>(new LoadBalancerParts(balancer, parts).resources());
        AnyNetwork network = ClientRules.network(balancer);
        made.addAll(ClientRules.resources(balancer, network, parts, priorities(network, here)));
        yield made;
      }
      case CapacityReservation ours -> CapacityReservationParts.resources(ours, parts);
      case ExistingCapacityReservation there ->
          CapacityReservationParts.existing(there.reservation(), parts);
      case ExistingCapacityBlock block -> throw kept(block);
      case BareMetalFleet fleet -> throw kept(fleet);
      case SlurmCluster cluster -> throw kept(cluster);
      case Monitoring monitoring -> throw kept(monitoring);
      case VmFleet fleet -> throw kept(fleet);
      case KubernetesCluster cluster -> new KubernetesClusterParts(cluster, parts).resources();
      case NodePool pool -> new NodePoolParts(pool, parts, catalogue).resources();
      case ClusterAddOn addOn -> throw kept(addOn);
      case WorkloadRole role -> WorkloadRoleParts.resources(role, parts);
      case DnsRecord dns -> List.of(DnsRecordParts.resource(dns, parts));
      case ExistingZone zone -> List.of(DnsRecordParts.existing(zone, parts));
      case Bucket bucket -> BucketParts.resources(bucket, parts);
      case InterruptionHandling handling ->
          new InterruptionHandlingParts(handling, parts).resources();
      case Key key -> KeyParts.resources(key, parts);
      case ExistingKey existing -> KeyParts.existing(existing, parts);
      case ExistingSecret secret -> KeyParts.existing(secret, parts);
      case Parameter parameter -> throw kept(parameter);
      case SharedFiles files -> {
        List<Resource> made = new ArrayList<>(SharedFilesParts.resources(files, parts));
        made.addAll(new MountRules(here).of(files, parts));
        yield made;
      }
      case ParallelFiles files -> {
        List<Resource> made = new ArrayList<>(ParallelFilesParts.resources(files, parts));
        made.addAll(new MountRules(here).of(files, parts));
        yield made;
      }
    };
  }

  /** Of all rules that stand in the group of a network. */
  private static Map<String, Integer> priorities(
      @Nullable AnyNetwork network, List<Component> here) {
    List<String> addresses = new ArrayList<>();
    rulesIn(network, here).forEach(each -> addresses.addAll(SecurityRulesParts.addresses(each)));
    for (Component component : here) {
      if (component instanceof LoadBalancer balancer
          && network != null
          && ClientRules.network(balancer).id().equals(network.id())) {
        addresses.addAll(ClientRules.addresses(balancer));
      }
    }
    return Priorities.of(addresses);
  }

  private static List<LoadBalancer> inFrontOf(GpuPool pool, List<Component> here) {
    return here.stream()
        .filter(LoadBalancer.class::isInstance)
        .map(LoadBalancer.class::cast)
        .filter(balancer -> balancer.isInFrontOf(pool))
        .toList();
  }

  private static boolean isLookedAfter(GpuPool pool, List<Component> here) {
    return here.stream()
        .filter(InterruptionHandling.class::isInstance)
        .map(InterruptionHandling.class::cast)
        .flatMap(handling -> handling.pools().stream())
        .anyMatch(each -> each.id().equals(pool.id()));
  }

  private static List<Resource> group(AnyNetwork network, Parts parts, List<Component> here) {
    return rulesIn(network, here).isEmpty() ? List.of() : SecurityGroupParts.resources(parts);
  }

  private static List<SecurityRules> rulesIn(@Nullable AnyNetwork network, List<Component> here) {
    return here.stream()
        .filter(SecurityRules.class::isInstance)
        .map(SecurityRules.class::cast)
        .filter(
            rules ->
                network != null
                    && rules.network() != null
                    && rules.network().id().equals(network.id()))
        .toList();
  }

  private static IllegalArgumentException kept(Component component) {
    return new IllegalArgumentException(
        "a rule keeps a " + component.noun() + " from Azure: " + component.id());
  }
}
