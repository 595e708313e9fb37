package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * Machines that are to stand close together: in one data centre of a zone. The first of them says
 * in which: Azure takes a zone of the group itself only with the sizes that are to come ({@code
 * intent}; azurerm: {@code zone} with {@code allowed_vm_sizes}). Source: learn.microsoft.com,
 * Proximity placement groups; read 2026-11.
 */
public final class ProximityPlacementGroup {
  private static final String WHERE = "its machines say where they are";

  private ProximityPlacementGroup() {}

  public static final ResourceKind KIND =
      kind("proximity-placement-group")
          .type(ARM, "Microsoft.Compute/proximityPlacementGroups" + Arm.COMPUTE)
          .type(TERRAFORM, "azurerm_proximity_placement_group")
          .read(Read.all("Microsoft.Compute/proximityPlacementGroups" + Arm.COMPUTE))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(
              name(),
              location(),
              resourceGroup(),
              set("zones", Shape.Leaf.TEXT)
                  .notIn(ARM, WHERE)
                  .notIn(TERRAFORM, WHERE)
                  .in(API, "zones")
                  .replaces()
                  .byDefault(Value.list()))
          .attributes(
              properties(
                  text("proximityPlacementGroupType")
                      .notIn(TERRAFORM, "azurerm makes the standard ones alone")
                      .byDefault(Value.text("Standard"))))
          .attributes(tags())
          .notOurs("how it is right now", "properties/colocationStatus")
          .notOurs(Unsaid.NOBODY, "properties/intent")
          .makingTakes("Microsoft.Compute/proximityPlacementGroups/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
