package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * What moves the size of an Auto Scaling group: towards a target, by steps, or by a forecast. A
 * policy of the retired simple type is read, and no design asks for one. CloudFormation makes up
 * the name, so that what a policy does tells it from its siblings as well.
 */
public final class ScalingPolicy {
  private ScalingPolicy() {}

  static final String NAME_MADE_UP = "CloudFormation makes up the name";

  private static final Shape STEP =
      record(
          bound("metricIntervalLowerBound"),
          bound("metricIntervalUpperBound"),
          whole("scalingAdjustment"));

  public static final ResourceKind KIND =
      kind("scaling-policy")
          .type("aws_autoscaling_policy", "AWS::AutoScaling::ScalingPolicy")
          .read(Read.all("autoscaling:DescribePolicies").soughtBy("autoScalingGroupName"))
          .namedBy("policyName")
          .keyedBy(
              "autoScalingGroupName",
              "policyType",
              "targetTrackingConfiguration",
              "stepAdjustments")
          .within("autoScalingGroupName")
          .output("id", "arn", "Ref", "PolicyARN")
          .output("arn", "arn", "Arn", "PolicyARN")
          .output("name", "name", "PolicyName", "PolicyName")
          .attributes(
              ref("autoScalingGroupName", "auto-scaling-group", "name")
                  .in(TERRAFORM, "autoscaling_group_name")
                  .replaces(),
              text("policyName")
                  .in(TERRAFORM, "name")
                  .notIn(CLOUDFORMATION, NAME_MADE_UP)
                  .replaces(TERRAFORM)
                  .filledIn(NAME_MADE_UP),
              text("policyType").byDefault(Value.text("SimpleScaling")),
              text("adjustmentType").asGiven(),
              whole("scalingAdjustment").asGiven(),
              whole("minAdjustmentMagnitude").asGiven(),
              whole("cooldown").in(CLOUDFORMATION, Codec.NUMBER_AS_TEXT).asGiven(),
              whole("estimatedInstanceWarmup").asGiven(),
              text("metricAggregationType").filledIn("the policy's type decides"),
              set("stepAdjustments", STEP).in(TERRAFORM, "step_adjustment").byDefault(Value.list()),
              one("targetTrackingConfiguration", TargetTracking.SHAPE).asGiven(),
              one("predictiveScalingConfiguration", PredictiveScaling.SHAPE).asGiven(),
              flag("enabled")
                  .notIn(CLOUDFORMATION, "CloudFormation has no property for it")
                  .byDefault(Value.flag(true)))
          .notOurs("given by AWS", "PolicyARN")
          .notOurs("retired: minAdjustmentMagnitude takes its place", "MinAdjustmentStep")
          .notOurs("alarms are made for a target by AWS, or are a kind of their own", "Alarms")
          .makingTakes("autoscaling:PutScalingPolicy")
          .free()
          .removedBy(
              aws(
                  "autoscaling delete-policy --auto-scaling-group-name {autoScalingGroupName}"
                      + " --policy-name {policyName}"))
          .build();

  /** A bound that is left out is infinite. Terraform writes bounds as text. */
  private static Attribute bound(String name) {
    return decimal(name).in(TERRAFORM, Codec.NUMBER_AS_TEXT);
  }
}
