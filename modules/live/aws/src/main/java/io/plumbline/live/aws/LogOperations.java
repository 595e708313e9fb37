package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.byKey;
import static io.plumbline.live.aws.Operation.each;

import io.plumbline.value.Value;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** CloudWatch Logs, one line an operation; an account may have thousands of groups. */
final class LogOperations {
  private LogOperations() {}

  static final List<Operation> ALL =
      List.of(
          byKey(
              "logs:DescribeLogGroups",
              LogGroup::builder,
              "logGroupName",
              Set.of(),
              (aws, name, items) ->
                  Operation.addAll(
                      aws.logs().describeLogGroupsPaginator(r -> r.logGroupNamePrefix(name)),
                      "logGroups",
                      group -> {
                        // The request knows prefixes alone.
                        if (group.get("logGroupName").equals(Value.text(name))) {
                          items.accept(group);
                        }
                      })),
          each(
              "logs:ListTagsForResource",
              ListTagsForResourceResponse::builder,
              "logGroupArn",
              "",
              Set.of("ResourceNotFoundException"),
              (aws, arn) -> aws.logs().listTagsForResource(r -> r.resourceArn(arn))));
}
