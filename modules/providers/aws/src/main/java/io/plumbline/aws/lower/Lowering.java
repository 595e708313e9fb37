package io.plumbline.aws.lower;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.kinds.Secret;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
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
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns valid components into resources of AWS. A component's outputs are those of its main
 * resource, whose address is the component's id: references of the model are references of the
 * graph as they stand.
 */
public final class Lowering {
  private final Target target;
  private final Catalogue catalogue;

  public Lowering(Target target, Catalogue catalogue) {
    this.target = target;
    this.catalogue = catalogue;
  }

  /**
   * The resources of all components that live on the target's site, in the order in which they were
   * asked for.
   */
  public ResourceGraph lower(Design design) {
    List<Component> here = design.on(target.site());
    DerivedOutputs derived = new DerivedOutputs(here, target);
    List<LoadBalancer> balancers = balancers(design); // once: a design may have ten thousand pools
    List<Resource> resources = new ArrayList<>();
    for (Component component : here) {
      for (Resource resource : lower(component, design, balancers)) {
        Resource whole = derived.in(resource);
        resources.add(
            component instanceof GpuPool pool ? MountsFirst.after(whole, pool, design) : whole);
      }
    }
    return new ResourceGraph(resources);
  }

  /** What a bucket is called at S3. */
  public String bucketName(Bucket bucket) {
    return BucketParts.name(bucket, new Parts(target, bucket));
  }

  /** What a parameter is called at Systems Manager. */
  public String parameterName(Parameter parameter) {
    return ParameterParts.name(parameter, new Parts(target, parameter));
  }

  /** What the scaling group of a pool is called. */
  public String groupName(GpuPool pool) {
    return new Parts(target, pool).name(GpuPoolParts.GROUP, Names.SCALING_GROUP);
  }

  /** The resources of one component; others of its design may have a say in them. */
  public List<Resource> lower(Component component, Design design) {
    return lower(component, design, balancers(design));
  }

  private List<Resource> lower(Component component, Design design, List<LoadBalancer> balancers) {
    Parts parts = new Parts(target, component);
    String region = target.site().setting("region", "");
    return switch (component) {
      case Network network -> new NetworkParts(network, parts, region).resources();
      case ExistingNetwork existing -> ExistingNetworkParts.resources(existing, parts);
      case SecurityRules rules -> SecurityRulesParts.resources(rules, parts);
      case InstanceRole role -> InstanceRoleParts.resources(role, parts, region);
      case BareMetalFleet fleet -> throw kept(fleet);
      case SlurmCluster cluster -> throw kept(cluster);
      case Monitoring monitoring -> throw kept(monitoring);
      case VmFleet fleet -> throw kept(fleet);
      case GpuPool pool ->
          GpuPoolParts.resources(pool, parts, region, catalogue, targetGroups(pool, balancers));
      case LoadBalancer balancer -> new LoadBalancerParts(balancer, parts).resources();
      case KubernetesCluster cluster ->
          new KubernetesClusterParts(cluster, parts, region).resources();
      case NodePool pool ->
          new NodePoolParts(pool, parts, region, catalogue).resources(design.on(target.site()));
      case ClusterAddOn addOn ->
          ClusterAddOnParts.resources(addOn, parts, design.on(target.site()));
      case WorkloadRole role -> WorkloadRoleParts.resources(role, parts, region);
      case DnsRecord dns -> new DnsRecordParts(dns, parts, design, region).resources();
      case ExistingZone zone -> List.of(DnsRecordParts.existing(zone, parts));
      case Bucket bucket ->
          BucketParts.resources(bucket, parts, new LogDelivery(target).policy(bucket, design));
      case CapacityReservation ours -> CapacityReservationParts.resources(ours, parts);
      case ExistingCapacityReservation there ->
          CapacityReservationParts.existing(there.reservation(), parts);
      case ExistingCapacityBlock bought ->
          CapacityReservationParts.existing(bought.reservation(), parts);
      case InterruptionHandling handling ->
          InterruptionHandlingParts.resources(handling, parts, region);
      case Key key ->
          KeyParts.resources(
              key,
              parts,
              new KeyPolicy(key, Place.of(target), design.on(target.site())).document());
      case ExistingKey existing -> KeyParts.resources(existing, parts);
      case ExistingSecret secret ->
          List.of(parts.existing("", Secret.KIND, new Lookup.ById(secret.called())));
      case Parameter parameter -> ParameterParts.resources(parameter, parts);
      case SharedFiles files -> SharedFilesParts.resources(files, parts);
      case ParallelFiles files -> ParallelFilesParts.resources(files, parts);
    };
  }

  private static IllegalArgumentException kept(Component component) {
    return new IllegalArgumentException(
        "a rule keeps a " + component.noun() + " from AWS: " + component.id());
  }

  private List<LoadBalancer> balancers(Design design) {
    return design.on(target.site()).stream()
        .filter(LoadBalancer.class::isInstance)
        .map(LoadBalancer.class::cast)
        .toList();
  }

  /** A scaling group itself names the target groups that its nodes go into. */
  private static List<Value> targetGroups(GpuPool pool, List<LoadBalancer> balancers) {
    return balancers.stream()
        .filter(balancer -> balancer.isInFrontOf(pool))
        .map(balancer -> Value.ref(Parts.address(balancer, LoadBalancerParts.TARGETS), "arn"))
        .toList();
  }
}
