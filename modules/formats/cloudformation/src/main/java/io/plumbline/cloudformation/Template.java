package io.plumbline.cloudformation;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Input;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.model.Target;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One template: parameters for what exists already, and the resources. */
final class Template {
  private final ResourceGraph graph;
  private final Target target;
  private final CloudFormationSyntax syntax;
  private final Map<String, Map<Document, Value.Obj>> documents = new LinkedHashMap<>();

  /** The template of a graph that is legal already. */
  Template(ResourceGraph graph, Target target) {
    this.graph = graph;
    this.target = target;
    this.syntax = new CloudFormationSyntax(new GraphNames(graph));
  }

  Value.Obj root() {
    for (Resource resource : graph.resources()) {
      if (resource.isOurs()) {
        documents.put(resource.address(), Documents.of(resource, Dialect.CLOUDFORMATION));
      }
    }
    Map<String, Value> resources = new LinkedHashMap<>();
    documents.keySet().forEach(address -> add(graph.get(address), resources));
    Value.Obj parameters = parameters();
    return Value.object(
        "AWSTemplateFormatVersion",
        Value.text("2010-09-09"),
        "Description",
        Value.text("Stack " + target.stack() + " of environment " + target.environment()),
        "Metadata",
        metadata(),
        "Parameters",
        parameters.members().isEmpty() ? Value.NULL : parameters,
        "Resources",
        new Value.Obj(resources));
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

  private Value.Obj parameters() {
    Map<String, Value> parameters = new LinkedHashMap<>();
    for (Input input : Input.of(graph)) {
      String known = input.known();
      parameters.put(
          GraphNames.parameter(input.resource(), input.output()),
          Value.object(
              "Type", Value.text("String"),
              "Description", Value.text(input.description()),
              "Default", known == null ? Value.NULL : Value.text(known)));
    }
    return new Value.Obj(parameters);
  }

  private void add(Resource resource, Map<String, Value> resources) {
    documents(resource)
        .forEach(
            (document, body) -> {
              Map<String, Value> block = new LinkedHashMap<>();
              block.put("Type", Value.text(document.type()));
              dependsOn(resource, document, body, block);
              if (resource.keep()) {
                // Kept for good only once its first deploy succeeded: what a failed one left behind
                // would stand in the way of the next.
                block.put("DeletionPolicy", Value.text("RetainExceptOnCreate"));
                block.put("UpdateReplacePolicy", Value.text("Retain"));
              }
              if (!body.members().isEmpty()) {
                block.put("Properties", syntax.spellMembers(body));
              }
              resources.put(logicalId(resource, document), new Value.Obj(block));
            });
  }

  private Map<Document, Value.Obj> documents(Resource resource) {
    return documents.getOrDefault(resource.address(), Map.of());
  }

  static String logicalId(Resource resource, Document document) {
    return LogicalId.of(resource) + LogicalId.words(document.name());
  }

  /**
   * What must be there first and is not referred to: what the design says, and the other documents
   * of what is referred to.
   */
  private void dependsOn(
      Resource resource, Document document, Value.Obj body, Map<String, Value> block) {
    Set<String> referred = new LinkedHashSet<>();
    References.forEach(body, ref -> referred.add(ref.resource()));
    Set<String> first = new LinkedHashSet<>();
    if (document.name().isEmpty()) {
      resource.after().stream().filter(address -> !referred.contains(address)).forEach(main(first));
      resource.after().forEach(satellites(resource, first));
    }
    referred.forEach(satellites(resource, first));
    if (!first.isEmpty()) {
      block.put("DependsOn", Value.texts(first.stream().toList()));
    }
  }

  private Consumer<String> main(Set<String> ids) {
    return address -> {
      Resource other = graph.get(address);
      if (other.isOurs()) {
        ids.add(LogicalId.of(other));
      }
    };
  }

  private Consumer<String> satellites(Resource self, Set<String> ids) {
    return address -> {
      Resource other = graph.get(address);
      documents(other)
          .forEach(
              (document, body) -> {
                boolean further =
                    !document.name().isEmpty() && !other.address().equals(self.address());
                if (further && !refers(body, self)) {
                  ids.add(logicalId(other, document));
                }
              });
    };
  }

  /**
   * A further document that names who comes after it, as a queue's policy names the rules that may
   * send to it, can only follow.
   */
  private static boolean refers(Value.Obj body, Resource to) {
    boolean[] found = new boolean[1];
    References.forEach(body, ref -> found[0] |= ref.resource().equals(to.address()));
    return found[0];
  }
}
