package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Legalisation: the number of nodes that a cluster's autoscaler moves stays unsaid. CloudFormation
 * starts with the least where nobody says it, and leaves it alone from then on; said, it would set
 * the number back with the next change of anything else.
 *
 * <p>Amazon EKS API Reference, NodegroupScalingConfig: desiredSize (2025-06).
 */
final class UnsaidSizes {
  private static final String KIND = "eks-node-group";

  private UnsaidSizes() {}

  static ResourceGraph leave(ResourceGraph graph) {
    List<Resource> left = graph.resources().stream().map(UnsaidSizes::leave).toList();
    return new ResourceGraph(left);
  }

  private static Resource leave(Resource resource) {
    if (!resource.kind().id().equals(KIND) || resource.bands().isEmpty()) {
      return resource;
    }
    Map<String, Value> said = new LinkedHashMap<>(resource.attributes().members());
    said.keySet().removeAll(resource.bands().keySet());
    return resource.withAttributes(new Value.Obj(said));
  }
}
