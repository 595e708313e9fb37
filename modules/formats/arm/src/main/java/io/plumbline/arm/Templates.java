package io.plumbline.arm;

import io.plumbline.graph.Input;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Resource;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The template of a target, what is nested in it, and its parameters. What one template takes
 * stands in one; else it is split over deployments ({@link Placement}). They stand in the root, so
 * that one request says all, or, where that would be too long, in files that are kept in Azure as
 * versions of a template spec, which the root names by a hash of their content.
 */
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
  private final Blocks blocks;
  private final Inputs inputs;
  private final Placement placement;
  private final @Nullable Resource group;
  private final OtherGroups others;
  private final SortedMap<String, Value.Obj> nested = new TreeMap<>();
  private final boolean isLinked;

  Templates(ArmGraph graph, Target target, Bounds bounds) {
    this.graph = graph;
    this.target = target;
    this.inputs = new Inputs(graph, bounds);
    this.syntax = new ArmSyntax(graph, inputs);
    this.blocks = new Blocks(graph, syntax);
    this.others = new OtherGroups(graph.resources(), target);
    this.group =
        graph.resources().stream()
            .filter(each -> ArmType.of(each.kind()).isGroup())
            .findFirst()
            .orElse(null);
    this.placement =
        Placement.of(
            graph.resources().stream()
                .filter(each -> !ArmType.of(each.kind()).isGroup() && !others.hold(each))
                .map(Resource::address)
                .toList(),
            this::needs,
            address -> blocks.count(graph.written(address)),
            address -> blocks.bytes(graph.written(address)),
            bounds);
    placement.byPart().forEach((part, inside) -> nested.put(part, template(inside)));
    long bytes = nested.values().stream().mapToLong(Blocks::bytes).sum();
    this.isLinked = nested.size() > 1 && bytes > bounds.request();
  }

  /** What must be there before, of what is written beside it. */
  private Set<String> needs(String address) {
    Set<String> needs = new LinkedHashSet<>(graph.needs(graph.written(address)));
    if (group != null) {
      needs.remove(group.address());
    }
    return needs;
  }

  /** All files by name. */
  SortedMap<String, Value.Obj> files() {
    SortedMap<String, Value.Obj> files = new TreeMap<>();
    files.put(ArmFormat.FILE, root());
    files.put(ArmFormat.PARAMETERS, parameters());
    if (isLinked) {
      nested.values().forEach(template -> files.put(TemplateSpec.file(template), template));
    }
    return files;
  }

  private Value.Obj root() {
    if (group == null && nested.size() <= 1 && others.byName().isEmpty()) {
      return nested.isEmpty() ? template(List.of()) : nested.firstEntry().getValue();
    }
    List<Value> resources = new ArrayList<>();
    if (group != null) {
      resources.addAll(blocks.of(group, List.of()));
    }
    nested.forEach((part, template) -> resources.add(deployment(part, template)));
    others.byName().forEach((name, there) -> resources.add(elsewhere(name, there)));
    Map<String, Value> parameters = new LinkedHashMap<>(inputs.declared(inputs.all()));
    if (isLinked) {
      parameters.put(
          TemplateSpec.GROUP, Inputs.parameter("Name of the group with the template spec"));
    }
    return document(group == null ? OF_GROUP : OF_SUBSCRIPTION, parameters, resources);
  }

  /**
   * What stands in a group that is not the stack's: it refers to nothing but what it stands in, and
   * comes after what it needs of the stack.
   */
  private Value elsewhere(String name, List<Resource> there) {
    List<Value> resources =
        there.stream().<Value>flatMap(each -> blocks.of(each, List.of()).stream()).toList();
    List<Value> first =
        there.stream()
            .flatMap(each -> needs(each.address()).stream())
            .map(placement::of)
            .distinct()
            .sorted()
            .<Value>map(part -> Value.text(Expression.whole(idOf(part))))
            .toList();
    return Value.object(
        "type",
        Value.text(DEPLOYMENTS),
        "apiVersion",
        Value.text(VERSION),
        "name",
        Value.text(name(name)),
        "resourceGroup",
        Value.text(Expression.literal(name)),
        "dependsOn",
        first.isEmpty() ? Value.NULL : Value.list(first),
        "properties",
        Value.object(
            "mode", Value.text("Incremental"),
            "expressionEvaluationOptions", Value.object("scope", Value.text("Inner")),
            "template", document(OF_GROUP, Map.of(), resources)));
  }

  private Value.Obj parameters() {
    Map<String, Value> known = new LinkedHashMap<>(inputs.known().members());
    String group = TemplateSpec.group(target.site());
    if (isLinked && group != null) {
      known.put(TemplateSpec.GROUP, Value.object("value", Value.text(group)));
    }
    return Value.object(
        "$schema", Value.text(OF_PARAMETERS),
        "contentVersion", Value.text("1.0.0.0"),
        "parameters", new Value.Obj(known));
  }

  private Value deployment(String part, Value.Obj template) {
    Map<String, Value> deployment = new LinkedHashMap<>();
    deployment.put("type", Value.text(DEPLOYMENTS));
    deployment.put("apiVersion", Value.text(VERSION));
    deployment.put("name", Value.text(name(part)));
    List<Value> first = new ArrayList<>();
    if (group != null) {
      deployment.put("resourceGroup", Value.text(groupName(group)));
      first.add(Value.text(Expression.whole(syntax.id(group))));
    }
    before(part).forEach(other -> first.add(Value.text(Expression.whole(idOf(other)))));
    if (!first.isEmpty()) {
      deployment.put("dependsOn", Value.list(first));
    }
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("mode", Value.text("Incremental"));
    Value.Obj passed = inputs.passed(inputsOf(part));
    if (!passed.members().isEmpty()) {
      properties.put("parameters", passed);
    }
    if (isLinked) {
      properties.put("templateLink", TemplateSpec.of(target).link(template));
    } else {
      properties.put("expressionEvaluationOptions", Value.object("scope", Value.text("Inner")));
      properties.put("template", template);
    }
    deployment.put("properties", new Value.Obj(properties));
    return new Value.Obj(deployment);
  }

  /** Deployments with something that this one needs. */
  private Set<String> before(String part) {
    Set<String> before = new TreeSet<>();
    for (String address : placement.byPart().getOrDefault(part, List.of())) {
      needs(address).forEach(needed -> before.add(placement.of(needed)));
    }
    before.remove(part);
    return before;
  }

  private String idOf(String part) {
    List<String> arguments = new ArrayList<>();
    if (group != null) {
      arguments.add("subscription().subscriptionId");
      arguments.add(Expression.quoted(groupName(group)));
    }
    arguments.add(Expression.quoted(DEPLOYMENTS));
    arguments.add(Expression.quoted(name(part)));
    return Expression.call("resourceId", arguments);
  }

  private String groupName(Resource named) {
    return graph.names(named).getLast();
  }

  private String name(String part) {
    String place = part.isEmpty() ? target.site().name() : target.site().name() + "/" + part;
    return LiveName.of(target.environment(), target.stack(), place, NAME);
  }

  private Value.Obj template(List<String> addresses) {
    List<Value> resources = new ArrayList<>();
    Set<Input> used = new LinkedHashSet<>();
    for (String address : addresses) {
      Resource resource = graph.written(address);
      used.addAll(inputs.of(resource));
      resources.addAll(blocks.of(resource, first(resource)));
    }
    return document(OF_GROUP, inputs.declared(used), resources);
  }

  private Set<Input> inputsOf(String part) {
    Set<Input> used = new LinkedHashSet<>();
    placement
        .byPart()
        .getOrDefault(part, List.of())
        .forEach(address -> used.addAll(inputs.of(graph.written(address))));
    return used;
  }

  /** What must be there before, of what stands in the same template. */
  private List<Value> first(Resource resource) {
    String part = placement.of(resource.address());
    return needs(resource.address()).stream()
        .filter(needed -> placement.of(needed).equals(part))
        .flatMap(needed -> blocks.ids(graph.get(needed)).stream())
        .toList();
  }

  private Value.Obj document(String schema, Map<String, Value> parameters, List<Value> resources) {
    return Value.object(
        "$schema", Value.text(schema),
        "contentVersion", Value.text("1.0.0.0"),
        "metadata", Value.object("generatedBy", Value.text("Plumbline for " + target)),
        "parameters", parameters.isEmpty() ? Value.NULL : new Value.Obj(parameters),
        "resources", Value.list(resources));
  }
}
