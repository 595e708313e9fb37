package io.plumbline.aws.kinds;

import io.plumbline.kind.ResourceKind;
import java.util.List;

/**
 * The kinds that the AWS provider knows, in alphabetical order of their ids: a new kind is one line
 * here.
 */
public final class AwsKinds {
  private AwsKinds() {}

  public static final List<ResourceKind> ALL =
      List.of(
          AutoScalingGroup.KIND,
          Bucket.KIND,
          EfsFileSystem.KIND,
          EfsMountTarget.KIND,
          ExistingKmsKey.KIND,
          FsxDataRepositoryAssociation.KIND,
          FsxLustreFileSystem.KIND,
          InstanceProfile.KIND,
          InternetGateway.KIND,
          KmsAlias.KIND,
          KmsKey.KIND,
          LaunchTemplate.KIND,
          Role.KIND,
          RolePolicy.KIND,
          RolePolicyAttachment.KIND,
          Route.KIND,
          RouteTable.KIND,
          RouteTableAssociation.KIND,
          Secret.KIND,
          SecurityGroup.KIND,
          SecurityGroupRule.EGRESS,
          SecurityGroupRule.INGRESS,
          SsmParameter.KIND,
          Subnet.KIND,
          Vpc.KIND);
}
