package io.plumbline.graph;

import io.plumbline.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * In which order targets are deployed: each after those that it refers to, be it another stack, or
 * the same one at another site.
 */
public final class DeployOrder {
  private DeployOrder() {}

  /**
   * What a graph refers to of others.
   *
   * @param stacks those of which it needs something where it is itself
   * @param elsewhere {@code STACK/SITE} of which it needs something
   */
  public record Needs(Set<String> stacks, Set<String> elsewhere) {
    /** Whether that is of this target; a stack is deployed as a whole before who needs it. */
    public boolean has(Target other) {
      return stacks.contains(other.stack())
          || elsewhere.contains(other.stack() + "/" + other.site().name());
    }
  }

  /** What {@code graph} refers to of other targets. */
  public static Needs needs(ResourceGraph graph) {
    Set<String> stacks = new LinkedHashSet<>();
    Set<String> elsewhere = new LinkedHashSet<>();
    for (Resource resource : graph.resources()) {
      switch (resource.existing()) {
        case Lookup.OfStack of -> stacks.add(of.stack());
        case Lookup.OfSite of -> {
          if (of.there() instanceof Lookup.OfStack there) {
            elsewhere.add(there.stack() + "/" + of.site());
          }
        }
        case Lookup.ById by -> {}
        case Lookup.ByName by -> {}
        case Lookup.ByTag by -> {}
        case null -> {}
      }
    }
    return new Needs(stacks, elsewhere);
  }

  /** What comes first stands first; otherwise the given order stays. */
  public static <T> List<T> sort(
      List<T> all, Function<T, Target> target, Function<T, ResourceGraph> graph) {
    Map<Target, T> byTarget = new LinkedHashMap<>();
    all.forEach(each -> byTarget.put(target.apply(each), each));
    Map<Target, ResourceGraph> graphs = new LinkedHashMap<>();
    byTarget.forEach((name, each) -> graphs.put(name, graph.apply(each)));
    Set<Target> done = new LinkedHashSet<>();
    graphs.keySet().forEach(each -> visit(each, graphs, done, new LinkedHashSet<>()));
    return done.stream().map(byTarget::get).toList();
  }

  /**
   * Targets of which each needs the next, and the last one the first; empty where there are none.
   */
  public static List<Target> circle(Map<Target, ResourceGraph> graphs) {
    Set<Target> done = new LinkedHashSet<>();
    for (Target each : graphs.keySet()) {
      List<Target> circle = visit(each, graphs, done, new LinkedHashSet<>());
      if (!circle.isEmpty()) {
        return circle;
      }
    }
    return List.of();
  }

  /** The first circle on the way. */
  private static List<Target> visit(
      Target target, Map<Target, ResourceGraph> graphs, Set<Target> done, Set<Target> open) {
    List<Target> circle = new ArrayList<>();
    if (done.contains(target)) {
      return circle;
    }
    if (!open.add(target)) {
      List<Target> way = new ArrayList<>(open);
      circle.addAll(way.subList(way.indexOf(target), way.size()));
      circle.add(target);
      return circle;
    }
    Needs needs = needs(graphs.getOrDefault(target, ResourceGraph.EMPTY));
    for (Target other : graphs.keySet()) {
      if (circle.isEmpty() && !other.equals(target) && needs.has(other)) {
        circle = visit(other, graphs, done, open);
      }
    }
    open.remove(target);
    done.add(target);
    return circle;
  }
}
