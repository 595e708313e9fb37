package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.CloudWatchAlarm;
import io.plumbline.graph.Resource;
import io.plumbline.model.ScalingPolicy.Side;
import io.plumbline.model.ScalingPolicy.Steps;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The alarm that calls a policy of steps, three minutes after its value is passed. */
final class AlarmPart {
  private static final int MINUTES = 3;

  private AlarmPart() {}

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
}
