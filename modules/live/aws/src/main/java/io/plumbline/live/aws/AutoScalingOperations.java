package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.byKey;
import static io.plumbline.live.aws.Operation.list;

import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.ScheduledUpdateGroupAction;

/** EC2 Auto Scaling, one line an operation; page sizes are the greatest that it allows. */
final class AutoScalingOperations {
  private AutoScalingOperations() {}

  static final List<Operation> ALL =
      List.of(
          list(
                  "autoscaling:DescribeAutoScalingGroups",
                  AutoScalingGroup::builder,
                  "AutoScalingGroups",
                  aws ->
                      aws.autoScaling().describeAutoScalingGroupsPaginator(r -> r.maxRecords(100)))
              .some(
                  100,
                  "AutoScalingGroups",
                  (aws, names) ->
                      aws.autoScaling()
                          .describeAutoScalingGroupsPaginator(
                              r -> r.autoScalingGroupNames(names).maxRecords(100))),
          byKey(
              "autoscaling:DescribeLifecycleHooks",
              LifecycleHook::builder,
              "AutoScalingGroupName",
              Set.of(),
              AutoScalingOperations::hooks),
          list(
                  "autoscaling:DescribePolicies",
                  ScalingPolicy::builder,
                  "ScalingPolicies",
                  aws -> aws.autoScaling().describePoliciesPaginator(r -> r.maxRecords(100)))
              .one(
                  "ScalingPolicies",
                  Set.of(),
                  (aws, group) ->
                      aws.autoScaling()
                          .describePoliciesPaginator(
                              r -> r.autoScalingGroupName(group).maxRecords(100))),
          list(
                  "autoscaling:DescribeScheduledActions",
                  ScheduledUpdateGroupAction::builder,
                  "ScheduledUpdateGroupActions",
                  aws ->
                      aws.autoScaling().describeScheduledActionsPaginator(r -> r.maxRecords(100)))
              .one(
                  "ScheduledUpdateGroupActions",
                  Set.of(),
                  (aws, group) ->
                      aws.autoScaling()
                          .describeScheduledActionsPaginator(
                              r -> r.autoScalingGroupName(group).maxRecords(100))));

  /** Hooks are listed by group only, and without pages: a group has 50 at most. */
  private static void hooks(AwsServices aws, String group, Consumer<Obj> items) {
    Operation.addAll(
        List.of(aws.autoScaling().describeLifecycleHooks(r -> r.autoScalingGroupName(group))),
        "LifecycleHooks",
        items);
  }
}
