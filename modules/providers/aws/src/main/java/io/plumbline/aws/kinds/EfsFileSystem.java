package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
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
 * An EFS file system with its settings; mount targets are kinds of their own. What it holds is lost
 * with it, so it is protected. No design asks for a policy: one that stands there was put there by
 * somebody else.
 */
public final class EfsFileSystem {
  private EfsFileSystem() {}

  /** AWS takes one transition in each. */
  private static final Shape LIFECYCLE_POLICY =
      record(
          text("transitionToIA").in(TERRAFORM, "transition_to_ia"),
          text("transitionToPrimaryStorageClass"),
          text("transitionToArchive"));

  public static final ResourceKind KIND =
      kind("efs-file-system")
          .type("aws_efs_file_system", "AWS::EFS::FileSystem")
          .document(TERRAFORM, "backup", "aws_efs_backup_policy", "file_system_id", "id")
          .document(TERRAFORM, "policy", "aws_efs_file_system_policy", "file_system_id", "id")
          .read(Read.all("elasticfilesystem:DescribeFileSystems"))
          .read(
              "lifecycle",
              Read.by("FileSystemId", "elasticfilesystem:DescribeLifecycleConfiguration"))
          .read("backup", Read.by("FileSystemId", "elasticfilesystem:DescribeBackupPolicy"))
          .read("policy", Read.by("FileSystemId", "elasticfilesystem:DescribeFileSystemPolicy"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .irreplaceable()
          .output("id", "id", "Ref", "FileSystemId")
          .output("arn", "arn", "Arn", "FileSystemArn")
          .attributes(
              flag("encrypted").replaces().byDefault(Value.flag(false)),
              text("kmsKeyId").replaces().filledIn("the account's own key where none is named"),
              text("performanceMode").replaces().byDefault(Value.text("generalPurpose")),
              text("throughputMode").byDefault(Value.text("bursting")),
              decimal("provisionedThroughputInMibps").asGiven(),
              text("availabilityZoneName").replaces().asGiven(),
              text("replicationOverwriteProtection")
                  .in(TERRAFORM, "protection/replication_overwrite")
                  .inAws("FileSystemProtection/ReplicationOverwriteProtection")
                  .byDefault(Value.text("ENABLED")),
              set("lifecyclePolicies", LIFECYCLE_POLICY)
                  .in(TERRAFORM, "lifecycle_policy")
                  .in(AWS_API, "lifecycle:LifecyclePolicies")
                  .byDefault(Value.list()),
              backup(),
              json("policy")
                  .in(TERRAFORM, "policy:policy")
                  .in(CLOUDFORMATION, "FileSystemPolicy")
                  .in(AWS_API, "policy:Policy")
                  .asGiven(),
              Tags.tags().in(CLOUDFORMATION, "FileSystemTags", Tags.ENTRIES))
          .notOurs("given by AWS", "OwnerId", "FileSystemId", "FileSystemArn", "CreationTime")
          .notOurs("the engine's own mark of its request", "CreationToken")
          .notOurs("says again what the tag says", "Name")
          .notOurs("follows from the zone", "AvailabilityZoneId")
          .notOurs("passes by itself", "LifeCycleState")
          .notOurs("changes with use", "NumberOfMountTargets", "SizeInBytes")
          .notOurs("says how it was asked for", "policy:FileSystemId")
          .notRead("access points", "replication")
          .makingTakes("elasticfilesystem:CreateFileSystem")
          .build();

  private static Attribute backup() {
    return text("backupPolicy")
        .in(TERRAFORM, "backup:backup_policy/status")
        .in(CLOUDFORMATION, "BackupPolicy/Status")
        .in(AWS_API, "backup:BackupPolicy/Status")
        .byDefault(Value.text("DISABLED"));
  }
}
