package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.CapacityReservation;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.model.Placement;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A reservation of ours: only what names it runs in it. One whose nodes lie close together is made
 * in a placement group of its own, since nodes of another group are refused there.
 */
final class CapacityReservationParts {
  private CapacityReservationParts() {}

  static List<Resource> resources(io.plumbline.model.CapacityReservation reservation, Parts parts) {
    List<Resource> made = new ArrayList<>();
    if (reservation.clustered()) {
      made.add(PlacementPart.resource(GpuPoolParts.PLACEMENT, Placement.CLUSTER, parts));
    }
    made.add(
        parts.make(
            "",
            CapacityReservation.KIND,
            Value.object(
                "instanceType", Value.text(requireNonNull(reservation.instanceType(), "validated")),
                "instancePlatform", Value.text("Linux/UNIX"),
                "availabilityZone", Value.text(requireNonNull(reservation.zone(), "validated")),
                "instanceCount", Value.whole(reservation.count()),
                "instanceMatchCriteria", Value.text("targeted"),
                "endDateType", Value.text(reservation.until() == null ? "unlimited" : "limited"),
                "endDate",
                    reservation.until() == null
                        ? Value.NULL
                        : Value.text(reservation.until().toString()),
                "placementGroupArn",
                    reservation.clustered()
                        ? Value.ref(parts.address(GpuPoolParts.PLACEMENT), "arn")
                        : Value.NULL,
                "tags", parts.tags(""))));
    return made;
  }

  /** One that is there already. */
  static List<Resource> existing(String id, Parts parts) {
    return List.of(parts.existing("", CapacityReservation.KIND, new Lookup.ById(id)));
  }
}
