package io.plumbline.live.aws;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.ScheduledUpdateGroupAction;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.CapacityReservation;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.PlacementGroup;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.TransitGateway;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachment;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;
import software.amazon.awssdk.services.efs.model.DescribeBackupPolicyResponse;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemPolicyResponse;
import software.amazon.awssdk.services.efs.model.DescribeLifecycleConfigurationResponse;
import software.amazon.awssdk.services.efs.model.DescribeMountTargetSecurityGroupsResponse;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;
import software.amazon.awssdk.services.eks.model.AccessEntry;
import software.amazon.awssdk.services.eks.model.Addon;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.ListAssociatedAccessPoliciesResponse;
import software.amazon.awssdk.services.eks.model.Nodegroup;
import software.amazon.awssdk.services.eks.model.PodIdentityAssociation;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.fsx.model.DataRepositoryAssociation;
import software.amazon.awssdk.services.fsx.model.FileSystem;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;

/** What the SDK's model says of the documents that a kind is read from. */
final class AnswerTypes {
  private AnswerTypes() {}

  /**
   * An item of an operation's answer, and the members that it is given besides: the key that it was
   * asked by.
   */
  private record Item(SdkPojo type, List<String> keys) {
    Item(SdkPojo type, String... keys) {
      this(type, List.of(keys));
    }
  }

