package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * An EventBridge rule on the default bus: which events go on. Its targets are a kind of their own;
 * {@code targets} is for CloudFormation, which has no resource for them, and only legalisation
 * fills it.
 */
public final class EventRule {
  private EventRule() {}

  private static final String TARGETS_ARE_KINDS = "targets are a kind of their own";

  public static final ResourceKind KIND =
      kind("event-rule")
          .type("aws_cloudwatch_event_rule", "AWS::Events::Rule")
          .read(Read.by("name", "events:DescribeRule"))
          .read("tags", Read.by("Arn", "events:ListTagsForResource"))
          .taggedBy("tags")
          .namedBy("name")
          .output("id", "id", "Ref", "Name")
          .output("name", "name", "Ref", "Name")
          .output("arn", "arn", "Arn", "Arn")
          .attributes(
              text("name").replaces(),
              text("description").asGiven(),
              json("eventPattern").asGiven(),
              text("scheduleExpression").asGiven(),
              text("state").byDefault(Value.text("ENABLED")),
              text("roleArn").asGiven(),
              list("targets", record(EventTarget.said()))
                  .notIn(TERRAFORM, TARGETS_ARE_KINDS)
                  .notIn(AWS_API, TARGETS_ARE_KINDS),
              Tags.tags().in(AWS_API, "tags:Tags"))
          .notOurs("given by AWS", "Arn", "CreatedBy", "ManagedBy")
          .notOurs("it is asked for on the default bus alone", "EventBusName")
          .makingTakes("events:PutRule")
          .free()
          .build();
}
