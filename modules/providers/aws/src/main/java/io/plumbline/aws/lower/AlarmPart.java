package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.CloudWatchAlarm;
import io.plumbline.graph.Resource;
import io.plumbline.model.ScalingPolicy.Side;
import io.plumbline.model.ScalingPolicy.Steps;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Alarms: those that call a policy of steps, and those that somebody has to look at. */
final class AlarmPart {
  private static final int MINUTES = 3;

  private AlarmPart() {}

  /** Calls a policy of steps, three minutes after its value is passed. */
  static Resource resource(Steps policy, Parts parts, String policyPart, Measure measure) {
    String part = "alarm-" + policy.id();
    String comparison =
        policy.side() == Side.ABOVE
            ? "GreaterThanOrEqualToThreshold"
            : "LessThanOrEqualToThreshold";
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("alarmName", parts.nameValue(part, Names.ALARM));
    attributes.put("alarmDescription", Value.text("Calls scaling policy " + policy.id()));
    attributes.put("alarmActions", Value.list(Value.ref(parts.address(policyPart), "arn")));
    attributes.put("comparisonOperator", Value.text(comparison));
    attributes.put("threshold", Value.decimal(policy.at().value()));
    attributes.put("evaluationPeriods", Value.whole(MINUTES));
    attributes.putAll(MetricQueries.ofAlarm(measure).members());
    attributes.put("treatMissingData", Value.text("missing"));
    attributes.put("tags", parts.tags(part));
    return parts.make(part, CloudWatchAlarm.KIND, new Value.Obj(attributes));
  }

  /**
   * In alarm while a queue holds anything. It calls nobody: no design names whom. A queue that is
   * not used sends no metric, and is empty.
   */
  static Resource onMessages(Parts parts, String part, String queueName) {
    return parts.make(
        part,
        CloudWatchAlarm.KIND,
        Value.object(
            "alarmName", parts.nameValue(part, Names.ALARM),
            "alarmDescription", Value.text("Events that could not be handled wait in " + queueName),
            "comparisonOperator", Value.text("GreaterThanThreshold"),
            "threshold", Value.whole(0),
            "evaluationPeriods", Value.whole(1),
            "namespace", Value.text("AWS/SQS"),
            "metricName", Value.text("ApproximateNumberOfMessagesVisible"),
            "dimensions", Value.object("QueueName", Value.text(queueName)),
            "statistic", Value.text("Maximum"),
            "period", Value.whole(300),
            "treatMissingData", Value.text("notBreaching"),
            "tags", parts.tags(part)));
  }
}
