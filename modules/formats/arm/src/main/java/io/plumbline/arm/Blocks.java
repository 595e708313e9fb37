package io.plumbline.arm;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Document;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  /**
   * A resource after {@code first}, and after it those parts of it that templates say by
   * themselves.
   */
  List<Value> of(Resource resource, List<Value> first) {
    List<Value> all = new ArrayList<>();
    Documents.of(resource, ArmFormat.ARM)
        .forEach(
            (document, body) ->
                all.add(
                    document.name().isEmpty()
                        ? block(document, graph.names(resource), body, first)
                        : part(resource, document, body)));
    return all;
  }

  /** Ids of a resource and of its parts: only when all are there, it is. */
  List<Value> ids(Resource resource) {
    List<Value> ids = new ArrayList<>();
    ids.add(id(syntax.id(resource)));
    if (resource.kind().documents(ArmFormat.ARM).size() > 1) {
      Documents.of(resource, ArmFormat.ARM)
          .forEach(
              (document, body) -> {
                if (!document.name().isEmpty()) {
                  ids.add(id(ArmSyntax.id(ArmType.of(document), names(resource, body))));
                }
              });
    }
    return ids;
  }

  private static Value id(String expression) {
    return Value.text(Expression.whole(expression));
  }

  /** A part has the name of the resource, and behind it one that is its own. */
  private List<String> names(Resource resource, Value.Obj body) {
    List<String> names = new ArrayList<>(graph.names(resource));
    if (body.get("name") instanceof Value.Text own) {
      names.add(own.value());
    }
    return names;
  }

  private Value.Obj part(Resource resource, Document document, Value.Obj body) {
    return block(document, names(resource, body), body, List.of(id(syntax.id(resource))));
  }

  private Value.Obj block(
      Document document, List<String> names, Value.Obj body, List<Value> first) {
    ArmType type = ArmType.of(document);
    Map<String, Value> said = new LinkedHashMap<>(syntax.spellMembers(body).members());
    said.keySet().removeAll(PLACE);
    if (body.get(SCOPE) instanceof Value.Ref to
        && ArmType.of(graph.get(to.resource()).kind()).isGroup()) {
      said.remove(SCOPE); // the deployment's own
    }
    Map<String, Value> block = new LinkedHashMap<>();
    block.put("type", Value.text(type.name()));
    block.put("apiVersion", Value.text(type.version()));
    block.put("name", Value.text(Expression.literal(String.join("/", names))));
    if (!first.isEmpty()) {
      block.put("dependsOn", Value.list(first));
    }
    block.putAll(said);
    return new Value.Obj(block);
  }

  /** How many resources of a template say it. */
  int count(Resource resource) {
    return Documents.of(resource, ArmFormat.ARM).size();
  }

  /** How long it is, as it is sent. */
  int bytes(Resource resource) {
    return of(resource, List.of()).stream().mapToInt(Blocks::bytes).sum();
  }

  /** How long a document is, as it is sent. */
  static int bytes(Value document) {
    return JsonWriter.compact(document).getBytes(StandardCharsets.UTF_8).length;
  }
}
