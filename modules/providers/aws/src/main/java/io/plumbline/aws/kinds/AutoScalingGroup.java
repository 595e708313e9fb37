package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Members;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.List;

/**
 * An EC2 Auto Scaling group. Its tags say one by one whether instances get them, so they are a set
 * of records, not a map. Engines differ in the health check's grace period where nobody sets one
 * (Terraform 300 seconds, AWS none).
 */
public final class AutoScalingGroup {
  private AutoScalingGroup() {}

  private static final Shape TAG = record(text("key"), text("value"), flag("propagateAtLaunch"));

  private static final Shape RESERVATION =
      record(
          text("capacityReservationPreference").byDefault(Value.text("default")),
          one(
              "capacityReservationTarget",
              record(
                  list("capacityReservationIds", Shape.Leaf.TEXT),
                  list("capacityReservationResourceGroupArns", Shape.Leaf.TEXT))));

  private static final Shape WARM_POOL =
      record(
          whole("minSize").byDefault(Value.whole(0)),
          whole("maxGroupPreparedCapacity"),
          text("poolState").byDefault(Value.text("Stopped")),
          one("instanceReusePolicy", record(flag("reuseOnScaleIn").byDefault(Value.flag(false)))));

  private static final Shape ZONE_IMPAIRMENT =
      record(
          flag("zonalShiftEnabled").byDefault(Value.flag(false)),
          text("impairedZoneHealthCheckBehavior").byDefault(Value.text("IgnoreUnhealthy")));

  /** CloudFormation groups metrics by their granularity, of which there is one. */
  private static final Codec METRICS_COLLECTION =
      new Codec(
              metrics -> Value.object("Granularity", Value.text("1Minute"), "Metrics", metrics),
              Codec.member("Metrics").decode())
          .then(Codec.ONLY_ITEM);

  /**
   * Nodes come as there is capacity. Terraform would wait for all of them, call a group that lacks
   * one a failure, and replace it at the next deploy, with the nodes that it has got.
   */
  private static final Value.Obj WHATEVER_CAPACITY =
      Value.object(
          "wait_for_capacity_timeout", Value.text("0"),
          "ignore_failed_scaling_activities", Value.flag(true));

  /** Schedules change the sizes; an update must not set back what it does not change. */
  private static final Value.Obj SIZES_MOVED =
      Value.object(
          "UpdatePolicy",
          Value.object(
              "AutoScalingScheduledAction",
              Value.object("IgnoreUnmodifiedGroupSizeProperties", Value.flag(true))));

  /** States in the EC2 Auto Scaling user guide, "instance lifecycle", 2026-11. */
  private static final Members NODES =
      new Members(
          "Instances",
          "InstanceId",
          "LifecycleState",
          List.of(
              "EnteringStandby",
              "Standby",
              "Detaching",
              "Detached",
              "Terminating",
              "Terminating:Wait",
              "Terminating:Proceed",
              "Terminated"),
          List.of("desiredCapacity", "minSize"));

