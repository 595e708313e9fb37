package io.plumbline.aws.capacity;

import java.util.List;
import java.util.Map;

/**
 * What engines call to make one of a kind, and could not do without; in alphabetical order of the
 * kinds, a line each. Of a kind that is not here, a look before a deploy says that it knows
 * nothing.
 */
final class MakingActions {
  private MakingActions() {}

  static final Map<String, List<String>> BY_KIND =
      Map.ofEntries(
          Map.entry(
              "auto-scaling-group",
              List.of("autoscaling:CreateAutoScalingGroup", "ec2:RunInstances")),
          Map.entry(
              "bucket",
              List.of(
                  "s3:CreateBucket",
                  "s3:PutBucketVersioning",
                  "s3:PutEncryptionConfiguration",
                  "s3:PutLifecycleConfiguration")),
          Map.entry("capacity-reservation", List.of("ec2:CreateCapacityReservation")),
          Map.entry("cloudwatch-alarm", List.of("cloudwatch:PutMetricAlarm")),
          Map.entry("customer-gateway", List.of("ec2:CreateCustomerGateway")),
          Map.entry("efs-file-system", List.of("elasticfilesystem:CreateFileSystem")),
          Map.entry("efs-mount-target", List.of("elasticfilesystem:CreateMountTarget")),
          Map.entry("elastic-ip", List.of("ec2:AllocateAddress")),
          Map.entry("event-rule", List.of("events:PutRule")),
          Map.entry("event-target", List.of("events:PutTargets")),
          Map.entry("flow-log", List.of("ec2:CreateFlowLogs")),
          Map.entry(
              "fsx-data-repository-association", List.of("fsx:CreateDataRepositoryAssociation")),
          Map.entry("fsx-lustre-file-system", List.of("fsx:CreateFileSystem")),
          Map.entry(
              "instance-profile",
              List.of("iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:PassRole")),
          Map.entry(
              "internet-gateway",
              List.of("ec2:AttachInternetGateway", "ec2:CreateInternetGateway")),
          Map.entry("kms-alias", List.of("kms:CreateAlias")),
          Map.entry("kms-key", List.of("kms:CreateKey")),
          Map.entry("lambda-event-source-mapping", List.of("lambda:CreateEventSourceMapping")),
          Map.entry("lambda-function", List.of("iam:PassRole", "lambda:CreateFunction")),
          Map.entry("launch-template", List.of("ec2:CreateLaunchTemplate")),
          Map.entry("lifecycle-hook", List.of("autoscaling:PutLifecycleHook")),
          Map.entry("listener", List.of("elasticloadbalancing:CreateListener")),
          Map.entry("load-balancer", List.of("elasticloadbalancing:CreateLoadBalancer")),
          Map.entry("log-group", List.of("logs:CreateLogGroup", "logs:PutRetentionPolicy")),
          Map.entry("nat-gateway", List.of("ec2:CreateNatGateway")),
          Map.entry("placement-group", List.of("ec2:CreatePlacementGroup")),
          Map.entry("role", List.of("iam:CreateRole")),
          Map.entry("role-policy", List.of("iam:PutRolePolicy")),
          Map.entry("role-policy-attachment", List.of("iam:AttachRolePolicy")),
          Map.entry("route", List.of("ec2:CreateRoute")),
          Map.entry("route-table", List.of("ec2:CreateRouteTable")),
          Map.entry("route-table-association", List.of("ec2:AssociateRouteTable")),
          Map.entry("scaling-policy", List.of("autoscaling:PutScalingPolicy")),
          Map.entry("scheduled-action", List.of("autoscaling:PutScheduledUpdateGroupAction")),
          Map.entry("security-group", List.of("ec2:CreateSecurityGroup")),
          Map.entry("security-group-egress-rule", List.of("ec2:AuthorizeSecurityGroupEgress")),
          Map.entry("security-group-ingress-rule", List.of("ec2:AuthorizeSecurityGroupIngress")),
          Map.entry("sqs-queue", List.of("sqs:CreateQueue", "sqs:SetQueueAttributes")),
          Map.entry("ssm-parameter", List.of("ssm:PutParameter")),
          Map.entry("subnet", List.of("ec2:CreateSubnet")),
          Map.entry("target-group", List.of("elasticloadbalancing:CreateTargetGroup")),
          Map.entry("transit-gateway", List.of("ec2:CreateTransitGateway")),
          Map.entry(
              "transit-gateway-vpc-attachment", List.of("ec2:CreateTransitGatewayVpcAttachment")),
          Map.entry("vpc", List.of("ec2:CreateTags", "ec2:CreateVpc", "ec2:ModifyVpcAttribute")),
          Map.entry("vpc-endpoint", List.of("ec2:CreateVpcEndpoint")),
          Map.entry("vpn-connection", List.of("ec2:CreateVpnConnection")),
          Map.entry("vpn-gateway", List.of("ec2:AttachVpnGateway", "ec2:CreateVpnGateway")));
}
