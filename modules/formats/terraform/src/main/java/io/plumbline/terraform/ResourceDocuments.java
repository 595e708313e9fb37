package io.plumbline.terraform;

import static java.util.Objects.requireNonNull;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Spelling;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The resource blocks of one resource: the main one, and one for each setting that is a type of its
 * own.
 */
final class ResourceDocuments {
  private final ResourceGraph graph;
  private final TerraformSyntax syntax;

  ResourceDocuments(ResourceGraph graph) {
    this.graph = graph;
    this.syntax = new TerraformSyntax(new GraphNames(graph));
  }

  /** Plain bodies by type. */
  Map<String, Value.Obj> of(Resource resource) {
    Map<String, Value.Obj> bodies = new LinkedHashMap<>();
    Documents.of(resource, Dialect.TERRAFORM)
        .forEach(
            (document, body) -> {
              Value.Obj plain = syntax.spellMembers(body);
              bodies.put(
                  document.type(), document.name().isEmpty() ? main(resource, plain) : plain);
            });
    return bodies;
  }

  private Value.Obj main(Resource resource, Value.Obj body) {
    List<Value> after =
        resource.after().stream()
            .map(graph::get)
            .filter(Resource::isOurs)
            .flatMap(ResourceDocuments::blocks)
            .map(Value::text)
            .toList();
    List<Value> moved = resource.moved().stream().map(name -> place(resource, name)).toList();
    Map<String, Value> archives = Archives.members(resource);
    if (after.isEmpty() && moved.isEmpty() && !resource.keep() && archives.isEmpty()) {
      return body;
    }
    Map<String, Value> members = new LinkedHashMap<>(body.members());
    archives.forEach(members::putIfAbsent);
    if (!after.isEmpty()) {
      members.put("depends_on", Value.list(after));
    }
    if (!moved.isEmpty()) {
      members.merge(
          "lifecycle", Value.object("ignore_changes", Value.list(moved)), ResourceDocuments::both);
    }
    if (resource.keep()) {
      members.merge("lifecycle", KEPT, ResourceDocuments::both);
    }
    return new Value.Obj(members);
  }

  /** Whoever waits for a bucket waits for its policy too. */
  private static Stream<String> blocks(Resource resource) {
    String local = TerraformAddress.local(resource.address());
    return Documents.of(resource, Dialect.TERRAFORM).keySet().stream()
        .map(document -> document.type() + "." + local);
  }

  /** The argument with an attribute that another controller moves; of each block there is one. */
  private static Value place(Resource resource, String name) {
    Attribute attribute = requireNonNull(resource.kind().attribute(name));
    return attribute.spelling(Dialect.TERRAFORM) instanceof Spelling.At at
        ? Value.text(String.join("[0].", at.path()))
        : Value.text(name);
  }

  private static final Value KEPT = Value.object("prevent_destroy", Value.flag(true));

  /** A raw value may have said something of the lifecycle already. */
  private static Value both(Value said, Value kept) {
    if (!(said instanceof Value.Obj object)) {
      return kept;
    }
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    members.putAll(((Value.Obj) kept).members());
    return new Value.Obj(members);
  }
}
