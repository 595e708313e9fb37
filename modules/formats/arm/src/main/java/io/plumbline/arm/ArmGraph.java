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

  /** Outputs of what exists already. */
  Collection<Input> inputs() {
    return Input.of(graph);
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
    List<String> names = new ArrayList<>();
    for (Attribute attribute : resource.kind().shape().attributes()) {
      if (attribute.spelling(ArmFormat.ARM) instanceof Spelling.At at
          && at.path().equals(List.of(PARENT))
          && resource.attributes().get(attribute.name()) instanceof Value.Ref parent) {
        names.addAll(names(graph.get(parent.resource())));
      }
    }
    names.addAll(List.of(own(resource).split("/", -1)));
    return names;
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
