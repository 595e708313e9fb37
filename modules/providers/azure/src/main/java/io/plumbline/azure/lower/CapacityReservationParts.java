package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.CapacityReservationGroup;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.model.CapacityReservation;
import io.plumbline.value.Value;
import java.util.List;

/** A reservation of ours: a group, which pools name, with the reservation of one size in it. */
final class CapacityReservationParts {
  private static final String RESERVATION = "reservation";

  private CapacityReservationParts() {}

  static List<Resource> resources(CapacityReservation reservation, Parts parts) {
    Value zones = Value.texts(List.of(requireNonNull(reservation.zone(), "validated")));
    return List.of(
        parts.make("", CapacityReservationGroup.KIND, Names.USUAL, Value.object("zones", zones)),
        parts.make(
            RESERVATION,
            io.plumbline.azure.kinds.CapacityReservation.KIND,
            Names.USUAL,
            Value.object(
                "group",
                parts.id(""),
                "zones",
                zones,
                "size",
                Value.text(requireNonNull(reservation.instanceType(), "validated")),
                "capacity",
                Value.whole(reservation.count()))));
  }

  /** A group that is there already. */
  static List<Resource> existing(String id, Parts parts) {
    return List.of(parts.existing("", CapacityReservationGroup.KIND, new Lookup.ById(id)));
  }
}
