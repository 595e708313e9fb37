package io.plumbline.arm;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources of a graph as templates have them, without what comes before each. */
final class Blocks {
  /** What says where a resource is, and goes into its name or the deployment. */
  private static final Set<String> PLACE = Set.of("resourceGroup", "parent", "name");

  private static final String SCOPE = "scope";

  private final ArmGraph graph;
  private final ArmSyntax syntax;

  Blocks(ArmGraph graph, ArmSyntax syntax) {
    this.graph = graph;
    this.syntax = syntax;
  }

  /** A resource, after {@code first}. */
  Value.Obj of(Resource resource, List<Value> first) {
    ArmType type = ArmType.of(resource.kind());
    Value.Obj body = Documents.of(resource, ArmFormat.ARM).values().iterator().next();
    Map<String, Value> said = new LinkedHashMap<>(syntax.spellMembers(body).members());
    said.keySet().removeAll(PLACE);
    if (body.get(SCOPE) instanceof Value.Ref to
        && ArmType.of(graph.get(to.resource()).kind()).isGroup()) {
      said.remove(SCOPE); // the deployment's own
    }
    Map<String, Value> block = new LinkedHashMap<>();
    block.put("type", Value.text(type.name()));
    block.put("apiVersion", Value.text(type.version()));
    block.put("name", Value.text(Expression.literal(String.join("/", graph.names(resource)))));
    if (!first.isEmpty()) {
      block.put("dependsOn", Value.list(first));
    }
    block.putAll(said);
    return new Value.Obj(block);
  }

  /** How long it is, written out. */
  int bytes(Resource resource) {
    return JsonWriter.pretty(of(resource, List.of())).getBytes(StandardCharsets.UTF_8).length;
  }
}
