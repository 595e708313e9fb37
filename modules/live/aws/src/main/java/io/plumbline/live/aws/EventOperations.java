package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.byKey;
import static io.plumbline.live.aws.Operation.each;

import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** EventBridge, one line an operation: by name, since a list of rules has no tags. */
final class EventOperations {
  private EventOperations() {}

  private static final Set<String> ABSENT = Set.of("ResourceNotFoundException");

  static final List<Operation> ALL =
      List.of(
          each(
              "events:DescribeRule",
              DescribeRuleResponse::builder,
              "Name",
              "",
              ABSENT,
              (aws, name) ->
                  Operation.holding("Arn", aws.eventBridge().describeRule(r -> r.name(name)))),
          each(
              "events:ListTagsForResource",
              ListTagsForResourceResponse::builder,
              "Arn",
              "",
              ABSENT,
              (aws, arn) -> aws.eventBridge().listTagsForResource(r -> r.resourceARN(arn))),
          byKey(
              "events:ListTargetsByRule",
              Target::builder,
              "Rule",
              ABSENT,
              EventOperations::targets));

  /** The SDK has no pages for it. */
  private static void targets(AwsServices aws, String rule, Consumer<Obj> items) {
    String next = null;
    do {
      String from = next;
      ListTargetsByRuleResponse page =
          aws.eventBridge().listTargetsByRule(r -> r.rule(rule).nextToken(from));
      Operation.addAll(List.of(page), "Targets", items);
      next = page.nextToken();
    } while (next != null);
  }
}
