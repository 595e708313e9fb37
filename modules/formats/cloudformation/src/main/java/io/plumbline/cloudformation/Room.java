package io.plumbline.cloudformation;

import io.plumbline.cloudformation.Bounds.Load;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Document;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is in each stack so far, and how much more goes into it. */
final class Room {
  private final ResourceGraph graph;
  private final Map<String, Map<Document, Value.Obj>> documents;
  private final Map<String, Load> loads;
  private final Map<String, Integer> placed = new HashMap<>();
  private final TreeMap<Integer, Load> filled = new TreeMap<>();
  private final Map<Integer, Set<Value.Ref>> taken = new HashMap<>();
  private final Map<Integer, Set<Value.Ref>> given = new HashMap<>();

  Room(
      ResourceGraph graph,
      Map<String, Map<Document, Value.Obj>> documents,
      Map<String, Load> loads) {
    this.graph = graph;
    this.documents = documents;
    this.loads = loads;
    filled.put(Placement.ROOT, Load.NONE);
  }

  Placement placement() {
    return new Placement(placed);
  }

  boolean isPlaced(String address) {
    return placed.containsKey(address);
  }

  /** The stack of what is placed; root for what exists, which every stack can be told. */
  int of(String address) {
    return placed.getOrDefault(address, Placement.ROOT);
  }

  Collection<Integer> stacks() {
    return new TreeSet<>(filled.keySet());
  }

  int next() {
    return filled.lastKey() + 1;
  }

  Load load(Collection<Resource> resources) {
    Load sum = Load.NONE;
    for (Resource resource : resources) {
      sum = sum.plus(loads.getOrDefault(resource.address(), Load.NONE));
    }
    return sum;
  }

  void put(Resource resource, int stack) {
    placed.put(resource.address(), stack);
    filled.merge(stack, loads.getOrDefault(resource.address(), Load.NONE), Load::plus);
  }

  /** Notes what placed resources have to know of other stacks; call it once all of them are put. */
  void cross(Collection<Resource> resources) {
    for (Resource resource : resources) {
      int stack = of(resource.address());
      for (Value.Ref ref : outside(resource, stack, Set.of())) {
        at(taken, stack).add(ref);
        at(given, of(ref.resource())).add(ref);
      }
    }
  }

  private static Set<Value.Ref> at(Map<Integer, Set<Value.Ref>> map, int stack) {
    return map.computeIfAbsent(stack, s -> new HashSet<>());
  }

  private Set<Value.Ref> outside(Resource resource, int stack, Set<String> together) {
    Set<Value.Ref> refs = new HashSet<>();
    for (Value.Obj body : documents.getOrDefault(resource.address(), Map.of()).values()) {
      References.forEach(
          body,
          ref -> {
            boolean inside =
                graph.get(ref.resource()).isOurs()
                    && (of(ref.resource()) == stack || together.contains(ref.resource()));
            if (!inside) {
              refs.add(ref);
            }
          });
    }
    return refs;
  }

  /** Whether resources go into a stack, all of them, without filling it beyond {@code bound}. */
  boolean takes(int stack, Collection<Resource> resources, Load load, Load bound) {
    Load now = filled.getOrDefault(stack, Load.NONE);
    return now.plus(load).isWithin(bound) && takesCrossings(stack, resources);
  }

  private boolean takesCrossings(int stack, Collection<Resource> resources) {
    Set<String> together = new HashSet<>();
    resources.forEach(resource -> together.add(resource.address()));
    Set<Value.Ref> more = new HashSet<>();
    resources.forEach(resource -> more.addAll(outside(resource, stack, together)));
    Map<Integer, Integer> outputs = new HashMap<>();
    more.forEach(
        ref -> {
          int owner = of(ref.resource());
          if (owner != Placement.ROOT && !at(given, owner).contains(ref)) {
            outputs.merge(owner, 1, Integer::sum);
          }
        });
    boolean given =
        outputs.entrySet().stream()
            .allMatch(
                each -> at(this.given, each.getKey()).size() + each.getValue() <= Bounds.CROSSINGS);
    more.removeAll(at(taken, stack));
    return given
        && (stack == Placement.ROOT
            || more.isEmpty()
            || at(taken, stack).size() + more.size() <= Bounds.CROSSINGS_FILLED);
  }
}
