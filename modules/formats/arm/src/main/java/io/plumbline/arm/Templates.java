package io.plumbline.arm;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Input;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Document;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The template of a target and what it contains, and its parameters. */
final class Templates {
  private static final String SCHEMAS = "https://schema.management.azure.com/schemas/";
  private static final String OF_GROUP = SCHEMAS + "2019-04-01/deploymentTemplate.json#";
  private static final String OF_SUBSCRIPTION =
      SCHEMAS + "2018-05-01/subscriptionDeploymentTemplate.json#";
  private static final String OF_PARAMETERS = SCHEMAS + "2019-04-01/deploymentParameters.json#";
  private static final String DEPLOYMENTS = "Microsoft.Resources/deployments";
  private static final String VERSION = "2024-11-01";

  /** The most characters of a deployment's name. */
  private static final int NAME = 64;

  private final ArmGraph graph;
  private final Target target;
  private final ArmSyntax syntax;

  Templates(ArmGraph graph, Target target) {
    this.graph = graph;
    this.target = target;
    this.syntax = new ArmSyntax(graph);
  }

  /** The template that is deployed. */
  Value.Obj root() {
    List<Resource> group =
        graph.resources().stream().filter(each -> ArmType.of(each.kind()).isGroup()).toList();
    List<Resource> inside =
        graph.resources().stream().filter(each -> !ArmType.of(each.kind()).isGroup()).toList();
    if (group.isEmpty()) {
      return template(OF_GROUP, blocks(inside));
    }
    List<Value> resources = new ArrayList<>(blocks(group));
    if (!inside.isEmpty()) {
      resources.add(nested(group.get(0), inside));
    }
    return template(OF_SUBSCRIPTION, resources);
  }

  /** What is known of the parameters. */
  Value.Obj parameters() {
    Map<String, Value> known = new LinkedHashMap<>();
    for (Input input : graph.inputs()) {
      String value = input.known();
      if (value != null) {
        known.put(ArmSyntax.parameter(input), Value.object("value", Value.text(value)));
      }
    }
    return Value.object(
        "$schema", Value.text(OF_PARAMETERS),
        "contentVersion", Value.text("1.0.0.0"),
        "parameters", new Value.Obj(known));
  }

  private Value nested(Resource group, List<Resource> inside) {
    Map<String, Value> passed = new LinkedHashMap<>();
    for (Input input : graph.inputs()) {
      String name = ArmSyntax.parameter(input);
      passed.put(
          name, Value.object("value", Value.text(Expression.whole(Expression.parameter(name)))));
    }
    String name = LiveName.of(target.environment(), target.stack(), target.site().name(), NAME);
    return Value.object(
        "type", Value.text(DEPLOYMENTS),
        "apiVersion", Value.text(VERSION),
        "name", Value.text(name),
        "resourceGroup", Value.text(graph.names(group).getLast()),
        "dependsOn", Value.list(Value.text(Expression.whole(syntax.id(group)))),
        "properties",
            Value.object(
                "mode",
                Value.text("Incremental"),
                "expressionEvaluationOptions",
                Value.object("scope", Value.text("Inner")),
                "parameters",
                passed.isEmpty() ? Value.NULL : new Value.Obj(passed),
                "template",
                template(OF_GROUP, blocks(inside))));
  }

  private Value.Obj template(String schema, List<Value> resources) {
    Map<String, Value> parameters = new LinkedHashMap<>();
    for (Input input : graph.inputs()) {
      parameters.put(
          ArmSyntax.parameter(input),
          Value.object(
              "type", Value.text("string"),
              "metadata", Value.object("description", Value.text(input.description()))));
    }
    return Value.object(
        "$schema", Value.text(schema),
        "contentVersion", Value.text("1.0.0.0"),
        "metadata", Value.object("generatedBy", Value.text("Plumbline for " + target)),
        "parameters", parameters.isEmpty() ? Value.NULL : new Value.Obj(parameters),
        "resources", Value.list(resources));
  }

  private List<Value> blocks(List<Resource> resources) {
    List<Value> blocks = new ArrayList<>();
    for (Resource resource : resources) {
      Documents.of(resource, ArmFormat.ARM)
          .forEach((document, body) -> blocks.add(block(resource, document, body)));
    }
    return blocks;
  }

  /** A thing, or a part of it that templates say by itself; that one comes after the thing. */
  private Value.Obj block(Resource resource, Document document, Value.Obj body) {
    ArmType type = ArmType.of(document);
    boolean main = document.name().isEmpty();
    Map<String, Value> said = new LinkedHashMap<>(syntax.spellMembers(body).members());
    said.remove("resourceGroup");
    said.remove("parent");
    Value part = said.remove("name");
    List<String> names = new ArrayList<>(graph.names(resource));
    if (!main && part instanceof Value.Text own) {
      names.add(own.value());
    }
    Map<String, Value> block = new LinkedHashMap<>();
    block.put("type", Value.text(type.name()));
    block.put("apiVersion", Value.text(type.version()));
    block.put("name", Value.text(Expression.literal(String.join("/", names))));
    List<Value> first = main ? first(resource) : List.of(expression(syntax.id(resource)));
    if (!first.isEmpty()) {
      block.put("dependsOn", Value.list(first));
    }
    block.putAll(said);
    return new Value.Obj(block);
  }

  private static Value expression(String said) {
    return Value.text(Expression.whole(said));
  }

  /** What must be there before, of what stands in the same template. */
  private List<Value> first(Resource resource) {
    List<Value> first = new ArrayList<>();
    for (String address : graph.needs(resource)) {
      Resource needed = graph.get(address);
      if (!ArmType.of(needed.kind()).isGroup()) {
        first.add(expression(syntax.id(needed)));
      }
    }
    return first;
  }
}
