package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.List;

/** Capacity that is kept for us, whether it is used or not: nodes can start where it is. */
public sealed interface Reservation extends Component
    permits CapacityReservation, ExistingCapacityReservation, ExistingCapacityBlock {

  /** The provider's id of it, known once it is there. */
  default Value liveId() {
    return Value.ref(id(), "id");
  }

  @Override
  default List<Component> uses() {
    return List.of();
  }
}
