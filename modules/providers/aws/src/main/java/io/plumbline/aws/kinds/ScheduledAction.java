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
 * A change of an Auto Scaling group's sizes at given times. CloudFormation makes up the name, so
 * the times tell it from its siblings as well.
 */
public final class ScheduledAction {
  private ScheduledAction() {}

  /** Terraform sets a size that is not said to 0, and takes -1 for leaving it alone. */
  private static final Value.Obj LEFT_ALONE =
      Value.object(
          "min_size", Value.whole(-1),
          "max_size", Value.whole(-1),
          "desired_capacity", Value.whole(-1));

  public static final ResourceKind KIND =
      kind("scheduled-action")
          .type("aws_autoscaling_schedule", "AWS::AutoScaling::ScheduledAction")
          .constant(TERRAFORM, "", LEFT_ALONE)
          .read(Read.all("autoscaling:DescribeScheduledActions").soughtBy("autoScalingGroupName"))
          .namedBy("scheduledActionName")
          .keyedBy("autoScalingGroupName", "recurrence", "timeZone")
          .within("autoScalingGroupName")
          .output("id", "id", "Ref", "{AutoScalingGroupName}/{ScheduledActionName}")
          .output("name", "scheduled_action_name", "ScheduledActionName", "ScheduledActionName")
          .attributes(
              ref("autoScalingGroupName", "auto-scaling-group", "name")
                  .in(TERRAFORM, "autoscaling_group_name")
                  .replaces(),
              text("scheduledActionName")
                  .notIn(CLOUDFORMATION, ScalingPolicy.NAME_MADE_UP)
                  .replaces()
                  .filledIn(ScalingPolicy.NAME_MADE_UP),
              whole("minSize").asGiven(),
              whole("maxSize").asGiven(),
              whole("desiredCapacity").asGiven(),
              text("recurrence").asGiven(),
              text("timeZone").asGiven(),
              text("startTime")
                  .filledIn("the next time that it is due")
                  .unkept("moves with each time"),
              text("endTime").asGiven())
          .notOurs("given by AWS", "ScheduledActionARN")
          .notOurs("retired: says again when it starts", "Time")
          .makingTakes("autoscaling:PutScheduledUpdateGroupAction")
          .free()
          .removedBy(
              aws(
                  "autoscaling delete-scheduled-action --auto-scaling-group-name"
                      + " {autoScalingGroupName} --scheduled-action-name {scheduledActionName}"))
          .build();
}
