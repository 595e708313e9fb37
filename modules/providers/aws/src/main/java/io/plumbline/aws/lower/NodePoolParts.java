package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.kinds.EksNodeGroup;
import io.plumbline.graph.Resource;
import io.plumbline.model.Component;
import io.plumbline.model.Count;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool;
import io.plumbline.model.NodePool.Taint;
import io.plumbline.model.Purchase;
import io.plumbline.model.Subnets;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A managed node group, the launch template of its nodes, their role unless the design has one, and
 * a placement group where they must lie in some way to each other.
 */
final class NodePoolParts {
  static final String GROUP = "group";
  private static final String ROLE = "role";
  private static final String DESIRED = "desiredSize";

  /**
   * What a node of a cluster must be allowed: to join it, to fetch images, to give out addresses.
   */
  static final List<String> NEEDED =
      List.of(
          "AmazonEKSWorkerNodePolicy",
          "AmazonEC2ContainerRegistryPullOnly",
          "AmazonEKS_CNI_Policy");

  private final NodePool pool;
  private final KubernetesCluster cluster;
  private final Parts parts;
  private final List<String> types;
  private final Catalogue catalogue;
  private final RoleParts role;

  NodePoolParts(NodePool pool, Parts parts, String region, Catalogue catalogue) {
    this.pool = pool;
    this.cluster = requireNonNull(pool.cluster(), "validated");
    this.parts = parts;
    this.types = catalogue.candidates(pool);
    this.catalogue = catalogue;
    this.role = new RoleParts(parts, ROLE, region);
  }

  /**
   * The parts of the pool.
   *
   * @param around what lives on the same site: add-ons that its nodes need are among it
   */
  List<Resource> resources(List<Component> around) {
    List<Resource> made = new ArrayList<>();
    if (pool.role() == null) {
      made.add(role.role(Policies.trust("ec2.amazonaws.com")));
      NEEDED.forEach(policy -> made.add(role.attachment(policy)));
    }
    if (pool.placement() != null) {
      made.add(PlacementPart.resource(GpuPoolParts.PLACEMENT, pool.placement(), parts));
    }
    made.add(NodeTemplatePart.resource(pool, cluster, parts, types, catalogue));
    made.add(group().withAfter(first(around)));
    return made;
  }

  private Resource group() {
    Count count = requireNonNull(pool.count(), "validated");
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("clusterName", Value.ref(cluster.id(), "name"));
    attributes.put("nodegroupName", parts.nameValue(GROUP, Names.NODE_GROUP));
    attributes.put("version", Value.text(requireNonNull(cluster.version(), "validated")));
    attributes.put("capacityType", Value.text(capacity()));
    // A capacity block wants the type in the template.
    if (!isInBlock()) {
      attributes.put("instanceTypes", Value.texts(types));
    }
    attributes.put("amiType", Value.text(NodeImage.of(pool.system(), types)));
    attributes.put(
        "subnets", Value.list(SubnetIds.of(requireNonNull(pool.subnets(), "validated"))));
    attributes.put("nodeRole", roleArn());
    String template = parts.address(GpuPoolParts.TEMPLATE);
    attributes.put("launchTemplateId", Value.ref(template, "id"));
    attributes.put("launchTemplateVersion", Value.ref(template, "latestVersion"));
    Map<String, Value> labels = new LinkedHashMap<>();
    pool.labels().forEach((key, value) -> labels.put(key, Value.text(value)));
    attributes.put("labels", new Value.Obj(labels));
    attributes.put("taints", Value.list(pool.taints().stream().map(NodePoolParts::taint).toList()));
    attributes.put("minSize", Value.whole(count.min()));
    attributes.put("maxSize", Value.whole(count.max()));
    attributes.put(DESIRED, Value.whole(count.min()));
    attributes.put("maxUnavailable", Value.whole(pool.maxUnavailable()));
    attributes.put("nodeRepair", Value.flag(pool.repaired()));
    attributes.put("tags", parts.tags(GROUP));
    Resource group = parts.make(GROUP, EksNodeGroup.KIND, new Value.Obj(attributes));
    return count instanceof Count.Within within ? group.withBand(DESIRED, within.band()) : group;
  }

  private boolean isInBlock() {
    return pool.reservation() instanceof ExistingCapacityBlock;
  }

  private String capacity() {
    if (isInBlock()) {
      return "CAPACITY_BLOCK";
    }
    return switch (pool.purchase()) {
      case Purchase.OnDemand onDemand -> "ON_DEMAND";
      case Purchase.Spot spot -> "SPOT";
    };
  }

  private Value roleArn() {
    InstanceRole own = pool.role();
    return own == null ? role.arn() : own.arn();
  }

  private static Value taint(Taint taint) {
    return Value.object(
        "key", Value.text(taint.key()),
        "value", Value.text(taint.value()),
        "effect", Value.text(taint.effect().name()));
  }

  /** EKS waits for its nodes, which come up once they may, can reach it, and have a network. */
  private List<String> first(List<Component> around) {
    List<String> first = new ArrayList<>();
    InstanceRole own = pool.role();
    if (own == null) {
      NEEDED.forEach(policy -> first.add(parts.address(RoleParts.part(policy))));
    } else {
      RoleParts.rights(own).forEach(part -> first.add(Parts.address(own, part)));
    }
    Subnets subnets = requireNonNull(pool.subnets(), "validated");
    if (subnets.network() instanceof Network network) {
      first.addAll(NetworkParts.waysOut(network, subnets.tier()));
    }
    first.addAll(ClusterAddOnParts.beforeNodes(cluster, around));
    return first;
  }
}
