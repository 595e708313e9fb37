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
          CapacityReservation.KIND,
          CloudWatchAlarm.KIND,
          CustomerGateway.KIND,
          ElasticIp.KIND,
          EventRule.KIND,
          EventTarget.KIND,
          FlowLog.KIND,
          InstanceProfile.KIND,
          InternetGateway.KIND,
          LambdaEventSourceMapping.KIND,
          LambdaFunction.KIND,
          LaunchTemplate.KIND,
          LifecycleHook.KIND,
          LogGroup.KIND,
          NatGateway.KIND,
          PlacementGroup.KIND,
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
          Queue.KIND,
          Subnet.KIND,
          TransitGateway.KIND,
          TransitGatewayVpcAttachment.KIND,
          Vpc.KIND,
          VpcEndpoint.KIND,
          VpnConnection.KIND,
          VpnGateway.KIND);
}
