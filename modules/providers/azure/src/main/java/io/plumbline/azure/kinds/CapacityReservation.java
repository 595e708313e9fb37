package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;

/** Capacity of one size that is kept, and paid for, until it is given back. */
public final class CapacityReservation {
  private CapacityReservation() {}

  public static final ResourceKind KIND =
      kind("capacity-reservation")
          .type(
              ARM, "Microsoft.Compute/capacityReservationGroups/capacityReservations" + Arm.COMPUTE)
          .type(TERRAFORM, "azurerm_capacity_reservation")
          .read(
              Read.all(
                  "Microsoft.Compute/capacityReservationGroups/capacityReservations" + Arm.COMPUTE))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .within("group")
          .attributes(
              name(),
              location().notIn(TERRAFORM, "azurerm takes the group's"),
              ref("group", "capacity-reservation-group", "id")
                  .in(ARM, "parent")
                  .in(TERRAFORM, "capacity_reservation_group_id")
                  .replaces(),
              set("zones", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "zone", Common.ITEM_ALONE)
                  .replaces()
                  .asGiven(),
              text("size").in(ARM, "sku/name").in(TERRAFORM, "sku/name").replaces(),
              whole("capacity").in(ARM, "sku/capacity").in(TERRAFORM, "sku/capacity"),
              tags())
          .notOurs("of reservations that are made for later", "properties/scheduleProfile")
          .notOurs("follows from the size", "sku/tier")
          .makingTakes("Microsoft.Compute/capacityReservationGroups/capacityReservations/write")
          .irreplaceable()
          .charged("each hour, whether machines run in it or not")
          .removedBy(AzCommand.DELETE)
          .build();
}
