package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.LowerCamel.flag;
import static io.plumbline.aws.kinds.LowerCamel.list;
import static io.plumbline.aws.kinds.LowerCamel.one;
import static io.plumbline.aws.kinds.LowerCamel.ref;
import static io.plumbline.aws.kinds.LowerCamel.set;
import static io.plumbline.aws.kinds.LowerCamel.text;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * An EKS cluster: the control plane. Node groups, add-ons and access entries are kinds of their
 * own, and so it comes without the add-ons that nobody could pin, and without access for whoever
 * happened to make it. What was set up in it is lost with it, so it is protected.
 */
public final class EksCluster {
  private EksCluster() {}

  private static final Shape ENCRYPTION =
      record(
          set("resources", Shape.Leaf.TEXT),
          text("keyArn")
              .in(TERRAFORM, "provider/key_arn")
              .in(CLOUDFORMATION, "Provider/KeyArn")
              .in(AWS_API, "provider/keyArn"));

  private static final Shape BLOCKS = record(set("cidrs", Shape.Leaf.TEXT));

  private static final Shape REMOTE_NETWORKS =
      record(list("remoteNodeNetworks", BLOCKS), list("remotePodNetworks", BLOCKS));

  /** The API answers several lists of log types, each enabled or not. */
  private static final Codec ENABLED_LOGS =
      new Codec(
          types -> Value.list(Value.object("enabled", Value.flag(true), "types", types)),
          EksCluster::enabledLogs);

  private static final String NO_ARGUMENT = "version 5 of the provider has no argument for it";

  private static final String NOT_ANSWERED = "it counts while the cluster is made, and never again";

