package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** A key that is there already, in a vault of anybody's: asked for by its id, and never made. */
public final class ExistingKey {
  private static final String REFERRED_TO = "referred to alone; no design makes one";

  private ExistingKey() {}

  public static final ResourceKind KIND =
      kind("existing-key")
          .type(ARM, KeyVault.TYPE + "/keys" + Arm.KEY_VAULT)
          .type(TERRAFORM, "azurerm_key_vault_key")
          .read(Read.by("keyId", KeyVault.TYPE + "/keys" + Arm.KEY_VAULT))
          .keyedBy("keyId")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "resource_versionless_id")
          .output("arn", ARM, "id")
          .output("arn", TERRAFORM, "resource_versionless_id")
          .output("uri", ARM, "properties/keyUri")
          .output("uri", TERRAFORM, "versionless_id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .notInSandbox(REFERRED_TO)
          .attributes(
              text("keyId").notIn(TERRAFORM, REFERRED_TO).notIn(ARM, REFERRED_TO).in(API, "id"))
          .notOurs("its owner's business", "name", "type", "location", "tags", "properties")
          .build();
}
