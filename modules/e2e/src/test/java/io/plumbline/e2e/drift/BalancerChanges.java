package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;

/** What is done to a load balancer and to the target group behind it. */
final class BalancerChanges {
  private static final String DRAIN = "deregistration_delay.timeout_seconds";
  private static final String ALGORITHM = "load_balancing.algorithm.type";

  private BalancerChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a balancer cuts answers off sooner",
            "changed front idleTimeout <- front",
            balancer("idle_timeout.timeout_seconds", "5", "300")),
        drift(
            "a balancer is protected from being deleted",
            "changed front deletionProtection <- front",
            balancer("deletion_protection.enabled", "true", "false")),
        drift(
            "a balancer lets odd headers through",
            "changed front dropInvalidHeaderFields <- front",
            balancer("routing.http.drop_invalid_header_fields.enabled", "false", "true")),
        drift(
            "a balancer gets the network's default group",
            "changed front securityGroups <- front",
            BalancerChanges::regroup),
        drift(
            "a balancer's tag has another value",
            "changed front tags/plumbline:environment <- front",
            fleet -> {
              String balancer = fleet.balancer().loadBalancerArn();
              tag(fleet, balancer, "prod");
              return () -> tag(fleet, balancer, "sandbox");
            }),
        drift(
            "a node is well by another path",
            "changed front/targets healthCheckPath <- front",
            targets(r -> r.healthCheckPath("/"), r -> r.healthCheckPath("/health"))),
        drift(
            "a node is asked less often",
            "changed front/targets healthCheckIntervalSeconds <- front",
            targets(r -> r.healthCheckIntervalSeconds(60), r -> r.healthCheckIntervalSeconds(10))),
        drift(
            "a node is well whatever it answers",
            "changed front/targets httpCode <- front",
            targets(
                r -> r.matcher(m -> m.httpCode("200-499")),
                r -> r.matcher(m -> m.httpCode("200")))),
        drift(
            "a node is unwell at its first failure",
            "changed front/targets unhealthyThresholdCount <- front",
            targets(r -> r.unhealthyThresholdCount(2), r -> r.unhealthyThresholdCount(3))),
        drift(
            "a node has no time to finish",
            "changed front/targets deregistrationDelay <- front",
            targetAttribute(DRAIN, "0", "300")),
        drift(
            "nodes take turns",
            "changed front/targets loadBalancingAlgorithm <- front",
            targetAttribute(ALGORITHM, "round_robin", "least_outstanding_requests")),
        drift(
            "a group's nodes get no more requests",
            "changed servers/group targetGroupArns <- servers",
            fleet -> {
              String group = fleet.group("servers/group").autoScalingGroupName();
              String targets = fleet.targets().targetGroupArn();
              fleet
                  .scaling()
                  .detachLoadBalancerTargetGroups(
                      r -> r.autoScalingGroupName(group).targetGroupARNs(targets));
              return () ->
                  fleet
                      .scaling()
                      .attachLoadBalancerTargetGroups(
                          r -> r.autoScalingGroupName(group).targetGroupARNs(targets));
            }));
  }

  private static Change.Deed balancer(String key, String value, String before) {
    return fleet -> {
      set(fleet, key, value);
      return () -> set(fleet, key, before);
    };
  }

  private static void set(Fleet fleet, String key, String value) {
    String balancer = fleet.balancer().loadBalancerArn();
    fleet
        .balancing()
        .modifyLoadBalancerAttributes(
            r -> r.loadBalancerArn(balancer).attributes(a -> a.key(key).value(value)));
  }

  private static Runnable regroup(Fleet fleet) {
    LoadBalancer balancer = fleet.balancer();
    String arn = balancer.loadBalancerArn();
    String byDefault = fleet.defaultGroup();
    fleet.balancing().setSecurityGroups(r -> r.loadBalancerArn(arn).securityGroups(byDefault));
    return () ->
        fleet
            .balancing()
            .setSecurityGroups(
                r -> r.loadBalancerArn(arn).securityGroups(balancer.securityGroups()));
  }

  private static void tag(Fleet fleet, String arn, String environment) {
    fleet
        .balancing()
        .addTags(
            r -> r.resourceArns(arn).tags(t -> t.key("plumbline:environment").value(environment)));
  }

  private static Change.Deed targets(
      Consumer<ModifyTargetGroupRequest.Builder> change,
      Consumer<ModifyTargetGroupRequest.Builder> back) {
    return fleet -> {
      String targets = fleet.targets().targetGroupArn();
      fleet.balancing().modifyTargetGroup(r -> r.targetGroupArn(targets).applyMutation(change));
      return () ->
          fleet.balancing().modifyTargetGroup(r -> r.targetGroupArn(targets).applyMutation(back));
    };
  }

  private static Change.Deed targetAttribute(String key, String value, String before) {
    return fleet -> {
      setOfTargets(fleet, key, value);
      return () -> setOfTargets(fleet, key, before);
    };
  }

  private static void setOfTargets(Fleet fleet, String key, String value) {
    String targets = fleet.targets().targetGroupArn();
    fleet
        .balancing()
        .modifyTargetGroupAttributes(
            r -> r.targetGroupArn(targets).attributes(a -> a.key(key).value(value)));
  }
}
