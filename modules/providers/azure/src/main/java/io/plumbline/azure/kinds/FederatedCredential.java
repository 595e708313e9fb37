package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;

/** Who may be an identity without a password: a service account, as its cluster vouches for it. */
public final class FederatedCredential {
  private static final String TYPE =
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials";
  private static final String IDENTITY = "identity";

  private FederatedCredential() {}

  public static final ResourceKind KIND =
      kind("federated-credential")
          .type(ARM, TYPE + Arm.IDENTITY)
          .type(TERRAFORM, "azurerm_federated_identity_credential")
          .read(Read.by(IDENTITY, "list " + TYPE + Arm.IDENTITY))
          .keyedBy(IDENTITY, "name")
          .within(IDENTITY)
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .attributes(
              name(),
              ref(IDENTITY, "user-assigned-identity", "id")
                  .in(ARM, "parent")
                  .in(TERRAFORM, "parent_id")
                  .replaces(),
              resourceGroup())
          .attributes(
              properties(
                  ref("issuer", "managed-cluster", "issuer"),
                  text("subject"),
                  list("audiences", Shape.Leaf.TEXT).in(TERRAFORM, "audience")))
          .notOurs("given by Azure", "id", "type", "systemData")
          .makingTakes(TYPE + "/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
