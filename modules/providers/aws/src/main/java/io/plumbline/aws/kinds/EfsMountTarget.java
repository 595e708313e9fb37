package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * The place where a subnet's machines mount a file system: one for each zone. It carries no tags:
 * the file system and the subnet tell it from others.
 */
public final class EfsMountTarget {
  private EfsMountTarget() {}

  public static final ResourceKind KIND =
      kind("efs-mount-target")
          .type("aws_efs_mount_target", "AWS::EFS::MountTarget")
          .read(Read.by("fileSystemId", "elasticfilesystem:DescribeMountTargets"))
          .read(
              "groups",
              Read.by("MountTargetId", "elasticfilesystem:DescribeMountTargetSecurityGroups"))
          .keyedBy("fileSystemId", "subnetId")
          .within("fileSystemId")
          .output("id", "id", "Ref", "MountTargetId")
          .attributes(
              ref("fileSystemId", "efs-file-system", "id").replaces(),
              ref("subnetId", "subnet", "id").replaces(),
              text("ipAddress")
                  .replaces()
                  .filledIn("an address of the subnet")
                  .unkept("another with each one made"),
              set("securityGroups", reference("security-group", "id"))
                  .in(AWS_API, "groups:SecurityGroups")
                  .filledIn("the network's default group"))
          .notOurs("given by AWS", "OwnerId", "MountTargetId", "NetworkInterfaceId")
          .notOurs("follows from the subnet", "AvailabilityZoneId", "AvailabilityZoneName", "VpcId")
          .notOurs("passes by itself", "LifeCycleState")
          .notOurs(
              "given by AWS where a mount target has one; no design asks for one", "Ipv6Address")
          .makingTakes("elasticfilesystem:CreateMountTarget")
          .free()
          .build();
}
