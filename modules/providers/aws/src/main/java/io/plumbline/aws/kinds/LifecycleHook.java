package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A pause before a node of an Auto Scaling group goes into service or ends, until somebody says
 * that it may, or the time is over. The API lists those of one group.
 */
public final class LifecycleHook {
  private LifecycleHook() {}

  public static final ResourceKind KIND =
      kind("lifecycle-hook")
          .type("aws_autoscaling_lifecycle_hook", "AWS::AutoScaling::LifecycleHook")
          .read(Read.by("autoScalingGroupName", "autoscaling:DescribeLifecycleHooks"))
          .keyedBy("autoScalingGroupName", "lifecycleHookName")
          .within("autoScalingGroupName")
          .output("id", "id", "Ref", "{AutoScalingGroupName}/{LifecycleHookName}")
          .attributes(
              ref("autoScalingGroupName", "auto-scaling-group", "name")
                  .in(TERRAFORM, "autoscaling_group_name")
                  .replaces(CLOUDFORMATION),
              text("lifecycleHookName").in(TERRAFORM, "name").replaces(),
              text("lifecycleTransition"),
              whole("heartbeatTimeout").byDefault(Value.whole(3600)),
              text("defaultResult").byDefault(Value.text("ABANDON")),
              text("notificationTargetArn").inAws("NotificationTargetARN").asGiven(),
              text("roleArn").inAws("RoleARN").asGiven(),
              text("notificationMetadata").asGiven())
          .notOurs("follows from the heartbeat timeout", "GlobalTimeout")
          .makingTakes("autoscaling:PutLifecycleHook")
          .free()
          .removedBy(
              aws(
                  "autoscaling delete-lifecycle-hook --auto-scaling-group-name"
                      + " {autoScalingGroupName} --lifecycle-hook-name {lifecycleHookName}"))
          .build();
}
