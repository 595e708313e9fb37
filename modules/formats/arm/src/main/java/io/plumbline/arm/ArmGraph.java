package io.plumbline.arm;

import io.plumbline.graph.FoldedIntoList;
import io.plumbline.graph.Folding;
import io.plumbline.graph.Input;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Spelling;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph as templates say it: what they want inside another thing is there, and what each resource
 * is called is known before anything is made.
 */
final class ArmGraph {
  private static final String PARENT = "parent";

  private final ResourceGraph graph;
  private final ResourceGraph legal;
  private final Map<String, String> hosts = new HashMap<>();

  ArmGraph(ResourceGraph graph) {
    this.graph = graph;
    ResourceGraph folded = graph;
    for (ResourceKind kind : FoldedIntoList.listed(graph, ArmFormat.ARM)) {
      Folding.Folded done = new Folding(new FoldedIntoList(kind, ArmFormat.ARM)).fold(folded);
      hosts.putAll(done.hosts());
      folded = done.graph();
    }
    this.legal = folded;
  }

  /** What is written: all of ours that stands in nothing else. */
  List<Resource> resources() {
    return legal.resources().stream().filter(Resource::isOurs).toList();
  }

  /** Outputs of what exists already; what something stands in is known by its name. */
  Collection<Input> inputs() {
    return Input.of(
        new ResourceGraph(graph.resources().stream().map(ArmGraph::withoutParent).toList()));
  }

  private static Resource withoutParent(Resource resource) {
    Map<String, Value> said = new LinkedHashMap<>(resource.attributes().members());
    parents(resource).forEach(said::remove);
    return resource.withAttributes(new Value.Obj(said));
  }

  Resource get(String address) {
    return graph.get(address);
  }

  /** What is written at an address: with all that stands inside it. */
  Resource written(String address) {
    return legal.get(address);
  }

  /** The address of what is written in place of one that stands inside it. */
  String host(String address) {
    return hosts.getOrDefault(address, address);
  }

  /** What is called so: its own name after those of what it stands in. */
  List<String> names(Resource resource) {
    if (!resource.isOurs()) {
      return ArmId.names(resource);
    }
    List<String> names = new ArrayList<>();
    for (String attribute : parents(resource)) {
      if (resource.attributes().get(attribute) instanceof Value.Ref parent) {
        names.addAll(names(graph.get(parent.resource())));
      }
    }
    names.addAll(List.of(own(resource).split("/", -1)));
    return names;
  }

  /** The attributes that say what a resource stands in. */
  private static List<String> parents(Resource resource) {
    return resource.kind().shape().attributes().stream()
        .filter(
            attribute ->
                attribute.spelling(ArmFormat.ARM) instanceof Spelling.At at
                    && at.path().equals(List.of(PARENT)))
        .map(Attribute::name)
        .toList();
  }

  /** Its own name: behind that of a part of which there is but one, where it stands in such. */
  private static String own(Resource resource) {
    Attribute name = resource.kind().attribute("name");
    if (name != null
        && name.spelling(ArmFormat.ARM) instanceof Spelling.At at
        && at.codec().encode().apply(resource.attributes().get("name")) instanceof Value.Text own) {
      return own.value();
    }
    throw new IllegalArgumentException(resource.address() + " has no name");
  }

  /** The addresses that must be there before a resource is, of those that are written. */
  Set<String> needs(Resource resource) {
    Set<String> needs = new LinkedHashSet<>();
    for (String address : ResourceGraph.needs(resource)) {
      if (graph.get(address).isOurs() && !host(address).equals(resource.address())) {
        needs.add(host(address));
      }
    }
    return needs;
  }
}
