package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/** An SQS queue with the policy that says who may use it. The API answers all of it as text. */
public final class Queue {
  private Queue() {}

  public static final ResourceKind KIND =
      kind("sqs-queue")
          .type("aws_sqs_queue", "AWS::SQS::Queue")
          .document(TERRAFORM, "policy", "aws_sqs_queue_policy", "queue_url", "id")
          .document(CLOUDFORMATION, "policy", "AWS::SQS::QueuePolicy", "Queues[]", "id")
          .read(Read.by("queueName", "sqs:GetQueueAttributes"))
          .read("tags", Read.by("QueueUrl", "sqs:ListQueueTags"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("queueName")
          .output("id", "id", "Ref", "QueueUrl")
          .output("arn", "arn", "Arn", "Attributes/QueueArn")
          .attributes(
              text("queueName").in(TERRAFORM, "name").in(AWS_API, "QueueName").replaces(),
              number("visibilityTimeout", 30).in(TERRAFORM, "visibility_timeout_seconds"),
              number("messageRetentionPeriod", 345600).in(TERRAFORM, "message_retention_seconds"),
              number("maximumMessageSize", 262144).in(TERRAFORM, "max_message_size"),
              number("delaySeconds", 0),
              number("receiveMessageWaitTimeSeconds", 0).in(TERRAFORM, "receive_wait_time_seconds"),
              said(json("redrivePolicy"), Codec.JSON_TEXT).asGiven(),
              said(json("redriveAllowPolicy"), Codec.JSON_TEXT).asGiven(),
              said(flag("sqsManagedSseEnabled"), Codec.FLAG_AS_TEXT).byDefault(Value.flag(true)),
              said(text("kmsMasterKeyId"), Codec.SAME).asGiven(),
              said(whole("kmsDataKeyReusePeriodSeconds"), Codec.NUMBER_AS_TEXT)
                  .byDefault(Value.whole(300)),
              said(flag("fifoQueue"), Codec.FLAG_AS_TEXT).byDefault(Value.flag(false)).replaces(),
              said(flag("contentBasedDeduplication"), Codec.FLAG_AS_TEXT)
                  .byDefault(Value.flag(false)),
              said(text("deduplicationScope"), Codec.SAME).asGiven(),
              said(text("fifoThroughputLimit"), Codec.SAME).asGiven(),
              json("policy")
                  .in(TERRAFORM, "policy:policy")
                  .in(CLOUDFORMATION, "policy:PolicyDocument")
                  .in(AWS_API, "Attributes/Policy")
                  .asGiven(),
              Tags.mapped("tags:Tags"))
          .notOurs(
              "given by AWS",
              "Attributes/QueueArn",
              "Attributes/CreatedTimestamp",
              "Attributes/LastModifiedTimestamp")
          .notOurs(
              "changes with use",
              "Attributes/ApproximateNumberOfMessages",
              "Attributes/ApproximateNumberOfMessagesDelayed",
              "Attributes/ApproximateNumberOfMessagesNotVisible")
          .makingTakes("sqs:CreateQueue", "sqs:SetQueueAttributes")
          .charged("each request")
          .build();

  /** In the API all settings stand in one map, as text. */
  private static Attribute said(Attribute setting, Codec codec) {
    String name = setting.name();
    String member = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return setting.in(AWS_API, "Attributes/" + member, codec);
  }

  private static Attribute number(String name, long byDefault) {
    return said(whole(name), Codec.NUMBER_AS_TEXT).byDefault(Value.whole(byDefault));
  }
}
