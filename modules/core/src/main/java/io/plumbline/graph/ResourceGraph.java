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

  /**
   * A graph of these resources.
   *
   * @throws IllegalArgumentException if two resources share an address
   */
  public ResourceGraph(Collection<Resource> resources) {
    Map<String, Resource> map = new LinkedHashMap<>();
    for (Resource resource : resources) {
      if (map.put(resource.address(), resource) != null) {
        throw new IllegalArgumentException("two resources have the address " + resource.address());
      }
    }
    byAddress = Collections.unmodifiableMap(map);
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
