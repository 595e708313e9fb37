package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * The part of an {@link AutoScalingGroup} that says of which template, types and terms its
 * instances are.
 */
final class GroupInstances {
  private GroupInstances() {}

  private static final Shape TEMPLATE =
      record(
          ref("launchTemplateId", "launch-template", "id"),
          ref("version", "launch-template", "latestVersion"));

  static final Shape SINGLE_TEMPLATE =
      record(
          ref("launchTemplateId", "launch-template", "id").in(TERRAFORM, "id"),
          ref("version", "launch-template", "latestVersion"));

  private static final Shape DISTRIBUTION =
      record(
          text("onDemandAllocationStrategy").byDefault(Value.text("prioritized")),
          whole("onDemandBaseCapacity").byDefault(Value.whole(0)),
          whole("onDemandPercentageAboveBaseCapacity").byDefault(Value.whole(100)),
          text("spotAllocationStrategy").byDefault(Value.text("lowest-price")),
          whole("spotInstancePools").byDefault(Value.whole(2)),
          decimal("spotMaxPrice").everywhere(Codec.NUMBER_AS_TEXT));

  private static final Shape OVERRIDE =
      record(
          text("instanceType"),
          whole("weightedCapacity").everywhere(Codec.NUMBER_AS_TEXT),
          one("launchTemplateSpecification", TEMPLATE),
          one("instanceRequirements", InstanceRequirements.SHAPE));

  static final Shape MIXED =
      record(
          one("instancesDistribution", DISTRIBUTION),
          one(
              "launchTemplate",
              record(
                  one("launchTemplateSpecification", TEMPLATE),
                  list("overrides", OVERRIDE).in(TERRAFORM, "override"))));
}
