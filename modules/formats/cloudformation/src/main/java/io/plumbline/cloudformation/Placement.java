package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * In which stack each resource of ours stands, by address: 0 is the root, n is the nested stack of
 * that number.
 */
record Placement(Map<String, Integer> stacks) {
  static final int ROOT = 0;

  /** Everything in one template. */
  static Placement whole(ResourceGraph graph) {
    Map<String, Integer> all = new HashMap<>();
    graph.resources().stream().filter(Resource::isOurs).forEach(r -> all.put(r.address(), ROOT));
    return new Placement(all);
  }

  int of(String address) {
    return stacks.getOrDefault(address, ROOT);
  }

  /** Numbers of the nested stacks. */
  TreeSet<Integer> nested() {
    TreeSet<Integer> numbers = new TreeSet<>(stacks.values());
    numbers.remove(ROOT);
    return numbers;
  }
}
