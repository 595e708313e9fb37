package io.plumbline.terraform;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            .map(first -> Value.text(GraphNames.resource(first)))
            .toList();
    Map<String, Value> archives = Archives.members(resource);
    if (after.isEmpty() && !resource.keep() && archives.isEmpty()) {
      return body;
    }
    Map<String, Value> members = new LinkedHashMap<>(body.members());
    archives.forEach(members::putIfAbsent);
    if (!after.isEmpty()) {
      members.put("depends_on", Value.list(after));
    }
    if (resource.keep()) {
      members.merge("lifecycle", KEPT, ResourceDocuments::both);
    }
    return new Value.Obj(members);
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
