package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * An FSx for Lustre file system. Buckets are linked to it by associations, which are kinds of their
 * own; the older links inside a file system are nobody's wish. What it holds is lost with it, so it
 * is protected.
 */
public final class FsxLustreFileSystem {
  private FsxLustreFileSystem() {}

  private static final String LUSTRE = "LustreConfiguration";
  private static final String NOT_IN_CLOUDFORMATION = "CloudFormation has no property for it";

  private static final Shape METADATA = record(text("mode"), whole("iops"));

  public static final ResourceKind KIND =
      kind("fsx-lustre-file-system")
          .type("aws_fsx_lustre_file_system", "AWS::FSx::FileSystem")
          .constant(CLOUDFORMATION, "", Value.object("FileSystemType", Value.text("LUSTRE")))
          .read(Read.all("fsx:DescribeFileSystems").where("FileSystemType", Value.text("LUSTRE")))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .irreplaceable()
          .notInSandbox("Terraform waits there for what the sandbox's FSx never says")
          .output("id", "id", "Ref", "FileSystemId")
          .output("arn", "arn", "ResourceARN", "ResourceARN")
          .output("dnsName", "dns_name", "DNSName", "DNSName")
          .output("mountName", "mount_name", "LustreMountName", LUSTRE + "/MountName")
          .attributes(
              whole("storageCapacity"),
              text("storageType").replaces(TERRAFORM).byDefault(Value.text("SSD")),
              list("subnetIds", reference("subnet", "id")).replaces(),
              set("securityGroupIds", reference("security-group", "id"))
                  .notIn(AWS_API, "AWS answers its network interfaces, and not their groups")
                  .replaces(),
              text("kmsKeyId").replaces().filledIn("AWS's own key where none is named"),
              text("fileSystemTypeVersion")
                  .replaces(TERRAFORM)
                  .filledIn("follows from the deployment"))
          .under(
              LUSTRE,
              LUSTRE,
              text("deploymentType").replaces(TERRAFORM).byDefault(Value.text("SCRATCH_1")),
              whole("perUnitStorageThroughput").asGiven(),
              text("dataCompressionType").byDefault(Value.text("NONE")),
              whole("automaticBackupRetentionDays").byDefault(Value.whole(0)),
              text("dailyAutomaticBackupStartTime").filledIn("AWS chooses the hour"),
              flag("copyTagsToBackups").replaces(TERRAFORM).byDefault(Value.flag(false)),
              text("weeklyMaintenanceStartTime").filledIn("AWS chooses the hour"),
              text("driveCacheType").replaces(TERRAFORM).asGiven(),
              flag("efaEnabled").replaces(TERRAFORM).byDefault(Value.flag(false)),
              one("metadataConfiguration", METADATA).filledIn("follows from the capacity"))
          .attributes(
              text("rootSquash")
                  .in(TERRAFORM, "root_squash_configuration/root_squash")
                  .notIn(CLOUDFORMATION, NOT_IN_CLOUDFORMATION)
                  .in(AWS_API, LUSTRE + "/RootSquashConfiguration/RootSquash")
                  .asGiven(),
              text("logLevel")
                  .in(TERRAFORM, "log_configuration/level")
                  .notIn(CLOUDFORMATION, NOT_IN_CLOUDFORMATION)
                  .in(AWS_API, LUSTRE + "/LogConfiguration/Level")
                  .filledIn("follows from the deployment"),
              Tags.tags())
          .notOurs("given by AWS", "OwnerId", "CreationTime", "FileSystemId", "ResourceARN")
          .notOurs("given by AWS", "DNSName", LUSTRE + "/MountName", "NetworkInterfaceIds")
          .notOurs("always LUSTRE", "FileSystemType")
          .notOurs("follows from the subnets", "VpcId")
          .notOurs("passes by itself", "Lifecycle", "FailureDetails", "AdministrativeActions")
          .notOurs(
              "of other kinds of file systems",
              "WindowsConfiguration",
              "OntapConfiguration",
              "OpenZFSConfiguration")
          .notOurs(
              "links of retired deployments; buckets are linked by associations",
              LUSTRE + "/DataRepositoryConfiguration")
          .notOurs("nobody asks for it", LUSTRE + "/RootSquashConfiguration/NoSquashNids")
          .notOurs("follows from the level", LUSTRE + "/LogConfiguration/Destination")
          .notRead("backups", "tasks on its data", "security groups of its network interfaces")
          .notOurs(
              "a setting newer than what engines can say of it here",
              "LustreConfiguration/DataReadCacheConfiguration",
              "LustreConfiguration/ThroughputCapacity",
              "NetworkType")
          .notRead("read cache and throughput of the intelligent tier", "address family")
          .makingTakes("fsx:CreateFileSystem")
          .build();
}
