package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Listing;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.stream.Stream;

/**
 * Where EventBridge sends what a rule lets through. A rule has several, each a kind of its own, so
 * that one which somebody adds is found; CloudFormation says them in the rule.
 */
public final class EventTarget {
  private EventTarget() {}

  private static final String INSIDE_THE_RULE = "stands in the rule: Targets";

  /** What an item of a rule's list says in CloudFormation too. */
  static Attribute[] said() {
    return new Attribute[] {
      text("id").in(TERRAFORM, "target_id"),
      ref("arn", "*", "arn"),
      text("roleArn"),
      text("input"),
      text("inputPath"),
      one(
          "inputTransformer",
          record(map("inputPathsMap").in(TERRAFORM, "input_paths"), text("inputTemplate"))),
      text("messageGroupId")
          .in(TERRAFORM, "sqs_target/message_group_id")
          .inAws("SqsParameters/MessageGroupId"),
      text("deadLetterArn").in(TERRAFORM, "dead_letter_config/arn").inAws("DeadLetterConfig/Arn"),
      one(
          "retryPolicy",
          record(
              whole("maximumEventAgeInSeconds").byDefault(Value.whole(86400)),
              whole("maximumRetryAttempts").byDefault(Value.whole(185))))
    };
  }

  public static final ResourceKind KIND =
      kind("event-target")
          .type(TERRAFORM, "aws_cloudwatch_event_target")
          .read(Read.by("rule", "events:ListTargetsByRule"))
          .keyedBy("rule", "id")
          .within("rule")
          .listedIn(CLOUDFORMATION, Listing.of("targets", "rule"))
          .output("id", "id", "Id", "{Rule}-{Id}")
          .attributes(
              ref("rule", "event-rule", "name").notIn(CLOUDFORMATION, INSIDE_THE_RULE).replaces())
          .attributes(Stream.of(said()).map(EventTarget::alone).toArray(Attribute[]::new))
          .notOurs(
              "of targets of other services, which are told by their ARN",
              "KinesisParameters",
              "RunCommandParameters",
              "EcsParameters",
              "BatchParameters",
              "HttpParameters",
              "RedshiftDataParameters",
              "SageMakerPipelineParameters",
              "AppSyncParameters")
          .makingTakes("events:PutTargets")
          .free()
          .build();

  private static Attribute alone(Attribute said) {
    Attribute stands = said.notIn(CLOUDFORMATION, INSIDE_THE_RULE);
    return said.name().equals("id") ? stands.replaces() : stands.asGiven();
  }
}
