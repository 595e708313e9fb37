package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * An EC2 instance, read alone: scaling groups make them. AWS tags each with the group, the template
 * and its version, so that one that runs on an old version is known, and one that somebody started
 * by hand in a network of ours. It is told by type and age.
 */
public final class Instance {
  private Instance() {}

  private static final String MADE = "instances are made by scaling groups";

  public static final ResourceKind KIND =
      kind("instance")
          .read(Read.all("ec2:DescribeInstances(present)").each("Instances"))
          .taggedBy("tags")
          .keyedBy("instanceType", "launchTime")
          .within("subnetId")
          .madeBy("tags/aws:autoscaling:groupName", "auto-scaling-group", "name")
          .agrees(
              "instances/launchTemplateVersion",
              "tags/aws:ec2launchtemplate:version",
              "launchTemplate/version",
              "mixedInstancesPolicy/launchTemplate/launchTemplateSpecification/version")
          .agrees(
              "instances/instanceType",
              "instanceType",
              "launchTemplate/launchTemplateId>instanceType",
              "mixedInstancesPolicy/launchTemplate/overrides/instanceType")
          .output("id", "id", "Ref", "InstanceId")
          .attributes(
              read(text("instanceType")),
              read(text("imageId")),
              read(text("launchTime")),
              read(ref("subnetId", "subnet", "id")),
              // AWS's own tags as well: they say what made it.
              read(map("tags").in(AWS_API, Codec.entries("Key", "Value"))))
          .notOurs("given by AWS", "InstanceId", "AmiLaunchIndex", "ClientToken")
          .notOurs("passes by itself", "State", "StateReason", "StateTransitionReason")
          .notOurs(
              "follows from the template that it was started from, whose version is compared",
              "Architecture",
              "BlockDeviceMappings",
              "BootMode",
              "CapacityReservationSpecification",
              "CpuOptions",
              "CurrentInstanceBootMode",
              "EbsOptimized",
              "EnaSupport",
              "EnclaveOptions",
              "HibernationOptions",
              "Hypervisor",
              "IamInstanceProfile",
              "InstanceLifecycle",
              "KernelId",
              "KeyName",
              "Licenses",
              "MaintenanceOptions",
              "MetadataOptions",
              "Monitoring",
              "NetworkInterfaces",
              "NetworkPerformanceOptions",
              "Operator",
              "Placement",
              "Platform",
              "PlatformDetails",
              "PrivateDnsNameOptions",
              "ProductCodes",
              "RamdiskId",
              "RootDeviceName",
              "RootDeviceType",
              "SecurityGroups",
              "SourceDestCheck",
              "SriovNetSupport",
              "TpmSupport",
              "UsageOperation",
              "UsageOperationUpdateTime",
              "VirtualizationType")
          .notOurs(
              "given by the network",
              "Ipv6Address",
              "OutpostArn",
              "PrivateDnsName",
              "PrivateIpAddress",
              "PublicDnsName",
              "PublicIpAddress",
              "VpcId")
          .notOurs("where it runs", "CapacityReservationId", "SpotInstanceRequestId")
          .notOurs(
              "retired by AWS", "ElasticGpuAssociations", "ElasticInferenceAcceleratorAssociations")
          .notRead("settings that somebody changed on one while it ran", "its disks")
          .notOurs("says again what the reservation says", "CapacityBlockId")
          .removedBy(aws("ec2 terminate-instances --instance-ids {id}"))
          .build();

  private static Attribute read(Attribute attribute) {
    return attribute.notIn(TERRAFORM, MADE).notIn(CLOUDFORMATION, MADE);
  }
}
