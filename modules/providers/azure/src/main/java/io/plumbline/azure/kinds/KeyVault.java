package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A vault of keys. Who may do what in it, roles say; once it is protected from purging, Azure never
 * lets that go again.
 */
public final class KeyVault {
  static final String TYPE = "Microsoft.KeyVault/vaults";

  private KeyVault() {}

  public static final ResourceKind KIND =
      kind("key-vault")
          .type(ARM, TYPE + Arm.KEY_VAULT)
          .type(TERRAFORM, "azurerm_key_vault")
          .constant(
              ARM,
              "",
              Value.object(
                  "properties", Value.object("sku", Value.object("family", Value.text("A")))))
          .read(Read.all(TYPE + Arm.KEY_VAULT))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .output("uri", ARM, "properties/vaultUri")
          .output("uri", TERRAFORM, "vault_uri")
          .attributes(name(), location(), resourceGroup())
          .attributes(
              properties(
                  text("tenantId").replaces(),
                  text("sku").in(ARM, "sku/name").in(TERRAFORM, "sku_name"),
                  flag("enableRbacAuthorization").in(TERRAFORM, "rbac_authorization_enabled"),
                  flag("enablePurgeProtection").in(TERRAFORM, "purge_protection_enabled").asGiven(),
                  whole("softDeleteRetentionInDays")
                      .in(TERRAFORM, "soft_delete_retention_days")
                      .byDefault(Value.whole(90))
                      .replaces(),
                  flag("enabledForDeployment").byDefault(Value.flag(false)),
                  flag("enabledForTemplateDeployment").byDefault(Value.flag(false)),
                  flag("enabledForDiskEncryption").byDefault(Value.flag(false)),
                  flag("publicNetworkAccess")
                      .in(ARM, Common.ENABLED)
                      .in(TERRAFORM, "public_network_access_enabled")
                      .byDefault(Value.flag(true))))
          .attributes(tags())
          .notOurs("given by Azure", "id", "type", "systemData", "properties/provisioningState")
          .notOurs("roles say who may do what", "properties/accessPolicies")
          .notOurs("always said when it is made", "properties/createMode", "properties/sku/family")
          .notOurs("on for all vaults by now", "properties/enableSoftDelete")
          .notOurs("said by publicNetworkAccess: all or nobody", "properties/networkAcls")
          .notOurs(Unsaid.GIVEN, "properties/vaultUri")
          .notRead("whom its firewall lets in")
          .makingTakes(TYPE + "/write")
          .irreplaceable()
          .charged("each thousand calls")
          .removedBy(AzCommand.DELETE)
          .build();
}
