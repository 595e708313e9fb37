package io.plumbline.live.aws;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyResponse;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemPolicyResponse;
import software.amazon.awssdk.services.efs.model.DescribeLifecycleConfigurationResponse;
import software.amazon.awssdk.services.efs.model.DescribeMountTargetSecurityGroupsResponse;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;

/** EFS, one line an operation; page sizes are the greatest that it allows. */
final class EfsOperations {
  private EfsOperations() {}

  private static final String FILE_SYSTEM = "FileSystemId";
  private static final Set<String> GONE = Set.of("FileSystemNotFound");
  private static final Set<String> NO_POLICY = Set.of("PolicyNotFound", "FileSystemNotFound");

  static final List<Operation> ALL =
      List.of(
          Operation.each(
              "elasticfilesystem:DescribeBackupPolicy",
              DescribeBackupPolicyResponse::builder,
              FILE_SYSTEM,
              "",
              NO_POLICY,
              (aws, id) ->
                  Operation.holding(
                      "BackupPolicy", aws.efs().describeBackupPolicy(r -> r.fileSystemId(id)))),
          Operation.each(
              "elasticfilesystem:DescribeFileSystemPolicy",
              DescribeFileSystemPolicyResponse::builder,
              FILE_SYSTEM,
              "",
              NO_POLICY,
              (aws, id) ->
                  Operation.holding(
                      "Policy", aws.efs().describeFileSystemPolicy(r -> r.fileSystemId(id)))),
          Operation.list(
                  "elasticfilesystem:DescribeFileSystems",
                  FileSystemDescription::builder,
                  "FileSystems",
                  aws -> aws.efs().describeFileSystemsPaginator(r -> r.maxItems(1000)))
              .one(
                  "FileSystems",
                  GONE,
                  (aws, id) -> List.of(aws.efs().describeFileSystems(r -> r.fileSystemId(id)))),
          Operation.each(
              "elasticfilesystem:DescribeLifecycleConfiguration",
              DescribeLifecycleConfigurationResponse::builder,
              FILE_SYSTEM,
              "",
              GONE,
              (aws, id) ->
                  Operation.holding(
                      "LifecyclePolicies",
                      aws.efs().describeLifecycleConfiguration(r -> r.fileSystemId(id)))),
          Operation.byKey(
              "elasticfilesystem:DescribeMountTargets",
              MountTargetDescription::builder,
              FILE_SYSTEM,
              GONE,
              (aws, id, items) ->
                  Operation.addAll(
                      aws.efs()
                          .describeMountTargetsPaginator(r -> r.fileSystemId(id).maxItems(1000)),
                      "MountTargets",
                      items)),
          Operation.each(
              "elasticfilesystem:DescribeMountTargetSecurityGroups",
              DescribeMountTargetSecurityGroupsResponse::builder,
              "MountTargetId",
              "",
              Set.of("MountTargetNotFound"),
              (aws, id) ->
                  Operation.holding(
                      "SecurityGroups",
                      aws.efs().describeMountTargetSecurityGroups(r -> r.mountTargetId(id)))));
}