  public static final ResourceKind KIND =
      kind("auto-scaling-group")
          .type("aws_autoscaling_group", "AWS::AutoScaling::AutoScalingGroup")
          .document(
              CLOUDFORMATION,
              "warm-pool",
              "AWS::AutoScaling::WarmPool",
              "AutoScalingGroupName",
              "name")
          .constant(TERRAFORM, "", WHATEVER_CAPACITY)
          .whereMoved(CLOUDFORMATION, SIZES_MOVED)
          .read(Read.all("autoscaling:DescribeAutoScalingGroups"))
          .taggedBy("tags")
          .importedBy("name")
          .namedBy("name")
          .within("subnets")
          .companionOf(
              "Tags/@eks:cluster-name", "eks-cluster", "name", AutoScalingGroup::isOfNodeGroup)
          .members(NODES)
          .output("id", "id", "Ref", "AutoScalingGroupName")
          .output("name", "name", "Ref", "AutoScalingGroupName")
          .output("arn", "arn", "AutoScalingGroupARN", "AutoScalingGroupARN")
          .attributes(
              text("name").inAws("AutoScalingGroupName").replaces(),
              count("minSize"),
              count("maxSize"),
              count("desiredCapacity").unkept("moves with the load"),
              text("desiredCapacityType").byDefault(Value.text("units")),
              set("subnets", reference("subnet", "id"))
                  .in(TERRAFORM, "vpc_zone_identifier")
                  .in(CLOUDFORMATION, "VPCZoneIdentifier")
                  .in(AWS_API, "VPCZoneIdentifier", Codec.COMMA_SEPARATED),
              one("launchTemplate", GroupInstances.SINGLE_TEMPLATE).asGiven(),
              one("mixedInstancesPolicy", GroupInstances.MIXED).asGiven(),
              text("launchConfigurationName").in(TERRAFORM, "launch_configuration").asGiven(),
              one("capacityReservationSpecification", RESERVATION).asGiven(),
              count("defaultCooldown")
                  .in(CLOUDFORMATION, "Cooldown", Codec.NUMBER_AS_TEXT)
                  .byDefault(Value.whole(300)),
              whole("defaultInstanceWarmup").asGiven(),
              text("healthCheckType").byDefault(Value.text("EC2")),
              whole("healthCheckGracePeriod").byDefault(Value.whole(0)),
              whole("maxInstanceLifetime").asGiven(),
              flag("capacityRebalance").byDefault(Value.flag(false)),
              flag("newInstancesProtectedFromScaleIn")
                  .in(TERRAFORM, "protect_from_scale_in")
                  .byDefault(Value.flag(false)),
              list("terminationPolicies", Shape.Leaf.TEXT)
                  .byDefault(Value.texts(List.of("Default"))),
              set("suspendedProcesses", Shape.Leaf.TEXT)
                  .notIn(CLOUDFORMATION, "only its update policy suspends, while it updates")
                  .in(AWS_API, Codec.each(Codec.member("ProcessName")))
                  .byDefault(Value.list()),
              set("enabledMetrics", Shape.Leaf.TEXT)
                  .in(CLOUDFORMATION, "MetricsCollection", METRICS_COLLECTION)
                  .in(AWS_API, Codec.each(Codec.member("Metric")))
                  .byDefault(Value.list()),
              ref("placementGroup", "placement-group", "name").asGiven(),
              text("serviceLinkedRoleArn")
                  .inAws("ServiceLinkedRoleARN")
                  .filledIn("the account's own, whose number it has"),
              set("targetGroupArns", reference("target-group", "arn"))
                  .inAws("TargetGroupARNs")
                  .byDefault(Value.list()),
              set("loadBalancerNames", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "load_balancers")
                  .byDefault(Value.list()),
              set("trafficSources", record(text("identifier"), text("type")))
                  .in(TERRAFORM, "traffic_source")
                  .byDefault(Value.list()),
              one(
                      "instanceMaintenancePolicy",
                      record(whole("minHealthyPercentage"), whole("maxHealthyPercentage")))
                  .asGiven(),
              one(
                      "availabilityZoneDistribution",
                      record(
                          text("capacityDistributionStrategy")
                              .byDefault(Value.text("balanced-best-effort"))))
                  .asGiven(),
              one("availabilityZoneImpairmentPolicy", ZONE_IMPAIRMENT)
                  .notIn(TERRAFORM, "version 5 of the provider has no argument for it")
                  .asGiven(),
              one("warmPool", WARM_POOL)
                  .in(CLOUDFORMATION, "warm-pool:")
                  .in(AWS_API, "WarmPoolConfiguration")
                  .asGiven(),
              text("context").asGiven(),
              set("tags", TAG)
                  .in(TERRAFORM, "tag")
                  .in(CLOUDFORMATION, Tags.USERS_OWN)
                  .in(AWS_API, Tags.USERS_OWN)
                  .byDefault(Value.list()))
          .notOurs("given by AWS", "AutoScalingGroupARN", "CreatedTime", "Status")
          .notOurs("follows from the subnets", "AvailabilityZones")
          .notOurs("made by the group, and changes with use", "Instances", "WarmPoolSize")
          .notOurs("forecast by AWS", "PredictedCapacity")
          .notOurs("passes by itself", "WarmPoolConfiguration/Status")
          .notOurs("told with the process", "SuspendedProcesses/SuspensionReason")
          .notOurs("one value only: 1Minute", "EnabledMetrics/Granularity")
          .notOurs("says again what the tag is of", "Tags/ResourceId", "Tags/ResourceType")
          .notOurs(
              "says again which template launchTemplateId is",
              "LaunchTemplate/LaunchTemplateName",
              "MixedInstancesPolicy/LaunchTemplate/LaunchTemplateSpecification/LaunchTemplateName",
              "MixedInstancesPolicy/LaunchTemplate/Overrides/LaunchTemplateSpecification"
                  + "/LaunchTemplateName")
          .notRead("notifications")
          .notOurs(
              "a setting newer than what engines can say of it here",
              "InstanceLifecyclePolicy",
              "MixedInstancesPolicy/LaunchTemplate/Overrides/ImageId")
          .notRead("what keeps instances whose hooks were abandoned", "images of single overrides")
          .makingTakes("autoscaling:CreateAutoScalingGroup", "ec2:RunInstances")
          .removedBy(
              aws("autoscaling delete-auto-scaling-group" + " --auto-scaling-group-name {name}"))
          .build();

  /** CloudFormation writes a group's numbers as text. */
  private static Attribute count(String name) {
    return whole(name).in(CLOUDFORMATION, Codec.NUMBER_AS_TEXT);
  }

  /** Anybody may tag a group so; EKS alone names it, and begins so. */
  private static boolean isOfNodeGroup(Value.Obj group) {
    return group.get("AutoScalingGroupName") instanceof Value.Text name
        && name.value().startsWith("eks-");
  }
}
