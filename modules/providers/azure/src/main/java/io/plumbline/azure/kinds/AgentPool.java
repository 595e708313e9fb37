package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * Nodes of a Kubernetes cluster for whatever runs in it. Those that the cluster itself runs on
 * stand in the {@link ManagedCluster}, which is not made without.
 */
public final class AgentPool {
  /** What Azure calls the pool that a cluster comes with. */
  public static final String SYSTEM = "system";

  private static final String CLUSTER = "cluster";

  private AgentPool() {}

  /** What nodes are and how many, in pools of both sorts. */
  static Attribute[] nodes() {
    return new Attribute[] {
      text("vmSize").replaces(),
      whole("count").in(TERRAFORM, "node_count"),
      set("availabilityZones", Shape.Leaf.TEXT).in(TERRAFORM, "zones").replaces().asGiven(),
      ref("subnet", "subnet", "id")
          .in(ARM, "vnetSubnetID")
          .in(TERRAFORM, "vnet_subnet_id")
          .replaces(),
      text("orchestratorVersion").asGiven(),
      whole("osDiskSizeGB").in(TERRAFORM, "os_disk_size_gb").replaces(),
      text("osDiskType").replaces(),
      text("osSKU").in(TERRAFORM, "os_sku").replaces()
    };
  }

  public static final ResourceKind KIND =
      ClusterUnsaid.ofNodes(kind("agent-pool"), "properties/")
          .type(ARM, "Microsoft.ContainerService/managedClusters/agentPools" + Arm.CONTAINERS)
          .type(TERRAFORM, "azurerm_kubernetes_cluster_node_pool")
          .constant(
              ARM,
              "",
              Value.object(
                  "properties",
                  Value.object(
                      "mode", Value.text("User"),
                      "osType", Value.text("Linux"),
                      "type", Value.text("VirtualMachineScaleSets"))))
          .constant(
              TERRAFORM,
              "",
              Value.object("mode", Value.text("User"), "os_type", Value.text("Linux")))
          .read(
              Read.by(
                  CLUSTER,
                  "list Microsoft.ContainerService/managedClusters/agentPools" + Arm.CONTAINERS))
          .taggedBy("tags")
          .keyedBy(CLUSTER, "name")
          .within(CLUSTER)
          .importedBy("id")
          .unsaidOnceMade(ARM)
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(
              name(),
              ref(CLUSTER, "managed-cluster", "id")
                  .in(ARM, "parent")
                  .in(TERRAFORM, "kubernetes_cluster_id")
                  .replaces(),
              resourceGroup().notIn(TERRAFORM, "azurerm takes the cluster's"))
          .attributes(properties(nodes()))
          .attributes(
              properties(
                  flag("enableAutoScaling")
                      .in(TERRAFORM, "auto_scaling_enabled")
                      .byDefault(Value.flag(false)),
                  whole("minCount").asGiven(),
                  whole("maxCount").asGiven(),
                  text("scaleSetPriority")
                      .in(TERRAFORM, "priority")
                      .replaces()
                      .byDefault(Value.text("Regular")),
                  text("scaleSetEvictionPolicy")
                      .in(TERRAFORM, "eviction_policy")
                      .replaces()
                      .asGiven(),
                  decimal("spotMaxPrice").replaces().asGiven(),
                  map("nodeLabels").byDefault(Value.Obj.EMPTY),
                  set("nodeTaints", Shape.Leaf.TEXT).asGiven(),
                  text("gpuDriver").in(ARM, "gpuProfile/driver").replaces().asGiven(),
                  text("maxSurge")
                      .in(ARM, "upgradeSettings/maxSurge")
                      .in(TERRAFORM, "upgrade_settings/max_surge")
                      .filledIn("one in ten"),
                  text("maxUnavailable")
                      .in(ARM, "upgradeSettings/maxUnavailable")
                      .in(TERRAFORM, "upgrade_settings/max_unavailable")
                      .filledIn("none"),
                  ref("proximityPlacementGroup", "proximity-placement-group", "id")
                      .in(ARM, "proximityPlacementGroupID")
                      .in(TERRAFORM, "proximity_placement_group_id")
                      .replaces()
                      .asGiven(),
                  ref("capacityReservationGroup", "capacity-reservation-group", "id")
                      .in(ARM, "capacityReservationGroupID")
                      .in(TERRAFORM, "capacity_reservation_group_id")
                      .replaces()
                      .asGiven(),
                  flag("enableEncryptionAtHost")
                      .in(TERRAFORM, "host_encryption_enabled")
                      .replaces()
                      .byDefault(Value.flag(false)),
                  flag("enableNodePublicIP")
                      .in(TERRAFORM, "node_public_ip_enabled")
                      .replaces()
                      .byDefault(Value.flag(false)),
                  tags().under(API, "properties")))
          .providerMade("properties/mode", Value.text("System"))
          .notOurs(
              "given by Azure",
              "id",
              "type",
              "properties/eTag",
              "properties/provisioningState",
              "properties/powerState",
              "properties/currentOrchestratorVersion",
              "properties/nodeImageVersion")
          .notOurs(
              "always virtual machines with Linux, in scale sets",
              "properties/mode",
              "properties/osType",
              "properties/type")
          .notOurs(
              Unsaid.NOBODY,
              "properties/upgradeSettings/drainTimeoutInMinutes",
              "properties/upgradeSettings/nodeSoakDurationInMinutes",
              "properties/upgradeSettings/undrainableNodeBehavior")
          .makingTakes("Microsoft.ContainerService/managedClusters/agentPools/write")
          .charged("each machine, while it runs; and its disk")
          .removedBy(AzCommand.DELETE)
          .build();
}
