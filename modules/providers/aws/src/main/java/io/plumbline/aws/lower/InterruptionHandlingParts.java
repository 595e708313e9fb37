package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.LambdaEventSourceMapping;
import io.plumbline.aws.kinds.LambdaFunction;
import io.plumbline.aws.kinds.LogGroup;
import io.plumbline.aws.kinds.Queue;
import io.plumbline.graph.Resource;
import io.plumbline.model.GpuPool;
import io.plumbline.model.InterruptionHandling;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Interruption handling: rules that let events through to a queue, and a function that works the
 * queue off. The queue keeps events while the function cannot, and sets aside what it never can.
 */
final class InterruptionHandlingParts {
  static final String DEAD_LETTERS = "dead-letters";
  static final String LOGS = "logs";
  static final String MAPPING = "mapping";
  static final String QUEUE = "queue";

  private static final String CODE = "replace-nodes.py";
  private static final int DAY = 86400;
  private static final int LOG_DAYS = 30;

  /** A call or two of the API each, for ten events; a minute is ample. */
  private static final int TIMEOUT = 60;

  /** Six times the function's time, as AWS advises, so that no event is worked on twice at once. */
  private static final int HIDDEN = 6 * TIMEOUT;

  private static final int ATTEMPTS = 5;

  private InterruptionHandlingParts() {}

  static List<Resource> resources(InterruptionHandling handling, Parts parts, String region) {
    List<Resource> rules = EventRuleParts.resources(handling, parts);
    List<Resource> made = new ArrayList<>();
    made.add(function(handling, parts));
    made.addAll(RepairRoleParts.resources(handling, parts, region));
    made.add(logs(parts));
    made.add(deadLetters(parts));
    made.add(AlarmPart.onMessages(parts, "alarm-" + DEAD_LETTERS, deadLettersName(parts)));
    made.add(queue(parts, rules));
    made.add(mapping(parts));
    made.addAll(rules);
    return made;
  }

  static String functionName(Parts parts) {
    return parts.name("", Names.FUNCTION);
  }

  /** The scaling groups' names, as the function is told them. */
  private static Value groups(List<GpuPool> pools) {
    List<Value> names = new ArrayList<>();
    for (GpuPool pool : pools) {
      if (!names.isEmpty()) {
        names.add(Value.text(","));
      }
      names.add(Value.ref(Parts.address(pool, GpuPoolParts.GROUP), "name"));
    }
    return Value.join(names);
  }

  /** The pools that let a node finish which has to go. */
  static List<GpuPool> drained(InterruptionHandling handling) {
    return handling.pools().stream().filter(pool -> pool.elasticity().drain() != null).toList();
  }

  private static Resource function(InterruptionHandling handling, Parts parts) {
    return parts.make(
        "",
        LambdaFunction.KIND,
        Value.object(
            "functionName", Value.text(functionName(parts)),
            "description", Value.text("Replaces nodes that are taken back or fail"),
            "code", Value.text(code()),
            "role", Value.ref(parts.address(RepairRoleParts.ROLE), "arn"),
            "runtime", Value.text("python3.13"),
            "handler", Value.text("index.handler"),
            "architectures", Value.texts(List.of("x86_64")),
            "timeout", Value.whole(TIMEOUT),
            "memorySize", Value.whole(256),
            "environment", environment(handling),
            "loggingConfig", logging(parts),
            "tags", parts.tags("")));
  }

  /** As Lambda would log by itself: said, so that a function that logs elsewhere is told of. */
  private static Value logging(Parts parts) {
    return Value.object("logFormat", Value.text("Text"), "logGroup", parts.id(LOGS));
  }

  /** What it is told; a variable without a value is left out, as some engines do. */
  private static Value environment(InterruptionHandling handling) {
    List<GpuPool> drained = drained(handling);
    return Value.object(
        "GROUPS",
        groups(handling.pools()),
        "DRAINED",
        drained.isEmpty() ? Value.NULL : groups(drained),
        "REBALANCE",
        Value.text(handling.replacesOnRebalance() ? "replace" : "ignore"));
  }

  /** Lambda would make it by itself, and keep for ever what is written. */
  private static Resource logs(Parts parts) {
    return parts.make(
        LOGS,
        LogGroup.KIND,
        Value.object(
            "logGroupName", Value.text("/aws/lambda/" + functionName(parts)),
            "retentionInDays", Value.whole(LOG_DAYS),
            "tags", parts.tags(LOGS)));
  }

  private static String deadLettersName(Parts parts) {
    return parts.name(DEAD_LETTERS, Names.QUEUE);
  }

  private static Resource deadLetters(Parts parts) {
    return parts.make(
        DEAD_LETTERS,
        Queue.KIND,
        queue(DEAD_LETTERS, parts, 30, 14L * DAY, Value.NULL, Value.NULL));
  }

  private static Resource queue(Parts parts, List<Resource> rules) {
    Value redrive =
        Value.object(
            "deadLetterTargetArn", Value.ref(parts.address(DEAD_LETTERS), "arn"),
            "maxReceiveCount", Value.whole(ATTEMPTS));
    return parts.make(
        QUEUE,
        Queue.KIND,
        queue(QUEUE, parts, HIDDEN, 4L * DAY, redrive, EventRuleParts.mayUse(parts, rules)));
  }

  private static Value.Obj queue(
      String part, Parts parts, int hidden, long kept, Value redrive, Value policy) {
    return Value.object(
        "queueName", Value.text(parts.name(part, Names.QUEUE)),
        "visibilityTimeout", Value.whole(hidden),
        "messageRetentionPeriod", Value.whole(kept),
        "maximumMessageSize", Value.whole(262144),
        "delaySeconds", Value.whole(0),
        "receiveMessageWaitTimeSeconds", Value.whole(0),
        "redrivePolicy", redrive,
        "sqsManagedSseEnabled", Value.flag(true),
        "policy", policy,
        "tags", parts.tags(part));
  }

  /** Lambda looks whether the role may read the queue, so that its rights come first. */
  private static Resource mapping(Parts parts) {
    return parts
        .make(
            MAPPING,
            LambdaEventSourceMapping.KIND,
            Value.object(
                "functionName", Value.ref(parts.address(""), "arn"),
                "eventSourceArn", Value.ref(parts.address(QUEUE), "arn"),
                "enabled", Value.flag(true),
                "batchSize", Value.whole(10),
                "functionResponseTypes", Value.texts(List.of("ReportBatchItemFailures"))))
        .withAfter(List.of(parts.address(RepairRoleParts.POLICY)));
  }

  private static String code() {
    try (InputStream file =
        Objects.requireNonNull(
            InterruptionHandlingParts.class.getResourceAsStream(CODE), "comes along")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + CODE, e);
    }
  }
}
