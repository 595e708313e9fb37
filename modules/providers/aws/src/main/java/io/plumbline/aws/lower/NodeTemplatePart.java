package io.plumbline.aws.lower;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.kinds.LaunchTemplate;
import io.plumbline.graph.Resource;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Disk;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.NodePool;
import io.plumbline.model.NodePool.OperatingSystem;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What EKS does not say of a node by itself. Image, role and boot script are EKS's own affair. A
 * template that names security groups must name the cluster's as well, or its nodes never join.
 */
final class NodeTemplatePart {
  private NodeTemplatePart() {}

  static Resource resource(
      NodePool pool,
      KubernetesCluster cluster,
      Parts parts,
      List<String> types,
      Catalogue catalogue) {
    Value groups = groups(pool, cluster);
    Value interfaces = FabricInterfaces.of(pool, types, groups, catalogue);
    boolean block = pool.reservation() instanceof ExistingCapacityBlock;
    return parts.make(
        GpuPoolParts.TEMPLATE,
        LaunchTemplate.KIND,
        Value.object(
            "name", parts.nameValue(GpuPoolParts.TEMPLATE, Names.LAUNCH_TEMPLATE),
            "instanceType", block && !types.isEmpty() ? Value.text(types.get(0)) : Value.NULL,
            "securityGroupIds", interfaces instanceof Value.Null ? groups : Value.NULL,
            "networkInterfaces", interfaces,
            "capacityReservationSpecification", LaunchTemplatePart.reservation(pool.reservation()),
            "instanceMarketOptions", LaunchTemplatePart.market(pool.reservation()),
            "placement", placement(pool, parts),
            "blockDeviceMappings", Value.list(disks(pool)),
            "metadataOptions", metadata(pool),
            "tagSpecifications", LaunchTemplatePart.tagsOfInstances(parts),
            "tags", parts.tags(GpuPoolParts.TEMPLATE)));
  }

  /** A pod that asks would be given the node's role: one hop less, and it hears nothing. */
  private static Value metadata(NodePool pool) {
    return LaunchTemplatePart.metadata(
        pool.metadataForPods() ? LaunchTemplatePart.CONTAINERS : LaunchTemplatePart.NODE);
  }

  private static Value groups(NodePool pool, KubernetesCluster cluster) {
    List<Value> groups = new ArrayList<>();
    groups.add(Value.ref(cluster.id(), "clusterSecurityGroupId"));
    pool.securedBy().forEach(rules -> groups.add(Value.ref(rules.id(), "id")));
    return Value.list(groups);
  }

  /**
   * The pool's own group, or the one in which its reservation was made: others are refused there.
   */
  private static Value placement(NodePool pool, Parts parts) {
    if (pool.placement() != null) {
      return groupName(parts.address(GpuPoolParts.PLACEMENT));
    }
    return pool.reservation() instanceof CapacityReservation kept && kept.clustered()
        ? groupName(Parts.address(kept, GpuPoolParts.PLACEMENT))
        : Value.NULL;
  }

  private static Value groupName(String address) {
    return Value.object("groupName", Value.ref(address, "name"));
  }

  /** A system for containers has a small disk of its own; images and pods live on a second one. */
  private static List<Value> disks(NodePool pool) {
    Disk disk = pool.rootDisk();
    if (pool.system() == OperatingSystem.GENERAL) {
      return List.of(LaunchTemplatePart.disk(disk));
    }
    Value own =
        Value.object(
            "deviceName", Value.text(disk.device()),
            "ebs",
                Value.object(
                    "volumeType", Value.text("gp3"),
                    "encrypted", Value.flag(disk.encrypted()),
                    "kmsKeyId", disk.key() == null ? Value.NULL : disk.key().arn(),
                    "deleteOnTermination", Value.flag(true)));
    Disk data =
        new Disk(
            disk.size(), "/dev/xvdb", disk.encrypted(), disk.iops(), disk.throughput(), disk.key());
    return List.of(own, LaunchTemplatePart.disk(data));
  }
}