  private static final Map<String, Item> ITEMS =
      Map.ofEntries(
          Map.entry(
              "autoscaling:DescribeAutoScalingGroups",
              new Item(AutoScalingGroup.builder().build())),
          Map.entry(
              "autoscaling:DescribeLifecycleHooks", new Item(LifecycleHook.builder().build())),
          Map.entry("autoscaling:DescribePolicies", new Item(ScalingPolicy.builder().build())),
          Map.entry(
              "autoscaling:DescribeScheduledActions",
              new Item(ScheduledUpdateGroupAction.builder().build())),
          Map.entry("cloudwatch:DescribeAlarms", new Item(MetricAlarm.builder().build())),
          Map.entry(
              "cloudwatch:ListTagsForResource",
              new Item(ListTagsForResourceResponse.builder().build(), "AlarmArn")),
          Map.entry(
              "ec2:DescribeCapacityReservations", new Item(CapacityReservation.builder().build())),
          Map.entry("ec2:DescribeInstances", new Item(Reservation.builder().build())),
          Map.entry("ec2:DescribePlacementGroups", new Item(PlacementGroup.builder().build())),
          Map.entry("ec2:DescribeInternetGateways", new Item(InternetGateway.builder().build())),
          Map.entry("ec2:DescribeLaunchTemplates", new Item(LaunchTemplate.builder().build())),
          Map.entry(
              "ec2:DescribeLaunchTemplateVersions",
              new Item(LaunchTemplateVersion.builder().build())),
          Map.entry("ec2:DescribeRouteTables", new Item(RouteTable.builder().build())),
          Map.entry(
              "ec2:DescribeSecurityGroupRules", new Item(SecurityGroupRule.builder().build())),
          Map.entry("ec2:DescribeSecurityGroups", new Item(SecurityGroup.builder().build())),
          Map.entry("ec2:DescribeSubnets", new Item(Subnet.builder().build())),
          Map.entry(
              "ec2:DescribeVpcAttribute", new Item(DescribeVpcAttributeResponse.builder().build())),
          Map.entry("ec2:DescribeVpcs", new Item(Vpc.builder().build())),
          Map.entry("eks:DescribeAccessEntry", new Item(AccessEntry.builder().build())),
          Map.entry("eks:DescribeAddon", new Item(Addon.builder().build())),
          Map.entry("eks:DescribeCluster", new Item(Cluster.builder().build())),
          Map.entry("eks:DescribeNodegroup", new Item(Nodegroup.builder().build())),
          Map.entry(
              "eks:DescribePodIdentityAssociation",
              new Item(PodIdentityAssociation.builder().build())),
          Map.entry(
              "eks:ListAssociatedAccessPolicies",
              new Item(ListAssociatedAccessPoliciesResponse.builder().build())),
          Map.entry("elasticloadbalancing:DescribeListeners", new Item(Listener.builder().build())),
          Map.entry(
              "elasticloadbalancing:DescribeLoadBalancerAttributes",
              new Item(
                  DescribeLoadBalancerAttributesResponse.builder().build(), "LoadBalancerArn")),
          Map.entry(
              "elasticloadbalancing:DescribeLoadBalancers",
              new Item(LoadBalancer.builder().build())),
          Map.entry(
              "elasticloadbalancing:DescribeRules",
              new Item(Rule.builder().build(), "ListenerArn")),
          Map.entry(
              "elasticloadbalancing:DescribeTags",
              new Item(TagDescription.builder().build(), "LoadBalancerArn", "TargetGroupArn")),
          Map.entry(
              "elasticloadbalancing:DescribeTargetGroupAttributes",
              new Item(DescribeTargetGroupAttributesResponse.builder().build(), "TargetGroupArn")),
          Map.entry(
              "elasticloadbalancing:DescribeTargetGroups", new Item(TargetGroup.builder().build())),
          Map.entry(
              "elasticfilesystem:DescribeBackupPolicy",
              new Item(DescribeBackupPolicyResponse.builder().build(), "FileSystemId")),
          Map.entry(
              "elasticfilesystem:DescribeFileSystemPolicy",
              new Item(DescribeFileSystemPolicyResponse.builder().build())),
          Map.entry(
              "elasticfilesystem:DescribeFileSystems",
              new Item(FileSystemDescription.builder().build())),
          Map.entry(
              "elasticfilesystem:DescribeLifecycleConfiguration",
              new Item(DescribeLifecycleConfigurationResponse.builder().build(), "FileSystemId")),
          Map.entry(
              "elasticfilesystem:DescribeMountTargetSecurityGroups",
              new Item(
                  DescribeMountTargetSecurityGroupsResponse.builder().build(), "MountTargetId")),
          Map.entry(
              "elasticfilesystem:DescribeMountTargets",
              new Item(MountTargetDescription.builder().build())),
          Map.entry(
              "fsx:DescribeDataRepositoryAssociations",
              new Item(DataRepositoryAssociation.builder().build())),
          Map.entry("fsx:DescribeFileSystems", new Item(FileSystem.builder().build())),
          Map.entry("ec2:DescribeAddresses", new Item(Address.builder().build())),
          Map.entry("ec2:DescribeCustomerGateways", new Item(CustomerGateway.builder().build())),
          Map.entry("ec2:DescribeFlowLogs", new Item(FlowLog.builder().build())),
          Map.entry("ec2:DescribeNatGateways", new Item(NatGateway.builder().build())),
          Map.entry("ec2:DescribeTransitGateways", new Item(TransitGateway.builder().build())),
          Map.entry(
              "ec2:DescribeTransitGatewayVpcAttachments",
              new Item(TransitGatewayVpcAttachment.builder().build())),
          Map.entry("ec2:DescribeVpcEndpoints", new Item(VpcEndpoint.builder().build())),
          Map.entry("ec2:DescribeVpnConnections", new Item(VpnConnection.builder().build())),
          Map.entry("ec2:DescribeVpnGateways", new Item(VpnGateway.builder().build())),
          Map.entry("events:DescribeRule", new Item(DescribeRuleResponse.builder().build())),
          Map.entry(
              "events:ListTagsForResource",
              new Item(
                  software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse
                      .builder()
                      .build(),
                  "Arn")),
          Map.entry("events:ListTargetsByRule", new Item(Target.builder().build(), "Rule")),
          Map.entry("iam:GetInstanceProfile", new Item(InstanceProfile.builder().build())),
          Map.entry("iam:GetRole", new Item(Role.builder().build())),
          Map.entry("iam:GetRolePolicy", new Item(GetRolePolicyResponse.builder().build())),
          Map.entry(
              "iam:ListAttachedRolePolicies",
              new Item(AttachedPolicy.builder().build(), "RoleName")),
          Map.entry("kms:DescribeKey", new Item(KeyMetadata.builder().build(), "Asked")),
          Map.entry("kms:GetKeyPolicy", new Item(GetKeyPolicyResponse.builder().build(), "KeyId")),
          Map.entry(
              "kms:GetKeyRotationStatus", new Item(GetKeyRotationStatusResponse.builder().build())),
          Map.entry("kms:ListAliases", new Item(AliasListEntry.builder().build())),
          Map.entry(
              "kms:ListKeys",
              new Item(KeyMetadata.builder().build(), "Tags", "Tags/TagKey", "Tags/TagValue")),
          Map.entry(
              "lambda:GetFunction",
              new Item(GetFunctionResponse.builder().build(), "FunctionName")),
          Map.entry(
              "lambda:GetFunction(code)", new Item(FunctionCode.builder().build(), "FunctionName")),
          Map.entry(
              "lambda:GetPolicy", new Item(GetPolicyResponse.builder().build(), "FunctionName")),
          Map.entry(
              "lambda:ListEventSourceMappings",
              new Item(EventSourceMappingConfiguration.builder().build())),
          Map.entry("logs:DescribeLogGroups", new Item(LogGroup.builder().build())),
          Map.entry(
              "logs:ListTagsForResource",
              new Item(
                  software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceResponse
                      .builder()
                      .build(),
                  "logGroupArn")),
          Map.entry(
              "route53:ListHealthChecks",
              new Item(HealthCheck.builder().build(), "Tags", "Tags/Key", "Tags/Value")),
          Map.entry(
              "route53:ListHostedZones",
              new Item(HostedZone.builder().build(), "Called", "ZoneId")),
          Map.entry(
              "route53:ListResourceRecordSets",
              new Item(ResourceRecordSet.builder().build(), "HostedZoneId", "Shared")),
          Map.entry(
              "sqs:GetQueueAttributes",
              new Item(GetQueueAttributesResponse.builder().build(), "QueueName", "QueueUrl")),
          Map.entry(
              "sqs:ListQueueTags", new Item(ListQueueTagsResponse.builder().build(), "QueueUrl")),
          Map.entry(
              "s3:GetBucketEncryption",
              new Item(GetBucketEncryptionResponse.builder().build(), "Bucket")),
          Map.entry(
              "s3:GetBucketLifecycleConfiguration",
              new Item(GetBucketLifecycleConfigurationResponse.builder().build(), "Bucket")),
          Map.entry(
              "s3:GetBucketOwnershipControls",
              new Item(GetBucketOwnershipControlsResponse.builder().build(), "Bucket")),
          Map.entry(
              "s3:GetBucketPolicy", new Item(GetBucketPolicyResponse.builder().build(), "Bucket")),
          Map.entry(
              "s3:GetBucketTagging",
              new Item(GetBucketTaggingResponse.builder().build(), "Bucket")),
          Map.entry(
              "s3:GetBucketVersioning",
              new Item(GetBucketVersioningResponse.builder().build(), "Bucket")),
          Map.entry(
              "s3:GetPublicAccessBlock",
              new Item(GetPublicAccessBlockResponse.builder().build(), "Bucket")),
          Map.entry("s3:HeadBucket", new Item(HeadBucketResponse.builder().build(), "Bucket")),
          Map.entry(
              "secretsmanager:DescribeSecret",
              new Item(DescribeSecretResponse.builder().build(), "Asked")),
          Map.entry("ssm:DescribeParameters", new Item(ParameterMetadata.builder().build())),
          Map.entry("ssm:GetParameters", new Item(Parameter.builder().build())),
          Map.entry(
              "ssm:ListTagsForResource",
              new Item(
                  software.amazon.awssdk.services.ssm.model.ListTagsForResourceResponse.builder()
                      .build(),
                  "Name")));

