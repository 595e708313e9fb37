package io.plumbline.cloudformation;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A legal graph split over stacks: what stands where, and what one has to know of another. A nested
 * stack takes what stands elsewhere as parameters, which root passes; it gives what stands in it
 * and is referred to from elsewhere as outputs.
 */
final class Split {
  private final ResourceGraph graph;
  private final Placement placement;
  private final Map<String, Map<Document, Value.Obj>> documents;
  private final Map<Integer, List<Resource>> resources = new TreeMap<>();
  private final Map<Integer, SortedMap<String, Value.Ref>> taken = new TreeMap<>();
  private final Map<Integer, SortedMap<String, Value.Ref>> given = new TreeMap<>();

  Split(ResourceGraph graph, Map<String, Map<Document, Value.Obj>> documents, Placement placement) {
    this.graph = graph;
    this.documents = documents;
    this.placement = placement;
    for (Resource resource : graph.resources()) {
      if (resource.isOurs()) {
        int stack = placement.of(resource.address());
        resources.computeIfAbsent(stack, s -> new ArrayList<>()).add(resource);
        documents(resource.address())
            .values()
            .forEach(body -> References.forEach(body, ref -> cross(stack, ref)));
      }
    }
  }

  /** The documents of all that is ours in a legal graph, by address. */
  static Map<String, Map<Document, Value.Obj>> documents(ResourceGraph graph) {
    Map<String, Map<Document, Value.Obj>> documents = new LinkedHashMap<>();
    for (Resource resource : graph.resources()) {
      if (resource.isOurs()) {
        documents.put(resource.address(), Documents.of(resource, Dialect.CLOUDFORMATION));
      }
    }
    return documents;
  }

  private void cross(int user, Value.Ref ref) {
    Resource target = graph.get(ref.resource());
    int owner = placement.of(ref.resource());
    boolean existing = !target.isOurs();
    if (user != Placement.ROOT && (existing || owner != user)) {
      at(taken, user).put(parameter(target, ref.output()), ref);
    }
    if (!existing && owner != user && owner != Placement.ROOT) {
      at(given, owner).put(parameter(target, ref.output()), ref);
    }
  }

  private static SortedMap<String, Value.Ref> at(
      Map<Integer, SortedMap<String, Value.Ref>> map, int stack) {
    return map.computeIfAbsent(stack, s -> new TreeMap<>());
  }

  /**
   * The parameter or output that carries an output over the border of a stack. {@code Output} in
   * the middle keeps it apart from logical ids, which have no more than two words before a hash.
   */
  static String parameter(Resource target, String output) {
    return target.isOurs()
        ? LogicalId.of(target) + "Output" + LogicalId.words(output)
        : GraphNames.parameter(target, output);
  }

  ResourceGraph graph() {
    return graph;
  }

  Placement placement() {
    return placement;
  }

  List<Resource> resources(int stack) {
    return resources.getOrDefault(stack, List.of());
  }

  Map<Document, Value.Obj> documents(String address) {
    return documents.getOrDefault(address, Map.of());
  }

  /** What a nested stack takes, by parameter. */
  SortedMap<String, Value.Ref> taken(int stack) {
    return taken.getOrDefault(stack, new TreeMap<>());
  }

  /** What a nested stack gives, by output. */
  SortedMap<String, Value.Ref> given(int stack) {
    return given.getOrDefault(stack, new TreeMap<>());
  }
}
