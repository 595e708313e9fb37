package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds nested stacks that would need each other, or would need something in root that needs them:
 * CloudFormation makes one whole stack after the other. New things are placed so that it does not
 * come to this; what stands and gets a new reference may.
 */
final class Circles {
  private final Split split;

  Circles(Split split) {
    this.split = split;
  }

  /** Each circle, in words. */
  List<String> find() {
    if (split.placement().nested().isEmpty()) {
      return List.of();
    }
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    for (Resource resource : split.graph().resources()) {
      if (resource.isOurs()) {
        Set<String> needed =
            needs.computeIfAbsent(node(resource.address()), n -> new LinkedHashSet<>());
        ResourceGraph.needs(resource).forEach(address -> needed.add(node(address)));
      }
    }
    needs.forEach((node, needed) -> needed.remove(node));
    return Knots.of(needs).stream()
        .filter(knot -> knot.size() > 1)
        .map(knot -> String.join(", ", new TreeSet<>(knot)) + " in a circle")
        .toList();
  }

  /** A nested stack is one thing; in root each resource is. */
  private String node(String address) {
    int stack = split.placement().of(address);
    return stack == Placement.ROOT ? address : "nested stack " + stack;
  }
}
