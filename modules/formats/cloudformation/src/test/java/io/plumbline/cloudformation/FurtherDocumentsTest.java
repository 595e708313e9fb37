package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a resource says in a document of its own, and who waits for that. */
final class FurtherDocumentsTest {
  private static final Target TARGET =
      new Target(
          "sandbox",
          "fleet",
          new Site("main", "aws", "terraform", Map.of("region", "us-east-1"), null));

  private static Resource resource(String address, String id, Object... attributes) {
    ResourceKind kind =
        AwsKinds.ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return Resource.of(address, kind, Value.object(attributes), null);
  }

  private static String template(Resource... resources) throws IOException {
    StringBuilder out = new StringBuilder();
    new CloudFormationFormat()
        .render(new ResourceGraph(List.of(resources)), TARGET)
        .get("template.yaml")
        .writeTo(out);
    return out.toString();
  }

  private static final Resource QUEUE =
      resource(
          "queue",
          "sqs-queue",
          "queueName",
          Value.text("q"),
          "policy",
          Value.object("Statement", Value.list(Value.ref("rule", "arn"))));
  private static final Resource RULE = resource("rule", "event-rule", "name", Value.text("r"));
  private static final Resource TARGET_OF_RULE =
      resource(
          "rule/target",
          "event-target",
          "rule",
          Value.ref("rule", "name"),
          "id",
          Value.text("queue"),
          "arn",
          Value.ref("queue", "arn"));

  @Test
  void followWhoeverTheyName() throws IOException {
    String template = template(QUEUE, RULE, TARGET_OF_RULE);

    assertThat(template).contains("QueuePolicy:", "Queues:", "- Ref: Queue");
    assertThat(template).doesNotContain("DependsOn");
  }

  @Test
  void comeBeforeWhoeverElseRefersToTheirResource() throws IOException {
    Resource mapping =
        resource(
            "mapping",
            "lambda-event-source-mapping",
            "functionName",
            Value.text("f"),
            "eventSourceArn",
            Value.ref("queue", "arn"));

    assertThat(template(QUEUE, RULE, TARGET_OF_RULE, mapping))
        .contains("DependsOn:\n      - QueuePolicy");
  }
}
