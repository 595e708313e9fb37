package io.plumbline.drift;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a design means where it says something in the engine's own words that an attribute covers as
 * well: the engine was given the raw value, so that is what should stand there.
 */
final class RawOverlay {
  private RawOverlay() {}

  /** The graph as the engine of {@code dialect} was given it. */
  static ResourceGraph of(ResourceGraph graph, Dialect dialect) {
    return graph.resources().stream().allMatch(each -> each.raw().isEmpty())
        ? graph
        : new ResourceGraph(graph.resources().stream().map(each -> of(each, dialect)).toList());
  }

  private static Resource of(Resource resource, Dialect dialect) {
    if (!isSaid(resource, dialect)) {
      return resource;
    }
    Obj modelled = attributes(resource.withRaw(List.of()), dialect);
    Obj given = attributes(resource, dialect);
    Map<String, Value> attributes = new LinkedHashMap<>(resource.attributes().members());
    for (Attribute attribute : resource.kind().shape().attributes()) {
      Value value = given.get(attribute.name());
      if (!value.equals(modelled.get(attribute.name()))) {
        attributes.put(attribute.name(), value);
      }
    }
    attributes.values().removeIf(value -> Differences.unknownIn(value) != null);
    return resource.withAttributes(new Obj(attributes));
  }

  private static boolean isSaid(Resource resource, Dialect dialect) {
    return !resource.kind().documents(dialect).isEmpty()
        && resource.raw().stream().anyMatch(raw -> raw.dialect() == dialect);
  }

  /** Whether some attribute covers the place of a raw value, which is compared there. */
  static boolean covers(Resource resource, Raw raw, Dialect dialect) {
    Resource alone = resource.withAttributes(Obj.EMPTY).withRaw(List.of(raw));
    return isSaid(alone, dialect) && !attributes(alone, dialect).members().isEmpty();
  }

  private static Obj attributes(Resource resource, Dialect dialect) {
    Map<String, Obj> documents = new LinkedHashMap<>();
    Documents.of(resource, dialect)
        .forEach((document, body) -> documents.put(document.name(), body));
    return Lens.decode(resource.kind().shape(), documents, dialect);
  }
}
