package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import io.plumbline.files.Zip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What is done to the interruption handling: each would leave lost nodes unreplaced, or worse. */
final class RepairChanges {
  private static final String FUNCTION = "sandbox-every-kind-repair";
  private static final String QUEUE = "sandbox-every-kind-repair-queue";
  private static final String RULE = "sandbox-every-kind-repair-spot-interruption";

  private RepairChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a rule is switched off",
            "changed repair/spot-interruption state <- repair",
            fleet -> {
              fleet.events().disableRule(r -> r.name(RULE));
              return () -> fleet.events().enableRule(r -> r.name(RULE));
            }),
        drift(
            "a rule lets other events through",
            "changed repair/spot-interruption eventPattern <- repair",
            fleet -> {
              String before = fleet.events().describeRule(r -> r.name(RULE)).eventPattern();
              pattern(fleet, "{\"source\": [\"aws.s3\"]}");
              return () -> pattern(fleet, before);
            }),
        drift(
            "a rule loses its target",
            "missing repair/spot-interruption-target <- repair",
            fleet -> {
              List<Target> before = fleet.events().listTargetsByRule(r -> r.rule(RULE)).targets();
              fleet.events().removeTargets(r -> r.rule(RULE).ids("queue"));
              return () -> fleet.events().putTargets(r -> r.rule(RULE).targets(before));
            }),
        drift(
            "a rule sends its events to somebody else as well",
            "unmanaged event-target <- repair",
            RepairChanges::copyEvents),
        drift(
            "the function runs other code",
            "changed repair code <- repair",
            fleet -> {
              byte[] before = code(fleet);
              put(fleet, Zip.of("index.py", "def handler(event, context):\n    pass\n"));
              return () -> put(fleet, before);
            }),
        drift(
            "the function looks after other groups",
            "changed repair environment/GROUPS <- repair",
            fleet -> {
              Map<String, String> before = variables(fleet);
              variables(fleet, Map.of("GROUPS", "another", "REBALANCE", "ignore"));
              return () -> variables(fleet, before);
            }),
        drift(
            "another account may call the function",
            "changed repair policy <- repair",
            fleet -> {
              fleet
                  .lambda()
                  .addPermission(
                      r ->
                          r.functionName(FUNCTION)
                              .statementId("theirs")
                              .action("lambda:InvokeFunction")
                              .principal("999999999999"));
              return () ->
                  fleet
                      .lambda()
                      .removePermission(r -> r.functionName(FUNCTION).statementId("theirs"));
            }),
        drift(
            "the function gets no more work",
            "changed repair/mapping enabled <- repair",
            fleet -> {
              enable(fleet, false);
              return () -> enable(fleet, true);
            }),
        drift(
            "anybody may send to the queue",
            "changed repair/queue policy <- repair",
            fleet -> {
              String before = attribute(fleet, QueueAttributeName.POLICY);
              attribute(
                  fleet,
                  QueueAttributeName.POLICY,
                  before.replace("{\"Service\": \"events.amazonaws.com\"}", "\"*\""));
              return () -> attribute(fleet, QueueAttributeName.POLICY, before);
            }),
        drift(
            "what fails is not set aside any more",
            "changed repair/queue redrivePolicy <- repair",
            fleet -> {
              String before = attribute(fleet, QueueAttributeName.REDRIVE_POLICY);
              attribute(fleet, QueueAttributeName.REDRIVE_POLICY, "");
              return () -> attribute(fleet, QueueAttributeName.REDRIVE_POLICY, before);
            }));
  }

  private static void pattern(Fleet fleet, String pattern) {
    fleet.events().putRule(r -> r.name(RULE).eventPattern(pattern));
  }

  private static Runnable copyEvents(Fleet fleet) {
    Target theirs =
        Target.builder().id("theirs").arn("arn:aws:sqs:us-east-1:999999999999:theirs").build();
    fleet.events().putTargets(r -> r.rule(RULE).targets(theirs));
    return () -> fleet.events().removeTargets(r -> r.rule(RULE).ids("theirs"));
  }

  /** The archive as it is, from where the answer says that it lies. */
  private static byte[] code(Fleet fleet) {
    String location = fleet.lambda().getFunction(r -> r.functionName(FUNCTION)).code().location();
    try (var body = URI.create(location).toURL().openStream()) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Fleet fleet, byte[] archive) {
    fleet
        .lambda()
        .updateFunctionCode(r -> r.functionName(FUNCTION).zipFile(SdkBytes.fromByteArray(archive)));
  }

  private static Map<String, String> variables(Fleet fleet) {
    return fleet
        .lambda()
        .getFunctionConfiguration(r -> r.functionName(FUNCTION))
        .environment()
        .variables();
  }

  private static void variables(Fleet fleet, Map<String, String> variables) {
    fleet
        .lambda()
        .updateFunctionConfiguration(
            r -> r.functionName(FUNCTION).environment(e -> e.variables(variables)));
  }

  private static void enable(Fleet fleet, boolean on) {
    EventSourceMappingConfiguration mapping =
        fleet
            .lambda()
            .listEventSourceMappings(r -> r.functionName(FUNCTION))
            .eventSourceMappings()
            .get(0);
    fleet.lambda().updateEventSourceMapping(r -> r.uuid(mapping.uuid()).enabled(on));
  }

  private static String url(Fleet fleet) {
    return fleet.sqs().getQueueUrl(r -> r.queueName(QUEUE)).queueUrl();
  }

  private static String attribute(Fleet fleet, QueueAttributeName name) {
    String url = url(fleet);
    return fleet
        .sqs()
        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(name))
        .attributes()
        .get(name);
  }

  private static void attribute(Fleet fleet, QueueAttributeName name, String value) {
    String url = url(fleet);
    fleet.sqs().setQueueAttributes(r -> r.queueUrl(url).attributes(Map.of(name, value)));
  }
}
