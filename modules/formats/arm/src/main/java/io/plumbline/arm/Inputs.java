package io.plumbline.arm;

import io.plumbline.graph.Input;
import io.plumbline.graph.Resource;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What templates must be told of things that exist already: a parameter for each, or, where that
 * would be too many, one that holds them all.
 */
final class Inputs {
  static final String ALL = "existing";

  private final Map<Value.Ref, Input> byRef = new LinkedHashMap<>();
  private final boolean together;

  Inputs(ArmGraph graph, Bounds bounds) {
    for (Input input : graph.inputs()) {
      byRef.put(new Value.Ref(input.resource().address(), input.output()), input);
    }
    this.together = byRef.size() > bounds.parameters();
  }

  Collection<Input> all() {
    return byRef.values();
  }

  /** What one resource must be told. */
  Set<Input> of(Resource resource) {
    Set<Input> used = new LinkedHashSet<>();
    References.forEach(resource.attributes(), ref -> add(ref, used));
    resource.raw().forEach(raw -> References.forEach(raw.value(), ref -> add(ref, used)));
    return used;
  }

  private void add(Value.Ref ref, Set<Input> used) {
    Input input = byRef.get(ref);
    if (input != null) {
      used.add(input);
    }
  }

  /** The name of the parameter with {@code output} of something existing, or of its member. */
  static String name(String address, String output) {
    String name = address.replace(":", "___").replace('/', '_').replace('-', '_');
    return output.equals("id") ? name : name + "__" + output;
  }

  private static String name(Input input) {
    return name(input.resource().address(), input.output());
  }

  /** An expression that is its value. */
  String expression(Value.Ref ref) {
    String name = name(ref.resource(), ref.output());
    return together ? Expression.parameter(ALL) + "." + name : Expression.parameter(name);
  }

  /** The parameters that say these, as a template declares them. */
  Map<String, Value> declared(Collection<Input> used) {
    Map<String, Value> declared = new LinkedHashMap<>();
    for (Input input : used) {
      if (together) {
        declared.put(
            ALL,
            Value.object(
                "type", Value.text("object"),
                "metadata",
                    Value.object("description", Value.text("Outputs of what exists already"))));
      } else {
        declared.put(name(input), parameter(input.description()));
      }
    }
    return declared;
  }

  /** Whether a template wants one parameter that holds all of them. */
  static boolean areTogether(Value.Obj template) {
    return template.get("parameters") instanceof Value.Obj declared
        && declared.get(ALL) instanceof Value.Obj all
        && all.get("type").equals(Value.text("object"));
  }

  /** Whether a template has a parameter of this name. */
  static boolean declares(Value.Obj template, String name) {
    return template.get("parameters") instanceof Value.Obj declared && declared.has(name);
  }

  /** The same as a deployment hands them on. */
  Value.Obj passed(Collection<Input> used) {
    Map<String, Value> passed = new LinkedHashMap<>();
    declared(used)
        .keySet()
        .forEach(
            name ->
                passed.put(
                    name,
                    Value.object(
                        "value", Value.text(Expression.whole(Expression.parameter(name))))));
    return new Value.Obj(passed);
  }

  /** What the design itself says of them, as a file of parameters has it. */
  Value.Obj known() {
    Map<String, Value> known = new LinkedHashMap<>();
    for (Input input : all()) {
      String value = input.known();
      if (value != null) {
        known.put(
            name(input), together ? Value.text(value) : Value.object("value", Value.text(value)));
      }
    }
    return together && !known.isEmpty()
        ? Value.object(ALL, Value.object("value", new Value.Obj(known)))
        : new Value.Obj(known);
  }

  static Value parameter(String description) {
    return Value.object(
        "type", Value.text("string"),
        "metadata", Value.object("description", Value.text(description)));
  }
}
