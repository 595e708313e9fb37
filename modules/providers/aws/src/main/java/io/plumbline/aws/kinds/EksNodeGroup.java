package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.LowerCamel.flag;
import static io.plumbline.aws.kinds.LowerCamel.list;
import static io.plumbline.aws.kinds.LowerCamel.map;
import static io.plumbline.aws.kinds.LowerCamel.one;
import static io.plumbline.aws.kinds.LowerCamel.ref;
import static io.plumbline.aws.kinds.LowerCamel.set;
import static io.plumbline.aws.kinds.LowerCamel.text;
import static io.plumbline.aws.kinds.LowerCamel.whole;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * A managed node group of an EKS cluster. EKS makes a scaling group of it, from a copy of its
 * launch template, and replaces its nodes by itself when either changes.
 */
public final class EksNodeGroup {
  private EksNodeGroup() {}

  private static final String NO_ARGUMENT = "version 5 of the provider has no argument for it";

  private static final Shape TAINT =
      record(text("key"), text("value").byDefault(Value.text("")), text("effect"));

  private static final Shape REPAIR_OVERRIDE =
      record(
          text("nodeMonitoringCondition"),
          text("nodeUnhealthyReason"),
          whole("minRepairWaitTimeMins"),
          text("repairAction"));

  private static final Shape REMOTE_ACCESS =
      record(
          text("ec2SshKey"),
          set("sourceSecurityGroups", reference("security-group", "id"))
              .in(TERRAFORM, "source_security_group_ids"));

  public static final ResourceKind KIND =
      kind("eks-node-group")
          .type("aws_eks_node_group", "AWS::EKS::Nodegroup")
          .read(Read.by("clusterName", "eks:DescribeNodegroup"))
          .taggedBy("tags")
          .keyedBy("clusterName", "nodegroupName")
          .within("clusterName")
          // All sizes or none when it is made, any later on; one that goes from a template changes
          // nothing, one that is sent sets the number (EKS API Reference, NodegroupScalingConfig).
          .unsaidWhereMoved(CLOUDFORMATION)
          .output("id", "arn", "Arn", "nodegroupArn")
          .output("arn", "arn", "Arn", "nodegroupArn")
          .attributes(
              ref("clusterName", "eks-cluster", "name").replaces(),
              text("nodegroupName").in(TERRAFORM, "node_group_name").replaces(),
              text("version").filledIn("that of the cluster, when it was made or last updated"),
              text("releaseVersion").filledIn("the newest, when it was made or last updated"),
              text("capacityType").byDefault(Value.text("ON_DEMAND")).replaces(),
              list("instanceTypes", Shape.Leaf.TEXT).asGiven().replaces(),
              text("amiType").filledIn("follows from the instance types").replaces(),
              set("subnets", reference("subnet", "id")).in(TERRAFORM, "subnet_ids").replaces(),
              ref("nodeRole", "role", "arn").in(TERRAFORM, "node_role_arn").replaces(),
              ref("launchTemplateId", "launch-template", "id")
                  .in(TERRAFORM, "launch_template/id")
                  .in(CLOUDFORMATION, "LaunchTemplate/Id")
                  .in(AWS_API, "launchTemplate/id")
                  .asGiven()
                  .replaces(TERRAFORM),
              ref("launchTemplateVersion", "launch-template", "latestVersion")
                  .in(TERRAFORM, "launch_template/version")
                  .in(CLOUDFORMATION, "LaunchTemplate/Version")
                  .in(AWS_API, "launchTemplate/version")
                  .asGiven(),
              whole("diskSize").asGiven().replaces(),
              one("remoteAccess", REMOTE_ACCESS).asGiven().replaces(),
              map("labels").byDefault(Value.Obj.EMPTY),
              set("taints", TAINT).in(TERRAFORM, "taint").byDefault(Value.list()))
          .under(
              "ScalingConfig",
              "scalingConfig",
              whole("minSize").in(TERRAFORM, "scaling_config/min_size"),
              whole("maxSize").in(TERRAFORM, "scaling_config/max_size"),
              whole("desiredSize")
                  .in(TERRAFORM, "scaling_config/desired_size")
                  .unkept("moves with the load"))
          .under(
              "UpdateConfig",
              "updateConfig",
              whole("maxUnavailable").in(TERRAFORM, "update_config/max_unavailable").asGiven(),
              whole("maxUnavailablePercentage")
                  .in(TERRAFORM, "update_config/max_unavailable_percentage")
                  .asGiven(),
              text("updateStrategy").notIn(TERRAFORM, NO_ARGUMENT).filledIn("DEFAULT, or nothing"))
          .under("NodeRepairConfig", "nodeRepairConfig", repairs())
          .attributes(Tags.mapped("tags").in(CLOUDFORMATION, Tags.USERS_OWN))
          .notOurs("given by AWS", "nodegroupArn", "createdAt")
          .notOurs("passes by itself", "status", "health", "modifiedAt")
          .notOurs("made by it, and found where it is looked for", "resources")
          .notOurs("says again which template the id is", "launchTemplate/name")
          .notRead("its scaling group, and the copy of its launch template, which EKS keeps")
          .makingTakes("eks:CreateNodegroup", "ec2:RunInstances", "iam:PassRole")
          .build();

  /** How many nodes at a time, and which of them, nobody says. */
  private static Attribute[] repairs() {
    return new Attribute[] {
      flag("nodeRepair")
          .in(TERRAFORM, "node_repair_config/enabled")
          .in(CLOUDFORMATION, "Enabled")
          .in(AWS_API, "enabled")
          .byDefault(Value.flag(false)),
      whole("maxUnhealthyNodeThresholdCount").notIn(TERRAFORM, NO_ARGUMENT).asGiven(),
      whole("maxUnhealthyNodeThresholdPercentage").notIn(TERRAFORM, NO_ARGUMENT).asGiven(),
      whole("maxParallelNodesRepairedCount").notIn(TERRAFORM, NO_ARGUMENT).asGiven(),
      whole("maxParallelNodesRepairedPercentage").notIn(TERRAFORM, NO_ARGUMENT).asGiven(),
      set("nodeRepairConfigOverrides", REPAIR_OVERRIDE).notIn(TERRAFORM, NO_ARGUMENT).asGiven()
    };
  }
}
