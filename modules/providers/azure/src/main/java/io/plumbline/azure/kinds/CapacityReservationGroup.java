package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.azure.kinds.Common.zones;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** A group of capacity reservations, which scale sets name. */
public final class CapacityReservationGroup {
  private CapacityReservationGroup() {}

  public static final ResourceKind KIND =
      kind("capacity-reservation-group")
          .type(ARM, "Microsoft.Compute/capacityReservationGroups" + Arm.COMPUTE)
          .type(TERRAFORM, "azurerm_capacity_reservation_group")
          .read(Read.all("Microsoft.Compute/capacityReservationGroups" + Arm.COMPUTE))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(name(), location(), resourceGroup(), zones(), tags())
          .notOurs(
              "of capacity lent to other subscriptions, or bought as a block",
              "properties/sharingProfile",
              "properties/reservationType")
          .makingTakes("Microsoft.Compute/capacityReservationGroups/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
