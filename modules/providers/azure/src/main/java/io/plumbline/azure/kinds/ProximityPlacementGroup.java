package io.plumbline.azure.kinds;

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

/** Machines that are to stand close together: in one data centre of a zone. */
public final class ProximityPlacementGroup {
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
                  .in(TERRAFORM, "zone", Common.ITEM_ALONE)
                  .replaces()
                  .asGiven())
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
