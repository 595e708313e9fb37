package io.plumbline.aws.lower;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.graph.Resource;
import io.plumbline.model.GpuPool;
import io.plumbline.value.Value;
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
  static final String LAUNCH = "launch";
  static final String DRAIN = "drain";
  static final String PLACEMENT = "placement";

  private GpuPoolParts() {}

  /**
   * The parts of a pool.
   *
   * @param targetGroups those of balancers that send traffic to it
   */
  static List<Resource> resources(
      GpuPool pool, Parts parts, String region, Catalogue catalogue, List<Value> targetGroups) {
    List<String> types = catalogue.candidates(pool);
    List<Resource> made = new ArrayList<>();
    if (pool.placement() != null) {
      made.add(PlacementPart.resource(PLACEMENT, pool.placement(), parts));
    }
    made.add(LaunchTemplatePart.resource(pool, parts, types, catalogue));
    made.add(ScalingGroupPart.resource(pool, parts, types, targetGroups));
    made.addAll(new ScalingParts(pool, parts).resources());
    made.addAll(new HookParts(pool, parts, region).resources());
    return made;
  }
}
