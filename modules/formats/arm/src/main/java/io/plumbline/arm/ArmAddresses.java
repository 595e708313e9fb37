package io.plumbline.arm;

import io.plumbline.azure.client.ArmId;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says in our words what Azure names by id: of what is wanted, and of what was. Within a stack the
 * type and the names tell one from the other, whatever the group.
 */
final class ArmAddresses {
  private final ResourceGraph wanted;
  private final Map<String, Resource> byKey = new LinkedHashMap<>();

  ArmAddresses(ResourceGraph wanted, ResourceGraph released) {
    this.wanted = wanted;
    for (ResourceGraph graph : List.of(wanted, released)) {
      ArmGraph named = new ArmGraph(graph);
      for (Resource resource : graph.resources()) {
        if (resource.isOurs() && !resource.kind().documents(ArmFormat.ARM).isEmpty()) {
          byKey.putIfAbsent(key(named, resource), resource);
        }
      }
    }
  }

  /** {@code microsoft.network/virtualnetworks/subnets net/a}. */
  private static String key(ArmGraph graph, Resource resource) {
    return key(ArmType.of(resource.kind()).name(), String.join("/", graph.names(resource)));
  }

  private static String key(String type, String names) {
    return (type + " " + names).toLowerCase(Locale.ROOT);
  }

  /** Of an id. */
  private static String key(String id) {
    String type = ArmId.typeOf(id);
    int parts = type.split("/", -1).length - 1;
    String[] segments = id.split("/", -1);
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      names.append(i == 0 ? "" : "/").append(segments[segments.length - 1 - 2 * (parts - 1 - i)]);
    }
    return key(type, names.toString());
  }

  /** Null for what neither graph has. */
  @Nullable Resource find(String id) {
    return byKey.get(key(id));
  }

  /** Our address; the id where we know of none. */
  String address(String id) {
    Resource resource = find(id);
    return resource == null ? id : resource.address();
  }

  /** The same with the line that asks for it. */
  String described(String id) {
    Resource resource = find(id);
    Object source = resource == null ? null : resource.source();
    return address(id) + (source == null ? "" : " (" + source + ")");
  }

  /** What we call its type; Azure's word where we have none. */
  String type(String id) {
    Resource resource = find(id);
    return resource == null ? ArmId.typeOf(id) : resource.kind().id();
  }

  /** What we call the type of what is wanted. */
  String kind(String address) {
    return wanted.get(address).kind().id();
  }

  boolean isWanted(Resource resource) {
    return wanted.find(resource.address()) != null;
  }

  /**
   * Ids of what stands inside the document of another, by address: subnets of a network.
   *
   * @param collection {@code subnets}
   */
  Map<String, Resource> inside(String id, String collection) {
    String start = key(ArmId.typeOf(id) + "/" + collection, "");
    String names = key(id).substring(key(id).indexOf(' ') + 1);
    Map<String, Resource> inside = new LinkedHashMap<>();
    byKey.forEach(
        (key, resource) -> {
          String before = start + names + "/";
          if (key.startsWith(before)) {
            inside.put(id + "/" + collection + "/" + key.substring(before.length()), resource);
          }
        });
    return inside;
  }

  /**
   * Live ids by address, of what is wanted.
   *
   * @param ids of all that the stack holds
   */
  Map<String, String> ids(List<String> ids) {
    Map<String, String> byAddress = new LinkedHashMap<>();
    for (String id : ids) {
      Resource resource = find(id);
      if (resource != null && isWanted(resource)) {
        String type = ArmType.of(resource.kind()).name();
        byAddress.put(resource.address(), ArmId.canonical(id, type));
      }
      for (String collection : below(ArmId.typeOf(id))) {
        inside(id, collection)
            .forEach(
                (inner, each) -> {
                  if (isWanted(each)) {
                    byAddress.putIfAbsent(
                        each.address(), ArmId.canonical(inner, ArmType.of(each.kind()).name()));
                  }
                });
      }
    }
    return byAddress;
  }

  /** Names of the collections of children that our kinds have below this type. */
  List<String> below(String type) {
    String start = (type + "/").toLowerCase(Locale.ROOT);
    return byKey.values().stream()
        .map(resource -> ArmType.of(resource.kind()).name())
        .filter(each -> each.toLowerCase(Locale.ROOT).startsWith(start))
        .map(each -> each.substring(start.length()))
        .filter(each -> !each.contains("/"))
        .distinct()
        .toList();
  }
}
