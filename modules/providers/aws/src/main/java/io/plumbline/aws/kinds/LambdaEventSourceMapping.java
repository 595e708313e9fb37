package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/** From which queue a Lambda function gets its work. Function and queue tell it from others. */
public final class LambdaEventSourceMapping {
  private LambdaEventSourceMapping() {}

  /** The API says a state, on its way or there: {@code Enabling}, {@code Enabled}. */
  private static final Codec STATE =
      new Codec(
          on -> on instanceof Value.Bool b ? Value.text(b.value() ? "Enabled" : "Disabled") : on,
          state ->
              state instanceof Value.Text text
                  ? Value.flag(!text.value().startsWith("Disabl"))
                  : state);

  public static final ResourceKind KIND =
      kind("lambda-event-source-mapping")
          .type("aws_lambda_event_source_mapping", "AWS::Lambda::EventSourceMapping")
          .read(Read.by("functionName", "lambda:ListEventSourceMappings"))
          .keyedBy("functionName", "eventSourceArn")
          .within("functionName")
          .output("id", "id", "Ref", "UUID")
          .attributes(
              ref("functionName", "lambda-function", "arn").in(AWS_API, "FunctionArn"),
              ref("eventSourceArn", "*", "arn").replaces(),
              flag("enabled").in(AWS_API, "State", STATE).byDefault(Value.flag(true)),
              whole("batchSize").byDefault(Value.whole(10)),
              whole("maximumBatchingWindowInSeconds").byDefault(Value.whole(0)),
              set("functionResponseTypes", Shape.Leaf.TEXT).byDefault(Value.list()),
              set("filters", record(text("pattern")))
                  .in(TERRAFORM, "filter_criteria/filter")
                  .inAws("FilterCriteria/Filters")
                  .byDefault(Value.list()),
              whole("maximumConcurrency")
                  .in(TERRAFORM, "scaling_config/maximum_concurrency")
                  .inAws("ScalingConfig/MaximumConcurrency")
                  .asGiven(),
              text("kmsKeyArn").in(AWS_API, "KMSKeyArn").asGiven(),
              set("metrics", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "metrics_config/metrics")
                  .inAws("MetricsConfig/Metrics")
                  .byDefault(Value.list()),
              one(
                      "provisionedPollerConfig",
                      record(whole("minimumPollers"), whole("maximumPollers")))
                  .asGiven())
          .notOurs("given by AWS", "UUID", "EventSourceMappingArn", "LastModified")
          .notOurs("changes with use", "LastProcessingResult", "StateTransitionReason")
          .notOurs("an error of its own", "FilterCriteriaError")
          .notOurs(
              "of streams and brokers, from which no queue is read",
              "StartingPosition",
              "StartingPositionTimestamp",
              "ParallelizationFactor",
              "DestinationConfig",
              "Topics",
              "Queues",
              "SourceAccessConfigurations",
              "SelfManagedEventSource",
              "MaximumRecordAgeInSeconds",
              "BisectBatchOnFunctionError",
              "MaximumRetryAttempts",
              "TumblingWindowInSeconds",
              "AmazonManagedKafkaEventSourceConfig",
              "SelfManagedKafkaEventSourceConfig",
              "DocumentDBEventSourceConfig")
          .notRead("tags of the mapping")
          .notOurs(
              "a setting newer than what engines can say of it here",
              "ProvisionedPollerConfig/PollerGroupName")
          .notRead("groups of pollers")
          .makingTakes("lambda:CreateEventSourceMapping")
          .free()
          .build();
}
