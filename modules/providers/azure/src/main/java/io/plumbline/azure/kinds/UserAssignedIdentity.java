package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** Who machines are to the rest of Azure: an identity that stays when they go. */
public final class UserAssignedIdentity {
  private UserAssignedIdentity() {}

  public static final ResourceKind KIND =
      kind("user-assigned-identity")
          .type(ARM, "Microsoft.ManagedIdentity/userAssignedIdentities" + Arm.IDENTITY)
          .type(TERRAFORM, "azurerm_user_assigned_identity")
          .read(Read.all("Microsoft.ManagedIdentity/userAssignedIdentities" + Arm.IDENTITY))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .output("principalId", ARM, "properties/principalId")
          .output("principalId", TERRAFORM, "principal_id")
          .output("clientId", ARM, "properties/clientId")
          .output("clientId", TERRAFORM, "client_id")
          .attributes(name(), location(), resourceGroup(), tags())
          .notOurs(
              "given by Azure",
              "id",
              "type",
              "properties/clientId",
              "properties/principalId",
              "properties/tenantId")
          .makingTakes("Microsoft.ManagedIdentity/userAssignedIdentities/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
