package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * A secret of a vault that is there already. Only that it exists, and where, is ever read: nothing
 * here can make one, and what Azure answers of one never has what it holds.
 */
public final class KeyVaultSecret {
  private static final String REFERRED_TO = "referred to alone; no design makes one";

  private KeyVaultSecret() {}

  public static final ResourceKind KIND =
      kind("key-vault-secret")
          .type(ARM, KeyVault.TYPE + "/secrets" + Arm.KEY_VAULT)
          .type(TERRAFORM, "azurerm_key_vault_secret")
          .read(Read.by("secretId", KeyVault.TYPE + "/secrets" + Arm.KEY_VAULT))
          .keyedBy("secretId")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "resource_versionless_id")
          .output("arn", ARM, "id")
          .output("arn", TERRAFORM, "resource_versionless_id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .notInSandbox(REFERRED_TO)
          .attributes(
              text("secretId").notIn(TERRAFORM, REFERRED_TO).notIn(ARM, REFERRED_TO).in(API, "id"))
          .notOurs("its owner's business", "name", "type", "location", "tags", "properties")
          .build();
}
