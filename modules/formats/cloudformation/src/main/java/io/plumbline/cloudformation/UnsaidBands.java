package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Legalisation: what another controller moves stays unsaid where its kind wants it so. */
final class UnsaidBands {
  private UnsaidBands() {}

  static ResourceGraph leave(ResourceGraph graph) {
    return graph.resources().stream().anyMatch(UnsaidBands::isMeant)
        ? new ResourceGraph(graph.resources().stream().map(UnsaidBands::leave).toList())
        : graph;
  }

  private static boolean isMeant(Resource resource) {
    return !resource.bands().isEmpty()
        && resource.kind().isUnsaidWhereMoved(Dialect.CLOUDFORMATION);
  }

  private static Resource leave(Resource resource) {
    if (!isMeant(resource)) {
      return resource;
    }
    Map<String, Value> said = new LinkedHashMap<>(resource.attributes().members());
    said.keySet().removeAll(resource.bands().keySet());
    return resource.withAttributes(new Value.Obj(said));
  }
}
