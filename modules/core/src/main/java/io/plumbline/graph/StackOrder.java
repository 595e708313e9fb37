package io.plumbline.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** In which order stacks are deployed: each after those that it refers to. */
public final class StackOrder {
  private StackOrder() {}

  /** Names of the other stacks that a graph refers to. */
  public static Set<String> needs(ResourceGraph graph) {
    Set<String> needed = new LinkedHashSet<>();
    for (Resource resource : graph.resources()) {
      if (resource.existing() instanceof Lookup.OfStack of) {
        needed.add(of.stack());
      }
    }
    return needed;
  }

  /** What comes first stands first; otherwise the given order stays. */
  public static <T> List<T> sort(
      List<T> all, Function<T, String> stack, Function<T, ResourceGraph> graph) {
    Map<String, List<T>> byStack = new LinkedHashMap<>();
    all.forEach(
        each -> byStack.computeIfAbsent(stack.apply(each), key -> new ArrayList<>()).add(each));
    Set<String> done = new LinkedHashSet<>();
    byStack.keySet().forEach(name -> visit(name, byStack, graph, done, new LinkedHashSet<>()));
    return done.stream().flatMap(name -> byStack.getOrDefault(name, List.of()).stream()).toList();
  }

  private static <T> void visit(
      String name,
      Map<String, List<T>> byStack,
      Function<T, ResourceGraph> graph,
      Set<String> done,
      Set<String> open) {
    if (done.contains(name) || !byStack.containsKey(name) || !open.add(name)) {
      return;
    }
    for (T each : byStack.getOrDefault(name, List.of())) {
      needs(graph.apply(each)).forEach(other -> visit(other, byStack, graph, done, open));
    }
    done.add(name);
  }
}
