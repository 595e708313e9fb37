package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries one template out: what it declares, in its order, nested deployments within. */
final class Deployment {
  private static final String NESTED = "Microsoft.Resources/deployments";
  private static final String SPEC_VERSIONS = "Microsoft.Resources/templateSpecs/versions";

  private final World world;
  private final Operations operations;
  private final Consumer<ResourceId> leave;
  private final BiConsumer<ResourceId, Obj> record;
  private final List<ResourceId> made = new ArrayList<>();

  /**
   * A deployment in {@code world}.
   *
   * @param leave refuses what whoever deploys may not write
   * @param record keeps what becomes of nested deployments
   */
  Deployment(
      World world,
      Operations operations,
      Consumer<ResourceId> leave,
      BiConsumer<ResourceId, Obj> record) {
    this.world = world;
    this.operations = operations;
    this.leave = leave;
    this.record = record;
  }

  /** All that was put, in its order, nested ones too. */
  List<ResourceId> made() {
    return List.copyOf(made);
  }

  /**
   * Makes it so.
   *
   * @param properties of the deployment: template, parameters
   * @return the outputs
   */
  Obj run(ResourceId deployment, @Nullable String location, Obj properties) {
    Obj template = template(properties);
    Obj parameters = parameters(properties);
    requireDeclared(template, parameters);
    Evaluation evaluation =
        new Evaluation(
            world, Scope.of(deployment.scope()), deployment.name(), location, template, parameters);
    return run(deployment, evaluation);
  }

  private Obj run(ResourceId deployment, Evaluation evaluation) {
    requireGroup(deployment);
    operations.clear(deployment);
    List<Declared> all = Declared.of(evaluation);
    Limits.requireTemplate(evaluation.template(), all.size());
    for (Declared each : all) {
      operations.tell(deployment, each.id(), "Running", null);
      try {
        one(each);
      } catch (Refusal e) {
        operations.tell(deployment, each.id(), "Failed", e.error());
        throw failed(e, each);
      }
      operations.tell(deployment, each.id(), "Succeeded", null);
    }
    return outputs(evaluation);
  }

  private void requireGroup(ResourceId deployment) {
    ResourceId group = deployment.group();
    if (group != null && world.find(group) == null) {
      throw new Refusal(
          404,
          "ResourceGroupNotFound",
          "Resource group '" + group.name() + "' could not be found.");
    }
  }

  private void one(Declared declared) {
    if (declared.id().type().equalsIgnoreCase(NESTED)) {
      nested(declared);
      return;
    }
    leave.accept(declared.id());
    world.put(declared.id(), declared.version(), declared.body());
    made.add(declared.id());
  }

  /** Expressions of a nested template belong to the outer one, unless it says otherwise. */
  private void nested(Declared declared) {
    Types.require(NESTED, declared.version());
    Obj json = declared.json();
    boolean inner =
        "inner".equalsIgnoreCase(Docs.text(json, "properties.expressionEvaluationOptions.scope"));
    Obj properties = Docs.object(json, "properties");
    Obj outputs;
    if (properties.get("templateLink") instanceof Obj link) {
      Value given = declared.evaluation().of(properties.get("parameters"));
      Obj kept = kept(Functions.text(declared.evaluation().of(link.get("id"))));
      Obj whole = Docs.with(Docs.without(properties, "templateLink"), "template", kept);
      outputs = run(declared.id(), null, Docs.with(whole, "parameters", given));
    } else if (inner) {
      Value given = declared.evaluation().of(properties.get("parameters"));
      outputs = run(declared.id(), null, Docs.with(properties, "parameters", given));
    } else {
      Obj template = (Obj) declared.evaluation().of(properties.get("template"));
      outputs = run(declared.id(), null, Docs.with(properties, "template", template));
    }
    record.accept(declared.id(), state(declared.id(), "Succeeded", outputs, null));
  }

  /** What a version of a template spec keeps; other links are followed by Azure alone. */
  private Obj kept(String id) {
    ResourceId version = ResourceId.parse(id);
    if (version == null || !version.type().equalsIgnoreCase(SPEC_VERSIONS)) {
      throw Refusal.badTemplate("the stand-in follows links to template specs alone.");
    }
    return Docs.object(world.require(version), "properties.mainTemplate");
  }

  static Obj state(ResourceId id, String state, Obj outputs, @Nullable Obj error) {
    Map<String, Value> properties = new LinkedHashMap<>();
    properties.put("provisioningState", Value.text(state));
    properties.put("mode", Value.text("Incremental"));
    properties.put("correlationId", Value.text(Computed.guid(id.key())));
    properties.put("outputs", outputs);
    if (error != null) {
      properties.put("error", error);
    }
    return Value.object(
        "id", Value.text(id.toString()),
        "name", Value.text(id.name()),
        "type", Value.text(NESTED),
        "properties", new Obj(properties));
  }

  private static Obj template(Obj properties) {
    if (!(properties.get("template") instanceof Obj template)) {
      throw Refusal.badTemplate("The template is not provided.");
    }
    for (String section : List.of("$schema", "contentVersion", "resources")) {
      if (!template.has(section)) {
        throw Refusal.badTemplate("Required property '" + section + "' not found in the template.");
      }
    }
    return template;
  }

  private static Obj parameters(Obj properties) {
    Map<String, Value> values = new LinkedHashMap<>();
    Docs.object(properties, "parameters")
        .members()
        .forEach((name, each) -> values.put(name, Docs.at(each, "value")));
    return new Obj(values);
  }

  private static void requireDeclared(Obj template, Obj parameters) {
    for (String name : parameters.members().keySet()) {
      if (!Docs.object(template, "parameters").has(name)) {
        throw Refusal.badTemplate(
            "The following parameters were supplied, but do not correspond to any parameters"
                + " defined in the template: '"
                + name
                + "'.");
      }
    }
  }

  private static Obj outputs(Evaluation evaluation) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    Docs.object(evaluation.template(), "outputs")
        .members()
        .forEach(
            (name, each) ->
                outputs.put(
                    name,
                    Value.object(
                        "type", Docs.at(each, "type"),
                        "value", evaluation.of(Docs.at(each, "value")))));
    return new Obj(outputs);
  }

  private static Refusal failed(Refusal cause, Declared declared) {
    if (cause.code().equals("DeploymentFailed") || cause.code().equals("InvalidTemplate")) {
      return cause;
    }
    Obj detail = Docs.with(cause.error(), "target", Value.text(declared.id().toString()));
    return new Refusal(
        409,
        "DeploymentFailed",
        "At least one resource deployment operation failed. Please list deployment operations for"
            + " details.",
        List.of(detail));
  }
}
