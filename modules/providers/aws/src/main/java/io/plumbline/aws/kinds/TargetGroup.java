package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * Where a load balancer sends traffic, and how it tells whether a target is well. Scaling groups
 * put their nodes into it, so that its targets are none of ours.
 */
public final class TargetGroup {
  private TargetGroup() {}

  private static final BalancerSettings SETTINGS = new BalancerSettings("TargetGroupAttributes");

  public static final ResourceKind KIND =
      kind("target-group")
          .type("aws_lb_target_group", "AWS::ElasticLoadBalancingV2::TargetGroup")
          .read(Read.all("elasticloadbalancing:DescribeTargetGroups"))
          .read(
              "attributes",
              Read.by("TargetGroupArn", "elasticloadbalancing:DescribeTargetGroupAttributes"))
          .read(
              "tags", Read.by("TargetGroupArn", "elasticloadbalancing:DescribeTags(target-group)"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("name")
          .within("vpcId")
          .output("id", "arn", "Ref", "TargetGroupArn")
          .output("arn", "arn", "Ref", "TargetGroupArn")
          .attributes(
              text("name").in(AWS_API, "TargetGroupName").replaces(),
              text("targetType").replaces().byDefault(Value.text("instance")),
              text("protocol").replaces(),
              text("protocolVersion").replaces().filledIn("the protocol decides"),
              whole("port").replaces(),
              ref("vpcId", "vpc", "id").replaces(),
              text("ipAddressType").replaces().byDefault(Value.text("ipv4")),
              flag("healthCheckEnabled")
                  .in(TERRAFORM, "health_check/enabled")
                  .byDefault(Value.flag(true)),
              text("healthCheckProtocol")
                  .in(TERRAFORM, "health_check/protocol")
                  .filledIn("the protocol decides"),
              text("healthCheckPort")
                  .in(TERRAFORM, "health_check/port")
                  .byDefault(Value.text("traffic-port")),
              text("healthCheckPath")
                  .in(TERRAFORM, "health_check/path")
                  .filledIn("the protocol decides"),
              whole("healthCheckIntervalSeconds")
                  .in(TERRAFORM, "health_check/interval")
                  .byDefault(Value.whole(30)),
              whole("healthCheckTimeoutSeconds")
                  .in(TERRAFORM, "health_check/timeout")
                  .filledIn("the protocol decides"),
              whole("healthyThresholdCount")
                  .in(TERRAFORM, "health_check/healthy_threshold")
                  .byDefault(Value.whole(5)),
              whole("unhealthyThresholdCount")
                  .in(TERRAFORM, "health_check/unhealthy_threshold")
                  .byDefault(Value.whole(2)),
              text("httpCode")
                  .in(TERRAFORM, "health_check/matcher")
                  .inAws("Matcher/HttpCode")
                  .filledIn("the protocol decides"))
          .attributes(
              SETTINGS.whole(
                  "deregistrationDelay",
                  "deregistration_delay",
                  "deregistration_delay.timeout_seconds"),
              SETTINGS.whole("slowStart", "slow_start", "slow_start.duration_seconds"),
              SETTINGS.text(
                  "loadBalancingAlgorithm",
                  "load_balancing_algorithm_type",
                  "load_balancing.algorithm.type"),
              Tags.tags().in(AWS_API, "tags:Tags", Tags.ENTRIES))
          .notOurs("given by AWS", "TargetGroupArn")
          .notOurs("follows from the listeners", "LoadBalancerArns")
          .notOurs("no design serves gRPC yet", "Matcher/GrpcCode")
          .notOurs("says again whose tags they are", "tags:ResourceArn")
          .notRead(
              "targets that somebody registers by hand",
              "stickiness",
              "failover",
              "proxy protocol",
              "preserved client addresses",
              "cross-zone balancing of its own",
              "thresholds of healthy targets")
          .notOurs("a setting newer than what engines can say of it here", "TargetControlPort")
          .notRead("control port of targets")
          .makingTakes("elasticloadbalancing:CreateTargetGroup")
          .free()
          .build();
}
