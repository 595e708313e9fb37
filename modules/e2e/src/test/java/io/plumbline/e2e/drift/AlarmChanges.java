package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** What is done to the alarm that calls a scaling policy: a pool that is full stays so. */
final class AlarmChanges {
  private AlarmChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "an alarm has another threshold",
            "changed servers/alarm-full threshold <- servers",
            put(r -> r.threshold(99.0))),
        drift(
            "an alarm waits longer",
            "changed servers/alarm-full evaluationPeriods <- servers",
            put(r -> r.evaluationPeriods(60))),
        drift(
            "an alarm calls nobody",
            "changed servers/alarm-full alarmActions <- servers",
            put(r -> r.alarmActions(List.of()))),
        drift(
            "an alarm calls somebody else as well when all is well",
            "changed servers/alarm-full okActions <- servers",
            put(r -> r.okActions("arn:aws:sns:us-east-1:123456789012:theirs"))),
        drift(
            "an alarm takes silence for trouble",
            "changed servers/alarm-full treatMissingData <- servers",
            put(r -> r.treatMissingData("breaching"))),
        drift(
            "an alarm's actions are disabled",
            "changed servers/alarm-full actionsEnabled <- servers",
            fleet -> {
              String name = alarm(fleet).alarmName();
              fleet.cloudWatch().disableAlarmActions(r -> r.alarmNames(name));
              return () -> fleet.cloudWatch().enableAlarmActions(r -> r.alarmNames(name));
            }),
        drift(
            "an alarm is deleted",
            "missing servers/alarm-full <- servers",
            fleet -> {
              MetricAlarm before = alarm(fleet);
              List<Tag> tags =
                  fleet
                      .cloudWatch()
                      .listTagsForResource(r -> r.resourceARN(before.alarmArn()))
                      .tags();
              fleet.cloudWatch().deleteAlarms(r -> r.alarmNames(before.alarmName()));
              return () -> fleet.cloudWatch().putMetricAlarm(r -> restored(r, before).tags(tags));
            }),
        drift(
            "another alarm calls our policy",
            "unmanaged cloudwatch-alarm <- servers",
            fleet -> {
              MetricAlarm ours = alarm(fleet);
              fleet.cloudWatch().putMetricAlarm(r -> restored(r, ours).alarmName("theirs"));
              return () -> fleet.cloudWatch().deleteAlarms(r -> r.alarmNames("theirs"));
            }));
  }

  /** There is one that calls a policy of steps. */
  private static MetricAlarm alarm(Fleet fleet) {
    return fleet.cloudWatch().describeAlarms().metricAlarms().stream()
        .filter(alarm -> alarm.alarmName().contains("alarm-full"))
        .findFirst()
        .orElseThrow();
  }

  private static Change.Deed put(Consumer<PutMetricAlarmRequest.Builder> change) {
    return fleet -> {
      MetricAlarm before = alarm(fleet);
      fleet.cloudWatch().putMetricAlarm(r -> restored(r, before).applyMutation(change));
      return () -> fleet.cloudWatch().putMetricAlarm(r -> restored(r, before));
    };
  }

  private static PutMetricAlarmRequest.Builder restored(
      PutMetricAlarmRequest.Builder request, MetricAlarm before) {
    return request
        .alarmName(before.alarmName())
        .alarmDescription(before.alarmDescription())
        .actionsEnabled(before.actionsEnabled())
        .alarmActions(before.alarmActions())
        .okActions(before.okActions())
        .comparisonOperator(before.comparisonOperator())
        .threshold(before.threshold())
        .evaluationPeriods(before.evaluationPeriods())
        .namespace(before.namespace())
        .metricName(before.metricName())
        .dimensions(before.dimensions())
        .statistic(before.statistic())
        .period(before.period())
        .metrics(before.hasMetrics() && !before.metrics().isEmpty() ? before.metrics() : null)
        .treatMissingData(before.treatMissingData());
  }
}
