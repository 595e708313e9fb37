package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.graph.Resource;
import io.plumbline.model.GpuPool;
import java.util.List;

/**
 * A pool: a launch template that says what a node is, and a scaling group that says how many there
 * are and where.
 */
final class GpuPoolParts {
  static final String TEMPLATE = "template";
  static final String GROUP = "group";

  private GpuPoolParts() {}

  static List<Resource> resources(GpuPool pool, Parts parts, Catalogue catalogue) {
    List<String> types =
        catalogue.candidates(requireNonNull(pool.machine(), "validated"), pool.purchase());
    return List.of(
        LaunchTemplatePart.resource(pool, parts, types),
        ScalingGroupPart.resource(pool, parts, types));
  }
}
