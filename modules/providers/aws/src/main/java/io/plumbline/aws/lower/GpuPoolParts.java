package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.graph.Resource;
import io.plumbline.model.GpuPool;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A pool: a launch template that says what a node is, a scaling group that says how many there are
 * and where, and what moves that number.
 */
final class GpuPoolParts {
  static final String TEMPLATE = "template";
  static final String GROUP = "group";
  static final String DRAIN = "drain";

  private GpuPoolParts() {}

  /**
   * The parts of a pool.
   *
   * @param targetGroups those of balancers that send traffic to it
   */
  static List<Resource> resources(
      GpuPool pool, Parts parts, Catalogue catalogue, List<Value> targetGroups) {
    List<String> types =
        catalogue.candidates(requireNonNull(pool.machine(), "validated"), pool.purchase());
    List<Resource> made = new ArrayList<>();
    made.add(LaunchTemplatePart.resource(pool, parts, types));
    made.add(ScalingGroupPart.resource(pool, parts, types, targetGroups));
    made.addAll(new ScalingParts(pool, parts).resources());
    return made;
  }
}