  public static final ResourceKind KIND =
      kind("eks-cluster")
          .type("aws_eks_cluster", "AWS::EKS::Cluster")
          .constant(TERRAFORM, "", Value.object("bootstrap_self_managed_addons", Value.flag(false)))
          .constant(
              CLOUDFORMATION, "", Value.object("BootstrapSelfManagedAddons", Value.flag(false)))
          .read(Read.by("name", "eks:DescribeCluster"))
          .taggedBy("tags")
          .namedBy("name")
          .irreplaceable()
          .output("id", "id", "Ref", "name")
          .output("name", "name", "Ref", "name")
          .output("arn", "arn", "Arn", "arn")
          .output("endpoint", "endpoint", "Endpoint", "endpoint")
          .output(
              "clusterSecurityGroupId",
              "vpc_config/cluster_security_group_id",
              "ClusterSecurityGroupId",
              "resourcesVpcConfig/clusterSecurityGroupId")
          .attributes(
              text("name").replaces(),
              text("version"),
              ref("roleArn", "role", "arn").replaces(),
              text("authenticationMode")
                  .in(TERRAFORM, "access_config/authentication_mode")
                  .in(CLOUDFORMATION, "AccessConfig/AuthenticationMode")
                  .in(AWS_API, "accessConfig/authenticationMode")
                  .byDefault(Value.text("CONFIG_MAP")),
              flag("bootstrapClusterCreatorAdminPermissions")
                  .in(TERRAFORM, "access_config/bootstrap_cluster_creator_admin_permissions")
                  .in(CLOUDFORMATION, "AccessConfig/BootstrapClusterCreatorAdminPermissions")
                  .notIn(AWS_API, NOT_ANSWERED)
                  .replaces())
          .under(
              "ResourcesVpcConfig",
              "resourcesVpcConfig",
              set("subnetIds", reference("subnet", "id")).in(TERRAFORM, "vpc_config/subnet_ids"),
              set("securityGroupIds", reference("security-group", "id"))
                  .in(TERRAFORM, "vpc_config/security_group_ids")
                  .byDefault(Value.list()),
              flag("endpointPrivateAccess")
                  .in(TERRAFORM, "vpc_config/endpoint_private_access")
                  .byDefault(Value.flag(false)),
              flag("endpointPublicAccess")
                  .in(TERRAFORM, "vpc_config/endpoint_public_access")
                  .byDefault(Value.flag(true)),
              set("publicAccessCidrs", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "vpc_config/public_access_cidrs")
                  .filledIn("of a public endpoint alone"))
          .under(
              "KubernetesNetworkConfig",
              "kubernetesNetworkConfig",
              text("ipFamily")
                  .in(TERRAFORM, "kubernetes_network_config/ip_family")
                  .byDefault(Value.text("ipv4"))
                  .replaces(),
              text("serviceIpv4Cidr")
                  .in(TERRAFORM, "kubernetes_network_config/service_ipv4_cidr")
                  .filledIn("10.100.0.0/16 or 172.20.0.0/16, which the network does not have")
                  .replaces(),
              flag("elasticLoadBalancing")
                  .in(TERRAFORM, "kubernetes_network_config/elastic_load_balancing/enabled")
                  .in(CLOUDFORMATION, "ElasticLoadBalancing/Enabled")
                  .in(AWS_API, "elasticLoadBalancing/enabled")
                  .byDefault(Value.flag(false)))
          .attributes(
              one("encryptionConfig", ENCRYPTION)
                  .in(CLOUDFORMATION, Codec.ONLY_ITEM)
                  .in(AWS_API, Codec.ONLY_ITEM)
                  .asGiven()
                  .replaces(),
              set("logging", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "enabled_cluster_log_types")
                  .in(
                      CLOUDFORMATION,
                      "Logging/ClusterLogging/EnabledTypes",
                      Codec.each(Codec.member("Type")))
                  .in(AWS_API, "logging/clusterLogging", ENABLED_LOGS)
                  .byDefault(Value.list()),
              text("supportType")
                  .in(TERRAFORM, "upgrade_policy/support_type")
                  .in(CLOUDFORMATION, "UpgradePolicy/SupportType")
                  .in(AWS_API, "upgradePolicy/supportType")
                  .byDefault(Value.text("EXTENDED")),
              flag("zonalShift")
                  .in(TERRAFORM, "zonal_shift_config/enabled")
                  .in(CLOUDFORMATION, "ZonalShiftConfig/Enabled")
                  .in(AWS_API, "zonalShiftConfig/enabled")
                  .byDefault(Value.flag(false)),
              one("remoteNetworkConfig", REMOTE_NETWORKS).asGiven(),
              flag("deletionProtection").notIn(TERRAFORM, NO_ARGUMENT).byDefault(Value.flag(false)),
              text("controlPlaneTier")
                  .notIn(TERRAFORM, NO_ARGUMENT)
                  .in(CLOUDFORMATION, "ControlPlaneScalingConfig/Tier")
                  .in(AWS_API, "controlPlaneScalingConfig/tier")
                  .byDefault(Value.text("standard")),
              Tags.mapped("tags"))
          .under(
              "ComputeConfig",
              "computeConfig",
              flag("autoMode")
                  .in(TERRAFORM, "compute_config/enabled")
                  .in(CLOUDFORMATION, "Enabled")
                  .in(AWS_API, "enabled")
                  .byDefault(Value.flag(false)),
              set("nodePools", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "compute_config/node_pools")
                  .byDefault(Value.list()),
              text("nodeRoleArn").in(TERRAFORM, "compute_config/node_role_arn").asGiven())
          .attributes(
              flag("blockStorage")
                  .in(TERRAFORM, "storage_config/block_storage/enabled")
                  .in(CLOUDFORMATION, "StorageConfig/BlockStorage/Enabled")
                  .in(AWS_API, "storageConfig/blockStorage/enabled")
                  .byDefault(Value.flag(false)))
          .notOurs("given by AWS", "arn", "createdAt", "endpoint", "identity", "id")
          .notOurs("given by AWS", "certificateAuthority", "platformVersion", "clientRequestToken")
          .notOurs("passes by itself", "status", "health")
          .notOurs(NOT_ANSWERED, "accessConfig/bootstrapClusterCreatorAdminPermissions")
          .notOurs("of clusters that run elsewhere", "connectorConfig", "outpostConfig")
          .notOurs(
              "follows from the subnets",
              "resourcesVpcConfig/vpcId",
              "resourcesVpcConfig/clusterSecurityGroupId",
              "kubernetesNetworkConfig/serviceIpv6Cidr")
          .notRead(
              "what runs in the cluster: pods, services, roles of Kubernetes",
              "Fargate profiles",
              "identity providers",
              "what its controllers make: load balancers, volumes")
          .makingTakes("eks:CreateCluster")
          .charged("each hour, more for old versions")
          .build();

  private static Value enabledLogs(Value answered) {
    List<Value> types = new ArrayList<>();
    for (Value each : ((Value.Sequence) answered).items()) {
      Value.Obj some = (Value.Obj) each;
      if (some.get("enabled").equals(Value.flag(true))) {
        types.addAll(((Value.Sequence) some.get("types")).items());
      }
    }
    return Value.list(types);
  }
}
