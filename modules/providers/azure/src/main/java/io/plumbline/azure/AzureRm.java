package io.plumbline.azure;

import io.plumbline.model.Site;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a Terraform configuration says once of a site of Azure: whom to ask, and where the state is.
 * Credentials are those of Azure's own CLI or of this machine where the site says so, and none
 * else; else they are what azurerm finds in the environment. None stand here.
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
    Map<String, Value> said = new LinkedHashMap<>(whole(site).members());
    said.putAll(credentials(site));
    return new Value.Obj(said);
  }

  /** Which of the ways in azurerm may take; it tries all that it is not kept from. */
  private static Map<String, Value> credentials(Site site) {
    String identity = site.setting("credentials.managed-identity");
    boolean cli = "cli".equals(site.setting("credentials"));
    if (identity == null && !cli) {
      return Map.of();
    }
    Map<String, Value> said = new LinkedHashMap<>();
    if (identity != null) {
      said.put("client_id", Value.text(identity));
    }
    said.put("use_cli", Value.flag(cli));
    said.put("use_msi", Value.flag(identity != null));
    said.put("use_oidc", Value.flag(false));
    said.put("use_aks_workload_identity", Value.flag(false));
    return said;
  }

  private static Value.Obj whole(Site site) {
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
    String identity = site.setting("credentials.managed-identity");
    return site.setting("state.container") == null
        ? Value.NULL
        : Value.object(
            PROVIDER,
            Value.object(
                "storage_account_name", setting(site, "state.storage-account"),
                "container_name", setting(site, "state.container"),
                "use_azuread_auth", Value.flag(true),
                "tenant_id", setting(site, "tenant"),
                "use_msi", identity == null ? Value.NULL : Value.flag(true),
                "client_id", identity == null ? Value.NULL : Value.text(identity)));
  }

  private static Value setting(Site site, String key) {
    String value = site.setting(key);
    return value == null ? Value.NULL : Value.text(value);
  }
}
