package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.EventRule;
import io.plumbline.aws.kinds.EventTarget;
import io.plumbline.graph.Resource;
import io.plumbline.model.InterruptionHandling;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The rules that let events of interruption and repair through, each with the queue for target. */
final class EventRuleParts {
  private static final String TARGET = "-target";

  private EventRuleParts() {}

  static List<Resource> resources(InterruptionHandling handling, Parts parts) {
    List<Resource> made = new ArrayList<>();
    add("spot-interruption", ec2("EC2 Spot Instance Interruption Warning"), parts, made);
    // AWS documents the warning under both names.
    add(
        "reservation-interruption",
        ec2(
            "EC2 Capacity Reservation Instance Interruption Warning",
            "EC2 Interruptible Capacity Reservation Instance Interruption Warning"),
        parts,
        made);
    add("rebalance", ec2("EC2 Instance Rebalance Recommendation"), parts, made);
    add("health", health(), parts, made);
    return made;
  }

  /** Who may send to the queue: the rules, and nobody else's; and only by TLS, whoever it is. */
  static Value mayUse(Parts parts, List<Resource> rules) {
    Value queue = Value.ref(parts.address(InterruptionHandlingParts.QUEUE), "arn");
    List<Value> sources =
        rules.stream().filter(r -> r.kind() == EventRule.KIND).map(r -> r.ref("arn")).toList();
    return Policies.document(
        Value.object(
            "Effect", Value.text("Allow"),
            "Principal", Value.object("Service", Value.text("events.amazonaws.com")),
            "Action", Value.text("sqs:SendMessage"),
            "Resource", queue,
            "Condition",
                Value.object("ArnEquals", Value.object("aws:SourceArn", Value.list(sources)))),
        Value.object(
            "Effect", Value.text("Deny"),
            "Principal", Value.text("*"),
            "Action", Value.text("sqs:*"),
            "Resource", queue,
            "Condition",
                Value.object("Bool", Value.object("aws:SecureTransport", Value.text("false")))));
  }

  private static void add(String part, Value pattern, Parts parts, List<Resource> made) {
    Resource rule =
        parts.make(
            part,
            EventRule.KIND,
            Value.object(
                "name", parts.nameValue(part, Names.EVENT_RULE),
                "eventPattern", pattern,
                "state", Value.text("ENABLED"),
                "tags", parts.tags(part)));
    made.add(rule);
    made.add(
        parts.make(
            part + TARGET,
            EventTarget.KIND,
            Value.object(
                "rule", rule.ref("name"),
                "id", Value.text("queue"),
                "arn", Value.ref(parts.address(InterruptionHandlingParts.QUEUE), "arn"))));
  }

  private static Value ec2(String... types) {
    return Value.object(
        "source", Value.texts(List.of("aws.ec2")), "detail-type", Value.texts(List.of(types)));
  }

  private static Value health() {
    return Value.object(
        "source", Value.texts(List.of("aws.health")),
        "detail-type", Value.texts(List.of("AWS Health Event")),
        "detail",
            Value.object(
                "service", Value.texts(List.of("EC2")),
                "eventTypeCategory", Value.texts(List.of("issue", "scheduledChange"))));
  }
}