  /**
   * Every field of the documents that the kind is read from: {@code a/b}, or {@code document:a/b}.
   */
  static Set<String> fields(ResourceKind kind) {
    Set<String> fields = new TreeSet<>();
    eachDocument(
        kind,
        (name, read) -> walk(name.isEmpty() ? "" : name + ":", rowType(read), List.of(), fields));
    return fields;
  }

  /** The fields that are maps, whose members no type names. */
  static Set<String> maps(ResourceKind kind) {
    Set<String> maps = new TreeSet<>();
    eachDocument(kind, (name, read) -> maps(name.isEmpty() ? "" : name + ":", rowType(read), maps));
    return maps;
  }

  private static void maps(String prefix, SdkPojo type, Set<String> maps) {
    for (SdkField<?> field : type.sdkFields()) {
      boolean named = type instanceof GetQueueAttributesResponse;
      if (field.marshallingType().equals(MarshallingType.MAP) && !named) {
        maps.add(prefix + field.memberName());
      }
      SdkPojo inner = inner(field);
      if (inner != null) {
        maps(prefix + field.memberName() + "/", inner, maps);
      }
    }
  }

  /** The members that the documents have besides their fields. */
  static Set<String> keys(ResourceKind kind) {
    Set<String> keys = new TreeSet<>();
    eachDocument(
        kind,
        (name, read) -> {
          String prefix = name.isEmpty() ? "" : name + ":";
          item(read).keys().forEach(key -> keys.add(prefix + key));
          read.carried().forEach(key -> keys.add(prefix + key));
        });
    return keys;
  }

