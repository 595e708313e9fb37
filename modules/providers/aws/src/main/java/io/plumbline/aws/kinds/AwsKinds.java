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
          CloudWatchAlarm.KIND,
          InstanceProfile.KIND,
          InternetGateway.KIND,
          LaunchTemplate.KIND,
          LifecycleHook.KIND,
          Listener.KIND,
          LoadBalancer.KIND,
          Role.KIND,
          RolePolicy.KIND,
          RolePolicyAttachment.KIND,
          Route.KIND,
          RouteTable.KIND,
          RouteTableAssociation.KIND,
          ScalingPolicy.KIND,
          ScheduledAction.KIND,
          SecurityGroup.KIND,
          SecurityGroupRule.EGRESS,
          SecurityGroupRule.INGRESS,
          Subnet.KIND,
          TargetGroup.KIND,
          Vpc.KIND);
}
