package io.plumbline.azure;

import io.plumbline.model.Site;
import io.plumbline.value.Value;

/**
 * What a Terraform configuration says once of a site of Azure: whom to ask, and where the state is.
 * Credentials stand in the environment or in Azure's own CLI; none are named here.
 */
final class AzureRm {
  private static final String PROVIDER = "azurerm";

  private AzureRm() {}

  static Value.Obj settings(Site site) {
    return Value.object(
        "required_version",
        Value.text(">= 1.5.0"),
        "required_providers",
        Value.object(
            PROVIDER,
            Value.object(
                "source", Value.text("hashicorp/azurerm"), "version", Value.text("~> 4.73"))),
        "provider",
        Value.object(PROVIDER, provider(site)),
        "backend",
        backend(site));
  }

  /**
   * A deploy leaves machines that run as they are, whatever provisions: azurerm would replace them
   * by itself. Accounts of storage take nobody's keys, so that azurerm asks Azure alone, as who it
   * is; and what a vault deleted stays where it can be got back.
   */
  private static Value provider(Site site) {
    return Value.object(
        "features",
        Value.object(
            "virtual_machine_scale_set",
            Value.object("roll_instances_when_required", Value.flag(false)),
            "storage",
            Value.object("data_plane_available", Value.flag(false)),
            "key_vault",
            Value.object(
                "purge_soft_delete_on_destroy", Value.flag(false),
                "purge_soft_deleted_keys_on_destroy", Value.flag(false))),
        "storage_use_azuread",
        Value.flag(true),
        "subscription_id",
        setting(site, "subscription"),
        "tenant_id",
        setting(site, "tenant"));
  }

  /** The key is the engine's, which knows the stack. */
  private static Value backend(Site site) {
    return site.setting("state.container") == null
        ? Value.NULL
        : Value.object(
            PROVIDER,
            Value.object(
                "storage_account_name", setting(site, "state.storage-account"),
                "container_name", setting(site, "state.container"),
                "use_azuread_auth", Value.flag(true)));
  }

  private static Value setting(Site site, String key) {
    String value = site.setting(key);
    return value == null ? Value.NULL : Value.text(value);
  }
}
