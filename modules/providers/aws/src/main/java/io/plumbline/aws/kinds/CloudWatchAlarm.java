package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.asGiven;
import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;

/**
 * An alarm on a metric. One that calls a scaling policy of ours stands in it, except those that AWS
 * makes for target tracking: it names them after what they are for, and says so.
 */
public final class CloudWatchAlarm {
  private CloudWatchAlarm() {}

  /** How AWS begins the names of its own. */
  private static final String OF_TARGET_TRACKING = "TargetTracking-";

  /** And their descriptions, before the policy; seen of alarms in many accounts, 2026-11-25. */
  private static final String FOR_POLICY =
      "DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ";

  private static final Shape METRIC_STAT =
      record(
          text("namespace").inAws("Metric/Namespace"),
          text("metricName").inAws("Metric/MetricName"),
          Dimensions.ofAlarm().inAws("Metric/Dimensions"),
          whole("period"),
          text("stat"),
          text("unit"));

  private static final Shape QUERY =
      record(
          text("id"),
          text("expression"),
          text("label"),
          one("metricStat", METRIC_STAT).in(TERRAFORM, "metric"),
          whole("period"),
          flag("returnData").byDefault(Value.flag(true)),
          text("accountId"));

  public static final ResourceKind KIND =
      kind("cloudwatch-alarm")
          .type("aws_cloudwatch_metric_alarm", "AWS::CloudWatch::Alarm")
          .read(Read.all("cloudwatch:DescribeAlarms"))
          .read("tags", Read.by("AlarmArn", "cloudwatch:ListTagsForResource"))
          .taggedBy("tags")
          .namedBy("alarmName")
          .within("alarmActions")
          .providerMade(CloudWatchAlarm::isOfTargetTracking)
          .output("id", "id", "Ref", "AlarmName")
          .output("arn", "arn", "Arn", "AlarmArn")
          .attributes(
              text("alarmName").replaces(),
              text("alarmDescription").asGiven(),
              flag("actionsEnabled").byDefault(Value.flag(true)),
              set("alarmActions", reference("scaling-policy", "arn")).byDefault(Value.list()),
              set("okActions", Shape.Leaf.TEXT).inAws("OKActions").byDefault(Value.list()),
              set("insufficientDataActions", Shape.Leaf.TEXT).byDefault(Value.list()),
              text("comparisonOperator"),
              whole("evaluationPeriods"))
          .attributes(
              asGiven(
                  whole("datapointsToAlarm"),
                  decimal("threshold"),
                  text("thresholdMetricId"),
                  text("namespace"),
                  text("metricName"),
                  Dimensions.ofAlarm(),
                  text("statistic"),
                  text("extendedStatistic"),
                  whole("period"),
                  text("unit"),
                  set("metrics", QUERY).in(TERRAFORM, "metric_query"),
                  text("evaluateLowSampleCountPercentile")
                      .in(TERRAFORM, "evaluate_low_sample_count_percentiles")))
          .attributes(
              text("treatMissingData").byDefault(Value.text("missing")),
              Tags.tags().in(AWS_API, "tags:Tags"))
          .notOurs("given by AWS", "AlarmArn", "AlarmConfigurationUpdatedTimestamp")
          .notOurs(
              "changes with what it watches",
              "StateValue",
              "StateReason",
              "StateReasonData",
              "StateUpdatedTimestamp",
              "StateTransitionedTimestamp",
              "EvaluationState")
          .makingTakes("cloudwatch:PutMetricAlarm")
          .removedBy(aws("cloudwatch delete-alarms --alarm-names {alarmName}"))
          .build();

  /** Anybody may give an alarm such a name; what AWS makes also says for which of its actions. */
  private static boolean isOfTargetTracking(Obj alarm) {
    return alarm.get("AlarmName") instanceof Value.Text name
        && name.value().startsWith(OF_TARGET_TRACKING)
        && alarm.get("AlarmDescription") instanceof Value.Text description
        && alarm.get("AlarmActions") instanceof Value.Sequence actions
        && actions.items().stream().anyMatch(policy -> says(description.value(), policy));
  }

  private static boolean says(String description, Value policy) {
    return policy instanceof Value.Text arn
        && (description.equals(FOR_POLICY + arn.value())
            || description.equals(FOR_POLICY + arn.value() + "."));
  }
}
