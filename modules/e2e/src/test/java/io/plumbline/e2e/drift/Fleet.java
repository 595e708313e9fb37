package io.plumbline.e2e.drift;

import io.plumbline.e2e.harness.Aws;
import io.plumbline.graph.IdentityTags;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CapacityReservation;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.PlacementGroup;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The example stack where it is deployed: its parts by the address that their tags name. */
final class Fleet {
  static final String PRIVATE_A = "net/private-us-east-1a";

  private final Aws aws;

  Fleet(Aws aws) {
    this.aws = aws;
  }

  Ec2Client ec2() {
    return aws.ec2();
  }

  AutoScalingClient scaling() {
    return aws.autoScaling();
  }

  IamClient iam() {
    return aws.iam();
  }

  S3Client s3() {
    return aws.s3();
  }

  CloudWatchClient cloudWatch() {
    return aws.cloudWatch();
  }

  ElasticLoadBalancingV2Client balancing() {
    return aws.balancing();
  }

  EventBridgeClient events() {
    return aws.events();
  }

  LambdaClient lambda() {
    return aws.lambda();
  }

  SqsClient sqs() {
    return aws.sqs();
  }

  Aws aws() {
    return aws;
  }

  private static Filter tagged(String address) {
    return Filter.builder().name("tag:" + IdentityTags.ID).values(address).build();
  }

  String vpc() {
    return ec2().describeVpcs(r -> r.filters(tagged("net"))).vpcs().get(0).vpcId();
  }

  String subnet(String address) {
    return ec2().describeSubnets(r -> r.filters(tagged(address))).subnets().get(0).subnetId();
  }

  String routeTable(String address) {
    return ec2()
        .describeRouteTables(r -> r.filters(tagged(address)))
        .routeTables()
        .get(0)
        .routeTableId();
  }

  RouteTableAssociation association(String subnet) {
    return ec2().describeRouteTables().routeTables().stream()
        .flatMap(table -> table.associations().stream())
        .filter(each -> subnet.equals(each.subnetId()))
        .findFirst()
        .orElseThrow();
  }

  String gateway() {
    return ec2()
        .describeInternetGateways(r -> r.filters(tagged("net/internet-gateway")))
        .internetGateways()
        .get(0)
        .internetGatewayId();
  }

  String fabric() {
    return ec2()
        .describeSecurityGroups(r -> r.filters(tagged("fabric")))
        .securityGroups()
        .get(0)
        .groupId();
  }

  /** What the network came with. */
  String defaultGroup() {
    String vpc = vpc();
    return ec2().describeSecurityGroups().securityGroups().stream()
        .filter(group -> group.vpcId().equals(vpc) && group.groupName().equals("default"))
        .findFirst()
        .orElseThrow()
        .groupId();
  }

  /** The routes that the network came with. */
  String mainTable() {
    String vpc = vpc();
    return ec2().describeRouteTables().routeTables().stream()
        .filter(table -> table.vpcId().equals(vpc))
        .filter(table -> table.associations().stream().anyMatch(each -> each.main()))
        .findFirst()
        .orElseThrow()
        .routeTableId();
  }

  /** The rule of {@code fabric} that lets nodes reach the world. */
  String wayOut() {
    String fabric = fabric();
    return ec2().describeSecurityGroupRules(r -> r.maxResults(1000)).securityGroupRules().stream()
        .filter(rule -> rule.groupId().equals(fabric) && rule.isEgress())
        .filter(rule -> rule.fromPort() == 443)
        .findFirst()
        .orElseThrow()
        .securityGroupRuleId();
  }

  AutoScalingGroup group(String address) {
    return scaling().describeAutoScalingGroups().autoScalingGroups().stream()
        .filter(group -> group.tags().stream().anyMatch(tag -> tag.value().equals(address)))
        .findFirst()
        .orElseThrow();
  }

  String template(String address) {
    return ec2().describeLaunchTemplates().launchTemplates().stream()
        .filter(template -> template.tags().stream().anyMatch(t -> t.value().equals(address)))
        .findFirst()
        .orElseThrow()
        .launchTemplateId();
  }

  /** A node of a group, by the id of the pool that its tags name. */
  Instance node(String pool) {
    return ec2().describeInstances(r -> r.filters(tagged(pool))).reservations().stream()
        .flatMap(reservation -> reservation.instances().stream())
        .filter(instance -> instance.state().name() == InstanceStateName.RUNNING)
        .findFirst()
        .orElseThrow();
  }

  CapacityReservation reservation(String address) {
    return ec2()
        .describeCapacityReservations(r -> r.filters(tagged(address)))
        .capacityReservations()
        .get(0);
  }

  PlacementGroup placement(String address) {
    return ec2().describePlacementGroups(r -> r.filters(tagged(address))).placementGroups().get(0);
  }

  /** There is one. */
  LoadBalancer balancer() {
    return balancing().describeLoadBalancers().loadBalancers().get(0);
  }

  Listener listener(int port) {
    String balancer = balancer().loadBalancerArn();
    return balancing().describeListeners(r -> r.loadBalancerArn(balancer)).listeners().stream()
        .filter(listener -> listener.port() == port)
        .findFirst()
        .orElseThrow();
  }

  /** There is one. */
  TargetGroup targets() {
    return balancing().describeTargetGroups().targetGroups().get(0);
  }

  /** There is one of ours. */
  String role() {
    return iam().listRoles().roles().stream()
        .map(role -> role.roleName())
        .filter(name -> name.startsWith("sandbox-"))
        .findFirst()
        .orElseThrow();
  }

  String profile() {
    return iam().listInstanceProfiles().instanceProfiles().get(0).instanceProfileName();
  }

  /** There is one. */
  String bucket() {
    return s3().listBuckets().buckets().get(0).name();
  }
}
