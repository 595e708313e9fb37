package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in our words what a stack names: of what is wanted, and of what was. */
final class Addresses {

  /** What a logical id stands for: a resource, or one of its further documents. */
  record Place(Resource resource, Document document) {
    boolean isMain() {
      return document.name().isEmpty();
    }
  }

  private final ResourceGraph graph;
  private final Map<String, Place> places = new LinkedHashMap<>();

  Addresses(ResourceGraph graph, ResourceGraph released) {
    this.graph = graph;
    List.of(graph, released).forEach(this::add);
  }

  private void add(ResourceGraph from) {
    for (Resource resource : from.resources()) {
      for (Document document : resource.kind().documents(Dialect.CLOUDFORMATION)) {
        places.putIfAbsent(Template.logicalId(resource, document), new Place(resource, document));
      }
    }
  }

  /** Null for what neither graph has. */
  @Nullable Place find(String logicalId) {
    return places.get(logicalId);
  }

  /** Our address; the logical id where we know of none. */
  String address(String logicalId) {
    Place place = places.get(logicalId);
    return place == null ? logicalId : place.resource().address();
  }

  /** The same with the name of a further document, and the line that asks for it. */
  String described(String logicalId) {
    Place place = places.get(logicalId);
    if (place == null) {
      return logicalId;
    }
    String name = place.isMain() ? "" : " " + place.document().name();
    Object source = place.resource().source();
    return place.resource().address() + name + (source == null ? "" : " (" + source + ")");
  }

  /**
   * Whether it is protected, in the design or else, where the design has it no more, at the last
   * deploy.
   */
  boolean isKept(String logicalId) {
    Place place = places.get(logicalId);
    return place != null && place.resource().keep();
  }

  boolean isWanted(String logicalId) {
    Place place = places.get(logicalId);
    return place != null && graph.find(place.resource().address()) != null;
  }
}
