package io.plumbline.cloudformation;

import io.plumbline.cloudformation.Bounds.Load;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides in which stack each resource goes. What stands already stays where it stands, since
 * moving is replacing. The rest goes component by component, in the order of the design and after
 * what it needs, into the first stack that has room and comes no earlier than what it needs; so
 * what is appended to a design moves nothing, and stacks do not need each other.
 */
final class Placing {
  private final ResourceGraph graph;
  private final Bounds bounds;
  private final Room room;
  private final Map<String, List<Resource>> components = new LinkedHashMap<>();
  private final Map<String, Integer> homes = new HashMap<>();
  private final Map<String, List<String>> users = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  private Placing(ResourceGraph graph, Bounds bounds, Room room) {
    this.graph = graph;
    this.bounds = bounds;
    this.room = room;
  }

  /**
   * A placement of all that is ours.
   *
   * @param standing stacks by logical id, of what stands already
   */
  static Placement of(
      ResourceGraph graph, Bounds bounds, Room room, Map<String, Integer> standing) {
    Placing placing = new Placing(graph, bounds, room);
    placing.keep(standing);
    placing.findShared();
    Knots.of(placing.componentNeeds()).forEach(placing::place);
    return room.placement();
  }

  static String component(String address) {
    int slash = address.indexOf('/');
    return slash < 0 ? address : address.substring(0, slash);
  }

  private void keep(Map<String, Integer> standing) {
    List<Resource> kept = new ArrayList<>();
    for (Resource resource : graph.resources()) {
      if (resource.isOurs()) {
        Integer stack = standing.get(LogicalId.of(resource));
        String component = component(resource.address());
        if (stack == null) {
          components.computeIfAbsent(component, c -> new ArrayList<>()).add(resource);
        } else {
          room.put(resource, stack);
          homes.putIfAbsent(component, stack);
          kept.add(resource);
        }
      }
    }
    room.cross(kept);
    for (Resource resource : kept) {
      ResourceGraph.needs(resource)
          .forEach(
              needed ->
                  users.computeIfAbsent(needed, n -> new ArrayList<>()).add(resource.address()));
    }
  }

  private void findShared() {
    for (Resource resource : graph.resources()) {
      String component = component(resource.address());
      ResourceGraph.needs(resource).stream()
          .filter(address -> !component(address).equals(component))
          .forEach(shared::add);
    }
  }

  private Map<String, Set<String>> componentNeeds() {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    components.forEach(
        (component, resources) -> {
          Set<String> needed = new LinkedHashSet<>();
          resources.forEach(
              resource ->
                  ResourceGraph.needs(resource).stream()
                      .filter(address -> !room.isPlaced(address))
                      .forEach(address -> needed.add(component(address))));
          needed.remove(component);
          needs.put(component, needed);
        });
    return needs;
  }

  private void place(List<String> knot) {
    List<Resource> resources = new ArrayList<>();
    knot.forEach(component -> resources.addAll(components.getOrDefault(component, List.of())));
    Load load = room.load(resources);
    boolean stays = knot.stream().noneMatch(homes::containsKey);
    if (stays && (knot.size() == 1 || load.isWithin(bounds.filled()))) {
      put(resources, find(resources, load));
    } else {
      inOrder(resources).forEach(this::placeAlone);
    }
  }

  /** One of a component that stands, or of several that need each other and are too many. */
  private void placeAlone(Resource resource) {
    List<Resource> one = List.of(resource);
    Load load = room.load(one);
    int home = homes.getOrDefault(component(resource.address()), -1);
    boolean fits = home >= earliest(one) && room.takes(home, one, load, bounds.most());
    put(one, fits ? home : find(one, load));
  }

  private void put(Collection<Resource> resources, int stack) {
    for (Resource resource : resources) {
      room.put(resource, stack);
      homes.putIfAbsent(component(resource.address()), stack);
    }
    room.cross(resources);
  }

  private int find(Collection<Resource> resources, Load load) {
    int earliest = earliest(resources);
    int latest = latest(resources);
    if (earliest == Placement.ROOT
        && isShared(resources)
        && room.takes(Placement.ROOT, resources, load, bounds.most())) {
      return Placement.ROOT;
    }
    for (Load bound : List.of(bounds.filled(), bounds.most())) {
      for (int stack : room.stacks()) {
        boolean between = earliest <= stack && stack <= latest;
        if (between && room.takes(stack, resources, load, bound)) {
          return stack;
        }
      }
      if (latest == Integer.MAX_VALUE) {
        return room.next();
      }
    }
    // What stands and refers to it has to look ahead, if that can be.
    for (int stack : room.stacks()) {
      if (earliest <= stack && room.takes(stack, resources, load, bounds.filled())) {
        return stack;
      }
    }
    return room.next();
  }

  /**
   * Whether another component needs one of them. Root's headroom is for those: what root has, every
   * stack can be told, while a change set takes all that a nested stack gives for changed.
   */
  private boolean isShared(Collection<Resource> resources) {
    return resources.stream().anyMatch(resource -> shared.contains(resource.address()));
  }

  /** The last stack of what is needed. */
  private int earliest(Collection<Resource> resources) {
    int earliest = Placement.ROOT;
    for (Resource resource : resources) {
      for (String needed : ResourceGraph.needs(resource)) {
        earliest = Math.max(earliest, room.of(needed));
      }
    }
    return earliest;
  }

  /** The first stack of what stands and needs them. */
  private int latest(Collection<Resource> resources) {
    int latest = Integer.MAX_VALUE;
    for (Resource resource : resources) {
      for (String user : users.getOrDefault(resource.address(), List.of())) {
        latest = Math.min(latest, room.of(user));
      }
    }
    return latest;
  }

  private List<Resource> inOrder(List<Resource> resources) {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    resources.forEach(each -> needs.put(each.address(), ResourceGraph.needs(each)));
    List<Resource> ordered = new ArrayList<>();
    Knots.of(needs).forEach(knot -> knot.forEach(address -> ordered.add(graph.get(address))));
    return ordered;
  }
}
