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
          DnsRecord.KIND,
          DnsRecord.TEXTS,
          EfsFileSystem.KIND,
          EfsMountTarget.KIND,
          EksAccessEntry.KIND,
          EksAccessPolicy.KIND,
          EksAddon.KIND,
          EksCluster.KIND,
          EksNodeGroup.KIND,
          EksPodIdentityAssociation.KIND,
          ElasticIp.KIND,
          EventRule.KIND,
          EventTarget.KIND,
          ExistingKmsKey.KIND,
          FlowLog.KIND,
          FsxDataRepositoryAssociation.KIND,
          FsxLustreFileSystem.KIND,
          HealthCheck.KIND,
          HostedZone.KIND,
          Instance.KIND,
          InstanceProfile.KIND,
          InternetGateway.KIND,
          KmsAlias.KIND,
          KmsKey.KIND,
          LambdaEventSourceMapping.KIND,
          LambdaFunction.KIND,
          LaunchTemplate.KIND,
          LifecycleHook.KIND,
          Listener.KIND,
          ListenerRule.KIND,
          LoadBalancer.KIND,
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
          Secret.KIND,
          SecurityGroup.KIND,
          SecurityGroupRule.EGRESS,
          SecurityGroupRule.INGRESS,
          Queue.KIND,
          SsmParameter.KIND,
          Subnet.KIND,
          TargetGroup.KIND,
          TransitGateway.KIND,
          TransitGatewayVpcAttachment.KIND,
          Vpc.KIND,
          VpcEndpoint.KIND,
          VpnConnection.KIND,
          VpnGateway.KIND);
}
