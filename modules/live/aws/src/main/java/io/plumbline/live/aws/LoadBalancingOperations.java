package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.byKey;
import static io.plumbline.live.aws.Operation.each;
import static io.plumbline.live.aws.Operation.list;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Elastic Load Balancing, one line an operation; page sizes are the greatest that it allows. */
final class LoadBalancingOperations {
  private LoadBalancingOperations() {}

  private static final Set<String> ABSENT =
      Set.of("LoadBalancerNotFound", "TargetGroupNotFound", "ListenerNotFound");

  /** So many are asked for their tags at a time. */
  private static final int TAGS_OF = 20;

  static final List<Operation> ALL =
      List.of(
          byKey(
              "elasticloadbalancing:DescribeListeners",
              Listener::builder,
              "LoadBalancerArn",
              ABSENT,
              (aws, arn, items) ->
                  Operation.addAll(
                      aws.loadBalancing()
                          .describeListenersPaginator(r -> r.loadBalancerArn(arn).pageSize(400)),
                      "Listeners",
                      items)),
          each(
              "elasticloadbalancing:DescribeLoadBalancerAttributes",
              DescribeLoadBalancerAttributesResponse::builder,
              "LoadBalancerArn",
              "",
              ABSENT,
              (aws, arn) ->
                  Operation.holding(
                      "Attributes",
                      aws.loadBalancing()
                          .describeLoadBalancerAttributes(r -> r.loadBalancerArn(arn)))),
          list(
                  "elasticloadbalancing:DescribeLoadBalancers",
                  LoadBalancer::builder,
                  "LoadBalancers",
                  aws -> aws.loadBalancing().describeLoadBalancersPaginator(r -> r.pageSize(400)))
              .one(
                  "LoadBalancers",
                  ABSENT,
                  (aws, arn) ->
                      List.of(
                          aws.loadBalancing().describeLoadBalancers(r -> r.loadBalancerArns(arn)))),
          byKey(
              "elasticloadbalancing:DescribeRules",
              Rule::builder,
              "ListenerArn",
              ABSENT,
              (aws, arn, items) ->
                  Operation.addAll(
                      aws.loadBalancing()
                          .describeRulesPaginator(r -> r.listenerArn(arn).pageSize(400)),
                      "Rules",
                      items)),
          tags("load-balancer", "LoadBalancerArn"),
          tags("target-group", "TargetGroupArn"),
          each(
              "elasticloadbalancing:DescribeTargetGroupAttributes",
              DescribeTargetGroupAttributesResponse::builder,
              "TargetGroupArn",
              "",
              ABSENT,
              (aws, arn) ->
                  Operation.holding(
                      "Attributes",
                      aws.loadBalancing()
                          .describeTargetGroupAttributes(r -> r.targetGroupArn(arn)))),
          list(
                  "elasticloadbalancing:DescribeTargetGroups",
                  TargetGroup::builder,
                  "TargetGroups",
                  aws -> aws.loadBalancing().describeTargetGroupsPaginator(r -> r.pageSize(400)))
              .one(
                  "TargetGroups",
                  ABSENT,
                  (aws, arn) ->
                      List.of(
                          aws.loadBalancing().describeTargetGroups(r -> r.targetGroupArns(arn)))));

  private static Operation tags(String what, String key) {
    return new Operation(
        "elasticloadbalancing:DescribeTags(" + what + ")",
        TagDescription::builder,
        key,
        (aws, arns, asking) ->
            Operation.inBatches(
                asking, arns, TAGS_OF, (some, items) -> tags(aws, some, key, items)));
  }

  private static void tags(AwsServices aws, List<String> arns, String key, Consumer<Obj> items) {
    Operation.addAll(
        List.of(aws.loadBalancing().describeTags(r -> r.resourceArns(arns))),
        "TagDescriptions",
        item -> {
          if (item.get("ResourceArn") instanceof Value.Text arn) {
            items.accept(Documents.with(item, key, arn.value()));
          }
        });
  }
}
