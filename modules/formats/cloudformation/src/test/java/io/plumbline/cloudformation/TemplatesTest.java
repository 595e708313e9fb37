package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final Target TARGET =
      new Target("prod", "fleet", new Site("main", "aws", "cloudformation", Map.of(), null));

  private static ResourceKind kind(String id) {
    return AwsKinds.ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
  }

  private static Resource subnet(String address, String network) {
    return Resource.of(
        address,
        kind("subnet"),
        Value.object("vpcId", Value.ref(network, "id"), "cidrBlock", Value.text("10.0.0.0/24")),
        null);
  }

  private static Resource gateway(String address) {
    return Resource.of(address, kind("internet-gateway"), Value.Obj.EMPTY, null);
  }

  private static Templates templates(Map<String, Integer> standing, Resource... resources) {
    return Templates.of(
        new ResourceGraph(List.of(resources)), TARGET, Bounds.resources(2, 2), standing);
  }

  /** What stands at a place in a template, as JSON. */
  private static String at(TemplateFile file, String... path) {
    Value root = YamlDocument.read(file.text(), "t").value();
    return JsonWriter.compact(Lens.find(root, Arrays.asList(path)));
  }

  private static String nested(int number) {
    return NestedStack.logicalId(number);
  }

  @Test
  void passesWhatExistsThroughRoot() {
    Resource network = Resource.existing("net", kind("vpc"), new Lookup.ByName("theirs"), null);
    Templates templates =
        templates(Map.of(), network, subnet("a", "net"), subnet("b", "net"), subnet("c", "net"));

    TemplateFile first = templates.nested().get(1);
    assertThat(at(templates.root(), "Parameters", "Net", "Type")).isEqualTo("\"String\"");
    assertThat(at(templates.root(), "Resources", nested(1), "Properties", "Parameters"))
        .isEqualTo("{\"Net\":{\"Ref\":\"Net\"}}");
    assertThat(at(first, "Parameters", "Net", "Type")).isEqualTo("\"String\"");
    assertThat(at(first, "Resources", "C", "Properties", "VpcId")).isEqualTo("{\"Ref\":\"Net\"}");
  }

  @Test
  void passesWhatOneNestedStackGivesToAnotherThroughRoot() {
    Resource network =
        Resource.of("net", kind("vpc"), Value.object("cidrBlock", Value.text("10.0.0.0/16")), null);
    Templates templates =
        templates(
            Map.of("Net", 1, "A", 2, "B", 0), network, subnet("a", "net"), subnet("b", "net"));

    assertThat(at(templates.nested().get(1), "Outputs"))
        .isEqualTo("{\"NetOutputId\":{\"Value\":{\"Ref\":\"Net\"}}}");
    String given = "{\"Fn::GetAtt\":[\"PlumblineNestedStack1\",\"Outputs.NetOutputId\"]}";
    assertThat(at(templates.root(), "Resources", nested(2), "Properties", "Parameters"))
        .isEqualTo("{\"NetOutputId\":" + given + "}");
    assertThat(at(templates.root(), "Resources", "B", "Properties", "VpcId")).isEqualTo(given);
    assertThat(at(templates.nested().get(2), "Resources", "A", "Properties", "VpcId"))
        .isEqualTo("{\"Ref\":\"NetOutputId\"}");
  }

  @Test
  void waitsForAWholeNestedStackWhereItCannotWaitForOneThingInIt() {
    Templates templates =
        templates(
            Map.of("A", 1, "B", 0, "C", 2, "D", 0),
            gateway("a"),
            gateway("b").withAfter(List.of("a")),
            gateway("c").withAfter(List.of("a", "d")),
            gateway("d"));

    assertThat(at(templates.root(), "Resources", "B", "DependsOn"))
        .isEqualTo("[\"PlumblineNestedStack1\"]");
    assertThat(at(templates.root(), "Resources", nested(2), "DependsOn"))
        .isEqualTo("[\"D\",\"PlumblineNestedStack1\"]");
  }

  /** The queue's policy names the rule, and the rule's target is the queue. */
  @Test
  void waitsForNoDocumentThatWaitsItselfAndKeepsBothInOneStack() {
    Resource queue =
        Resource.of(
            "queue",
            kind("sqs-queue"),
            Value.object(
                "queueName",
                Value.text("q"),
                "policy",
                Value.object("Source", Value.ref("rule", "arn"))),
            null);
    Resource rule =
        Resource.of(
            "rule",
            kind("event-rule"),
            Value.object(
                "name",
                Value.text("r"),
                "targets",
                Value.list(Value.object("id", Value.text("t"), "arn", Value.ref("queue", "arn")))),
            null);
    Templates templates =
        templates(Map.of("A", 0, "B", 0), gateway("a"), gateway("b"), queue, rule);

    TemplateFile nested = templates.nested().get(1);
    assertThat(at(nested, "Resources", "Queue", "Type")).isEqualTo("\"AWS::SQS::Queue\"");
    assertThat(at(nested, "Resources", "Rule", "DependsOn")).isEqualTo("null");
    assertThat(at(nested, "Resources", "QueuePolicy", "DependsOn")).isEqualTo("null");
    assertThat(new Circles(templates.split()).find()).isEmpty();
  }

  @Test
  void namesNestedTemplatesByTheirContent() {
    Templates templates = templates(Map.of("A", 0, "B", 3), gateway("a"), gateway("b"));

    assertThat(templates.files()).containsOnlyKeys("template.yaml", "nested-3.yaml");
    assertThat(at(templates.root(), "Resources", nested(3), "Properties", "TemplateURL"))
        .isEqualTo(
            "{\"Fn::Sub\":\"${PlumblineNestedTemplates}/"
                + templates.nested().get(3).sha256()
                + ".yaml\"}");
    assertThat(templates(Map.of("A", 0, "B", 3), gateway("a"), gateway("b")).root())
        .isEqualTo(templates.root());
  }
}
