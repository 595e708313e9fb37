package io.plumbline.aws.lower;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.graph.Resource;
import io.plumbline.model.GpuPool;
import java.util.ArrayList;
import java.util.List;

/**
 * A pool: a launch template that says what a node is, a scaling group that says how many there are
 * and where, what moves that number, and a placement group where nodes must lie in some way to each
 * other.
 */
final class GpuPoolParts {
  static final String TEMPLATE = "template";
  static final String GROUP = "group";
  static final String DRAIN = "drain";
  static final String PLACEMENT = "placement";

  private GpuPoolParts() {}

  static List<Resource> resources(GpuPool pool, Parts parts, Catalogue catalogue) {
    List<String> types = catalogue.candidates(pool);
    List<Resource> made = new ArrayList<>();
    if (pool.placement() != null) {
      made.add(PlacementPart.resource(PLACEMENT, pool.placement(), parts));
    }
    made.add(LaunchTemplatePart.resource(pool, parts, types, catalogue));
    made.add(ScalingGroupPart.resource(pool, parts, types));
    made.addAll(new ScalingParts(pool, parts).resources());
    return made;
  }
}
