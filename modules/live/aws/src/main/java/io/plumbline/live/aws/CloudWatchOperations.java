package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.each;
import static io.plumbline.live.aws.Operation.list;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** CloudWatch, one line an operation. A list of alarms holds no tags. */
final class CloudWatchOperations {
  private CloudWatchOperations() {}

  static final List<Operation> ALL =
      List.of(
          list(
                  "cloudwatch:DescribeAlarms",
                  MetricAlarm::builder,
                  "MetricAlarms",
                  aws ->
                      aws.cloudWatch()
                          .describeAlarmsPaginator(
                              r -> r.maxRecords(100).alarmTypes(AlarmType.METRIC_ALARM)))
              .some(
                  100,
                  "MetricAlarms",
                  (aws, names) ->
                      aws.cloudWatch()
                          .describeAlarmsPaginator(
                              r ->
                                  r.alarmNames(names)
                                      .maxRecords(100)
                                      .alarmTypes(AlarmType.METRIC_ALARM))),
          each(
              "cloudwatch:ListTagsForResource",
              ListTagsForResourceResponse::builder,
              "AlarmArn",
              "",
              Set.of("ResourceNotFoundException", "ResourceNotFound"),
              (aws, arn) -> aws.cloudWatch().listTagsForResource(r -> r.resourceARN(arn))));
}