  private static void eachDocument(ResourceKind kind, BiConsumer<String, Read> visitor) {
    kind.reads().forEach(visitor);
  }

  private static Item item(Read read) {
    String operation = read.operation().replaceFirst("\\(.*", "");
    Item item = ITEMS.getOrDefault(read.operation(), ITEMS.get(operation));
    if (item == null) {
      throw new IllegalStateException("name the item type of " + operation + " in AnswerTypes");
    }
    return item;
  }

  private static SdkPojo rowType(Read read) {
    SdkPojo type = item(read).type();
    for (String member : read.rows()) {
      type =
          type.sdkFields().stream()
              .filter(f -> f.memberName().equals(member))
              .map(AnswerTypes::inner)
              .findFirst()
              .orElseThrow();
    }
    return type;
  }

  /** A type inside itself is not gone into again: a file system's actions hold file systems. */
  private static void walk(String prefix, SdkPojo type, List<Class<?>> around, Set<String> fields) {
    List<Class<?>> here = new ArrayList<>(around);
    here.add(built(type));
    for (SdkField<?> field : type.sdkFields()) {
      fields.add(prefix + field.memberName());
      if (type instanceof GetQueueAttributesResponse) {
        QueueAttributeName.knownValues().stream()
            .filter(name -> name != QueueAttributeName.ALL)
            .forEach(name -> fields.add(prefix + field.memberName() + "/" + name));
      }
      SdkPojo inner = inner(field);
      if (inner != null && !here.contains(built(inner))) {
        walk(prefix + field.memberName() + "/", inner, here, fields);
      }
    }
  }

  /** Its class, be it the object or its builder. */
  private static Class<?> built(SdkPojo type) {
    Class<?> itself = type.getClass();
    return itself.getEnclosingClass() == null ? itself : itself.getEnclosingClass();
  }

  /** The record that a field holds, alone or in a list; null for all others. */
  private static SdkPojo inner(SdkField<?> field) {
    SdkField<?> at = field;
    while (at.marshallingType().equals(MarshallingType.LIST)) {
      at = at.getTrait(ListTrait.class).memberFieldInfo();
    }
    return at.marshallingType().equals(MarshallingType.SDK_POJO) ? at.constructor().get() : null;
  }
}
