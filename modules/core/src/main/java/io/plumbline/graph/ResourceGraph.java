package io.plumbline.graph;

import io.plumbline.value.References;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All resources of one stack on one site, in the order in which they were asked for. Immutable. */
public final class ResourceGraph {
  public static final ResourceGraph EMPTY = new ResourceGraph(List.of());

  private final Map<String, Resource> byAddress;
  private final Map<String, String> resting;

  /**
   * A graph of these resources.
   *
   * @throws IllegalArgumentException if two resources share an address
   */
  public ResourceGraph(Collection<Resource> resources) {
    this(resources, Map.of());
  }

  /**
   * The same, where nothing is expected at some addresses for a while: a machine is in repair.
   *
   * @param resting why, by address; none of them is a resource's
   */
  public ResourceGraph(Collection<Resource> resources, Map<String, String> resting) {
    Map<String, Resource> map = new LinkedHashMap<>();
    for (Resource resource : resources) {
      if (map.put(resource.address(), resource) != null) {
        throw new IllegalArgumentException("two resources have the address " + resource.address());
      }
    }
    byAddress = Collections.unmodifiableMap(map);
    this.resting = Collections.unmodifiableMap(new LinkedHashMap<>(resting));
  }

  /** At which addresses nothing is expected for a while, with the reason. */
  public Map<String, String> resting() {
    return resting;
  }

  public Collection<Resource> resources() {
    return byAddress.values();
  }

  public @Nullable Resource find(String address) {
    return byAddress.get(address);
  }

  /**
   * The resource at {@code address}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Resource get(String address) {
    Resource resource = byAddress.get(address);
    if (resource == null) {
      throw new IllegalArgumentException("no resource has the address " + address);
    }
    return resource;
  }

  public boolean isEmpty() {
    return byAddress.isEmpty();
  }

  /** Addresses that {@code resource} refers to or comes after. */
  public static Set<String> needs(Resource resource) {
    Set<String> needed = new LinkedHashSet<>(resource.after());
    References.forEach(resource.attributes(), ref -> needed.add(ref.resource()));
    resource
        .raw()
        .forEach(raw -> References.forEach(raw.value(), ref -> needed.add(ref.resource())));
    return needed;
  }

  /** Without the resources at these addresses, and all that need them. */
  public ResourceGraph without(Set<String> addresses) {
    Set<String> gone = new LinkedHashSet<>(addresses);
    boolean more = true;
    while (more) {
      more = false;
      for (Resource each : byAddress.values()) {
        if (!gone.contains(each.address()) && needs(each).stream().anyMatch(gone::contains)) {
          more = gone.add(each.address());
        }
      }
    }
    return new ResourceGraph(
        byAddress.values().stream().filter(each -> !gone.contains(each.address())).toList(),
        resting);
  }

  /** The chosen resources and all that they need. */
  public ResourceGraph keeping(Predicate<Resource> chosen) {
    Set<String> kept = new LinkedHashSet<>();
    List<Resource> open = new ArrayList<>(byAddress.values().stream().filter(chosen).toList());
    while (!open.isEmpty()) {
      Resource next = open.remove(open.size() - 1);
      if (kept.add(next.address())) {
        needs(next).stream().map(byAddress::get).filter(r -> r != null).forEach(open::add);
      }
    }
    return new ResourceGraph(
        byAddress.values().stream().filter(r -> kept.contains(r.address())).toList());
  }
}
