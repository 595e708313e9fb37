package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** A resource group: it holds all that a stack has at a site, and what it holds goes with it. */
public final class ResourceGroup {
  private ResourceGroup() {}

  public static final ResourceKind KIND =
      kind("resource-group")
          .type(ARM, "Microsoft.Resources/resourceGroups" + Arm.RESOURCES)
          .type(TERRAFORM, "azurerm_resource_group")
          .read(Read.all("list Microsoft.Resources/resourceGroups" + Arm.RESOURCES))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(name(), location(), tags())
          .notOurs("given by Azure", "id", "type", "properties/provisioningState")
          .notOurs("somebody else's, of groups that a service keeps", "managedBy")
          .makingTakes("Microsoft.Resources/subscriptions/resourceGroups/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
