package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * A Kubernetes cluster of Azure's (AKS): its control plane, which Azure runs, and the nodes that it
 * comes with. People enter it as roles of Azure say; certificates for whoever holds them are off
 * unless a design has them.
 */
public final class ManagedCluster {
  private static final String NODES = "properties/agentPoolProfiles/";
  private static final String DIRECTORY = "azure_active_directory_role_based_access_control/";

  /** Who it is to the rest of Azure: an identity that comes and goes with it. */
  private static final Value ITSELF = Value.object("type", Value.text("SystemAssigned"));

  private ManagedCluster() {}

  /** What is on here where it is off there. */
  private static final Codec NOT = new Codec(ManagedCluster::not, ManagedCluster::not);

  public static final ResourceKind KIND =
      ClusterUnsaid.of(ClusterUnsaid.ofNodes(kind("managed-cluster"), NODES))
          .type(ARM, "Microsoft.ContainerService/managedClusters" + Arm.CONTAINERS)
          .type(TERRAFORM, "azurerm_kubernetes_cluster")
          .constant(
              ARM,
              "",
              Value.object(
                  "sku", Value.object("name", Value.text("Base")),
                  "identity", ITSELF,
                  "properties",
                      Value.object("aadProfile", Value.object("managed", Value.flag(true)))))
          .constant(TERRAFORM, "", Value.object("identity", ITSELF))
          .read(Read.all("Microsoft.ContainerService/managedClusters"))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .output("endpoint", ARM, "properties/fqdn")
          .output("endpoint", TERRAFORM, "fqdn")
          .output("issuer", ARM, "properties/oidcIssuerProfile/issuerURL")
          .output("issuer", TERRAFORM, "oidc_issuer_url")
          .attributes(
              name(),
              location(),
              resourceGroup(),
              text("tier").in(ARM, "sku/tier").in(TERRAFORM, "sku_tier"))
          .attributes(
              properties(
                  text("kubernetesVersion"),
                  text("dnsPrefix").replaces(),
                  text("nodeResourceGroup").replaces().filledIn("MC_, the group and the cluster"),
                  text("supportPlan").byDefault(Value.text("KubernetesOfficial")),
                  flag("enableRBAC")
                      .in(TERRAFORM, "role_based_access_control_enabled")
                      .replaces()
                      .byDefault(Value.flag(true)),
                  flag("disableLocalAccounts")
                      .in(TERRAFORM, "local_account_disabled")
                      .byDefault(Value.flag(false)),
                  SystemPool.attribute()))
          .attributes(properties(people()))
          .attributes(properties(network()))
          .attributes(properties(endpoint()))
          .attributes(
              properties(
                  flag("oidcIssuer")
                      .in(ARM, "oidcIssuerProfile/enabled")
                      .in(TERRAFORM, "oidc_issuer_enabled")
                      .byDefault(Value.flag(false)),
                  flag("workloadIdentity")
                      .in(ARM, "securityProfile/workloadIdentity/enabled")
                      .in(TERRAFORM, "workload_identity_enabled")
                      .byDefault(Value.flag(false)),
                  text("nodeOSUpgradeChannel")
                      .in(ARM, "autoUpgradeProfile/nodeOSUpgradeChannel")
                      .in(TERRAFORM, "node_os_upgrade_channel")
                      .byDefault(Value.text("NodeImage"))))
          .attributes(tags())
          .notOurs(
              "given by Azure",
              "id",
              "type",
              "eTag",
              "systemData",
              "properties/azurePortalFQDN",
              "properties/currentKubernetesVersion",
              "properties/maxAgentPools",
              "properties/privateFQDN",
              "properties/provisioningState",
              "properties/resourceUID")
          .notOurs("given by Azure, with a number each", "identity")
          .notOurs("whether it is switched off right now", "properties/powerState")
          .notOurs(
              "pools of a design are kinds of their own; this one holds the cluster's own pods",
              NODES + "capacityReservationGroupID",
              NODES + "enableAutoScaling",
              NODES + "enableEncryptionAtHost",
              NODES + "enableNodePublicIP",
              NODES + "gpuProfile",
              NODES + "maxCount",
              NODES + "minCount",
              NODES + "nodeLabels",
              NODES + "powerState",
              NODES + "proximityPlacementGroupID",
              NODES + "scaleSetEvictionPolicy",
              NODES + "scaleSetPriority",
              NODES + "spotMaxPrice",
              NODES + "tags",
              NODES + "upgradeSettings")
          .makingTakes("Microsoft.ContainerService/managedClusters/write")
          .charged("each hour, and each machine of its own")
          .removedBy(AzCommand.DELETE)
          .build();

  /** Who enters it. */
  private static Attribute[] people() {
    return new Attribute[] {
      flag("enableAzureRBAC")
          .in(ARM, "aadProfile/enableAzureRBAC")
          .in(TERRAFORM, DIRECTORY + "azure_rbac_enabled")
          .byDefault(Value.flag(false)),
      text("tenantID")
          .in(ARM, "aadProfile/tenantID")
          .in(TERRAFORM, DIRECTORY + "tenant_id")
          .filledIn("the subscription's")
    };
  }

  private static Attribute[] network() {
    return Common.inside(
        "networkProfile",
        text("networkPlugin").in(TERRAFORM, "network_profile/network_plugin").replaces(),
        text("networkPluginMode").in(TERRAFORM, "network_profile/network_plugin_mode").asGiven(),
        text("networkPolicy").in(TERRAFORM, "network_profile/network_policy").asGiven(),
        text("networkDataplane")
            .in(TERRAFORM, "network_profile/network_data_plane")
            .byDefault(Value.text("azure")),
        text("loadBalancerSku")
            .in(TERRAFORM, "network_profile/load_balancer_sku")
            .replaces()
            .byDefault(Value.text("standard")),
        text("outboundType").in(TERRAFORM, "network_profile/outbound_type"),
        text("podCidr").in(TERRAFORM, "network_profile/pod_cidr").replaces(),
        text("serviceCidr").in(TERRAFORM, "network_profile/service_cidr").replaces(),
        text("dnsServiceIP").in(TERRAFORM, "network_profile/dns_service_ip").replaces());
  }

  /** From where its API is reached. */
  private static Attribute[] endpoint() {
    return Common.inside(
        "apiServerAccessProfile",
        set("authorizedIPRanges", Shape.Leaf.TEXT)
            .in(TERRAFORM, "api_server_access_profile/authorized_ip_ranges")
            .asGiven(),
        flag("enablePrivateCluster")
            .in(TERRAFORM, "private_cluster_enabled")
            .replaces()
            .byDefault(Value.flag(false)),
        flag("enablePrivateClusterPublicFQDN")
            .in(TERRAFORM, "private_cluster_public_fqdn_enabled")
            .byDefault(Value.flag(false)),
        flag("disableRunCommand")
            .in(TERRAFORM, "run_command_enabled", NOT)
            .byDefault(Value.flag(false)));
  }

  private static Value not(Value value) {
    return value instanceof Value.Bool flag ? Value.flag(!flag.value()) : value;
  }
}
