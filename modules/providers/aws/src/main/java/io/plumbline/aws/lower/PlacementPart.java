package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.PlacementGroup;
import io.plumbline.graph.Resource;
import io.plumbline.model.Placement;
import io.plumbline.value.Value;
import java.util.Locale;

/** How nodes lie to each other: a placement group. */
final class PlacementPart {
  /** The most that AWS makes in a zone: the more there are, the fewer nodes fail together. */
  private static final int PARTITIONS = 7;

  private PlacementPart() {}

  static Resource resource(String part, Placement how, Parts parts) {
    return parts.make(
        part,
        PlacementGroup.KIND,
        Value.object(
            "name", parts.nameValue(part, Names.PLACEMENT_GROUP),
            "strategy", Value.text(how.name().toLowerCase(Locale.ROOT)),
            "partitionCount", how == Placement.PARTITION ? Value.whole(PARTITIONS) : Value.NULL,
            "spreadLevel", how == Placement.SPREAD ? Value.text("rack") : Value.NULL,
            "tags", parts.tags(part)));
  }
}
