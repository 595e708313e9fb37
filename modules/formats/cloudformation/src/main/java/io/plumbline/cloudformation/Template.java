package io.plumbline.cloudformation;

import io.plumbline.graph.Input;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One template of a split: parameters for what stands elsewhere, the resources, the outputs. */
final class Template {
  private final Split split;
  private final int stack;
  private final Target target;
  private final CloudFormationSyntax syntax;
  private final Order order;

  /** The template of a stack: {@link Placement#ROOT}, or the number of a nested one. */
  Template(Split split, int stack, GraphNames names, Target target) {
    this.split = split;
    this.stack = stack;
    this.target = target;
    this.syntax = new CloudFormationSyntax(new StackNames(names, split, stack));
    this.order = new Order(split);
  }

  private boolean isRoot() {
    return stack == Placement.ROOT;
  }

  /**
   * The whole template.
   *
   * @param nested what each nested template is called in the folder that root's parameter names; of
   *     no meaning in a nested template
   */
  Value.Obj root(Map<Integer, String> nested) {
    Map<String, Value> resources = new LinkedHashMap<>();
    split.resources(stack).forEach(resource -> resources.putAll(blocks(resource)));
    if (isRoot()) {
      nested.forEach(
          (number, file) -> resources.put(NestedStack.logicalId(number), nested(number, file)));
    }
    String part = isRoot() ? "" : ", nested stack " + stack;
    return Value.object(
        "AWSTemplateFormatVersion",
        Value.text("2010-09-09"),
        "Description",
        Value.text("Stack " + target.stack() + " of environment " + target.environment() + part),
        "Metadata",
        metadata(),
        "Parameters",
        orNull(isRoot() ? inputs(!nested.isEmpty()) : taken()),
        "Resources",
        new Value.Obj(resources),
        "Outputs",
        orNull(given()));
  }

  private static Value orNull(Map<String, Value> members) {
    return members.isEmpty() ? Value.NULL : new Value.Obj(members);
  }

  /**
   * The linter warns of named zones, for templates that go to several regions; this one goes to
   * one.
   */
  private Value metadata() {
    return Value.object(
        "GeneratedBy", Value.text("Plumbline for " + target),
        "cfn-lint",
            Value.object("config", Value.object("ignore_checks", Value.list(Value.text("W3010")))));
  }

  private Map<String, Value> inputs(boolean hasNested) {
    Map<String, Value> parameters = new LinkedHashMap<>();
    for (Input input : Input.of(split.graph())) {
      String known = input.known();
      parameters.put(
          GraphNames.parameter(input.resource(), input.output()),
          parameter(input.description(), known == null ? Value.NULL : Value.text(known)));
    }
    if (hasNested) {
      parameters.put(
          NestedStack.FOLDER,
          parameter("URL of the folder with the templates of nested stacks", Value.NULL));
    }
    return parameters;
  }

  private Map<String, Value> taken() {
    Map<String, Value> parameters = new LinkedHashMap<>();
    split
        .taken(stack)
        .forEach(
            (name, ref) ->
                parameters.put(
                    name, parameter(ref.output() + " of " + ref.resource(), Value.NULL)));
    return parameters;
  }

  private static Value parameter(String description, Value known) {
    return Value.object(
        "Type", Value.text("String"), "Description", Value.text(description), "Default", known);
  }

  private Map<String, Value> given() {
    Map<String, Value> outputs = new LinkedHashMap<>();
    split
        .given(stack)
        .forEach((name, ref) -> outputs.put(name, Value.object("Value", syntax.spell(ref))));
    return outputs;
  }

  private Value nested(int number, String file) {
    Map<String, Value> block = new LinkedHashMap<>();
    block.put("Type", Value.text(NestedStack.TYPE));
    List<String> first = order.of(number);
    if (!first.isEmpty()) {
      block.put("DependsOn", Value.texts(first));
    }
    Map<String, Value> passed = new LinkedHashMap<>();
    split.taken(number).forEach((name, ref) -> passed.put(name, syntax.spell(ref)));
    block.put(
        "Properties",
        Value.object(
            "TemplateURL",
            Value.object("Fn::Sub", Value.text("${" + NestedStack.FOLDER + "}/" + file)),
            "Parameters",
            orNull(passed)));
    return new Value.Obj(block);
  }

  /** What a resource is in a template, by logical id: its main document and further ones. */
  Map<String, Value> blocks(Resource resource) {
    Map<String, Value> blocks = new LinkedHashMap<>();
    split
        .documents(resource.address())
        .forEach(
            (document, body) -> {
              Map<String, Value> block = new LinkedHashMap<>();
              block.put("Type", Value.text(document.type()));
              List<String> first = order.of(resource, document, body);
              if (!first.isEmpty()) {
                block.put("DependsOn", Value.texts(first));
              }
              if (resource.keep()) {
                // Kept for good only once its first deploy succeeded: what a failed one left behind
                // would stand in the way of the next.
                block.put("DeletionPolicy", Value.text("RetainExceptOnCreate"));
                block.put("UpdateReplacePolicy", Value.text("Retain"));
              }
              if (document.name().isEmpty() && !resource.moved().isEmpty()) {
                block.putAll(resource.kind().whereMoved(Dialect.CLOUDFORMATION).members());
              }
              if (!body.members().isEmpty()) {
                block.put("Properties", syntax.spellMembers(body));
              }
              blocks.put(logicalId(resource, document), new Value.Obj(block));
            });
    return blocks;
  }

  static String logicalId(Resource resource, Document document) {
    return LogicalId.of(resource) + LogicalId.words(document.name());
  }
}
