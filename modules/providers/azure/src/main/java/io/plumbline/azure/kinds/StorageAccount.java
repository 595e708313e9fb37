package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * An account of storage: of objects, or of files. What an account has one of is its own: how its
 * objects are kept, and what becomes of them with age; templates say both as things inside it,
 * azurerm the first as a block and the second as a resource. Nobody comes in by the account's keys.
 */
public final class StorageAccount {
  static final String TYPE = "Microsoft.Storage/storageAccounts";
  private static final String BLOB_SERVICE = TYPE + "/blobServices";
  private static final String POLICY = TYPE + "/managementPolicies";
  private static final String ONE_OF = "/" + Common.DEFAULT;
  private static final String BLOB = "blob";
  private static final String LIFECYCLE = "lifecycle";
  private static final Value.Obj ONLY = Value.object("name", Value.text(Common.DEFAULT));

  /** {@code Standard_ZRS} ↔ how fast it is, and how often it is kept. */
  private static final Codec TWO_WORDS = new Codec(StorageAccount::apart, StorageAccount::together);

  /** A subnet ↔ a rule that lets it in. */
  private static final Codec SUBNET_RULE =
      new Codec(
          subnet -> Value.object("id", subnet, "action", Value.text("Allow")),
          rule -> rule instanceof Value.Obj said ? said.get("id") : rule);

  /** For how many days what was deleted can be got back ↔ the same as a switch and days. */
  private static final Codec KEPT =
      new Codec(
          days -> Value.object("enabled", Value.flag(true), "days", days),
          policy ->
              policy instanceof Value.Obj said && said.get("enabled").equals(Value.flag(true))
                  ? said.get("days")
                  : Value.NULL);

  private StorageAccount() {}

  public static final ResourceKind KIND =
      LifecycleRule.unsaid(kind("storage-account"))
          .type(ARM, TYPE + Arm.STORAGE)
          .document(ARM, BLOB, BLOB_SERVICE + Arm.STORAGE, "parent", "id")
          .document(ARM, LIFECYCLE, POLICY + Arm.STORAGE, "parent", "id")
          .constant(ARM, BLOB, ONLY)
          .constant(ARM, LIFECYCLE, ONLY)
          .type(TERRAFORM, "azurerm_storage_account")
          .document(
              TERRAFORM, LIFECYCLE, "azurerm_storage_management_policy", "storage_account_id", "id")
          .read(Read.all(TYPE + Arm.STORAGE))
          .read(BLOB, Read.by("id", "get " + BLOB_SERVICE + ONE_OF + Arm.STORAGE).ownedBy("parent"))
          .read(LIFECYCLE, Read.by("id", "get " + POLICY + ONE_OF + Arm.STORAGE).ownedBy("parent"))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("arn", ARM, "id")
          .output("arn", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(
              name(),
              location(),
              resourceGroup(),
              text("kind").in(TERRAFORM, "account_kind").replaces(),
              text("sku").in(ARM, "sku/name").in(TERRAFORM, "", TWO_WORDS))
          .attributes(
              properties(
                  text("accessTier").filledIn("as the account's kind and size have it"),
                  flag("supportsHttpsTrafficOnly").in(TERRAFORM, "https_traffic_only_enabled"),
                  text("minimumTlsVersion").in(TERRAFORM, "min_tls_version"),
                  flag("allowBlobPublicAccess").in(TERRAFORM, "allow_nested_items_to_be_public"),
                  flag("allowSharedKeyAccess").in(TERRAFORM, "shared_access_key_enabled"),
                  flag("defaultToOAuthAuthentication")
                      .in(TERRAFORM, "default_to_oauth_authentication")
                      .byDefault(Value.flag(false)),
                  flag("allowCrossTenantReplication")
                      .in(TERRAFORM, "cross_tenant_replication_enabled")
                      .byDefault(Value.flag(false)),
                  flag("publicNetworkAccess")
                      .in(ARM, Common.ENABLED)
                      .in(TERRAFORM, "public_network_access_enabled")
                      .byDefault(Value.flag(true)),
                  text("networkDefault")
                      .in(ARM, "networkAcls/defaultAction")
                      .in(TERRAFORM, "network_rules/default_action")
                      .byDefault(Value.text("Allow")),
                  text("networkBypass")
                      .in(ARM, "networkAcls/bypass")
                      .in(TERRAFORM, "network_rules/bypass", Codec.ONLY_ITEM)
                      .byDefault(Value.text("AzureServices")),
                  set("subnets", reference("subnet", "id"))
                      .in(ARM, "networkAcls/virtualNetworkRules", Codec.each(SUBNET_RULE))
                      .in(TERRAFORM, "network_rules/virtual_network_subnet_ids")
                      .byDefault(Value.list())))
          .attributes(
              flag("versioning")
                  .in(ARM, "blob:properties/isVersioningEnabled")
                  .in(TERRAFORM, "blob_properties/versioning_enabled")
                  .byDefault(Value.flag(false)),
              whole("deletedObjectsKept")
                  .in(ARM, "blob:properties/deleteRetentionPolicy", KEPT)
                  .in(TERRAFORM, "blob_properties/delete_retention_policy/days")
                  .asGiven(),
              whole("deletedContainersKept")
                  .in(ARM, "blob:properties/containerDeleteRetentionPolicy", KEPT)
                  .in(TERRAFORM, "blob_properties/container_delete_retention_policy/days")
                  .asGiven(),
              list("lifecycleRules", LifecycleRule.SHAPE)
                  .in(ARM, LIFECYCLE + ":properties/policy/rules", LifecycleRule.TYPED)
                  .in(TERRAFORM, LIFECYCLE + ":rule")
                  .asGiven(),
              tags())
          .notOurs(Unsaid.EDGE, "extendedLocation")
          .notOurs("its redundancy says where it stands", "zones", "placement")
          .notOurs(
              "Azure's keys encrypt it; an identity of its own wants a key of somebody's",
              "identity")
          .notOurs(
              "what it is for life: chosen when it is made",
              "properties/dnsEndpointType",
              "properties/isHnsEnabled",
              "properties/isNfsV3Enabled",
              "properties/immutableStorageWithVersioning")
          .notOurs(
              "ways in by name and password, or as a directory has it",
              "properties/azureFilesIdentityBasedAuthentication",
              "properties/enableExtendedGroups",
              "properties/isLocalUserEnabled",
              "properties/isSftpEnabled")
          .notOurs(
              "passes by itself",
              "properties/geoPriorityReplicationStatus",
              "properties/storageAccountSkuConversionStatus")
          .notOurs(
              Unsaid.NOBODY,
              "properties/allowedCopyScope",
              "properties/dualStackEndpointPreference",
              "properties/largeFileSharesState",
              "properties/routingPreference")
          .notOurs(
              Unsaid.NOBODY,
              "blob:properties/automaticSnapshotPolicyEnabled",
              "blob:properties/changeFeed",
              "blob:properties/defaultServiceVersion",
              "blob:properties/lastAccessTimeTrackingPolicy",
              "blob:properties/restorePolicy",
              "blob:properties/deleteRetentionPolicy/allowPermanentDelete",
              "blob:properties/containerDeleteRetentionPolicy/allowPermanentDelete")
          .notOurs("pages of a browser's: no part of a fleet", "blob:properties/cors")
          .notRead("ways in by SFTP and by names of its own")
          .notRead("settings of file, queue and table services")
          .makingTakes(TYPE + "/write", BLOB_SERVICE + "/write", POLICY + "/write")
          .irreplaceable()
          .charged("each GB that it keeps, and each call")
          .removedBy(AzCommand.DELETE)
          .build();

  private static Value apart(Value sku) {
    if (!(sku instanceof Value.Text text)) {
      return Value.object("account_tier", sku);
    }
    String[] words = text.value().split("_", 2);
    return words.length < 2
        ? Value.object("account_tier", sku)
        : Value.object(
            "account_tier", Value.text(words[0]), "account_replication_type", Value.text(words[1]));
  }

  private static Value together(Value account) {
    if (!(account instanceof Value.Obj said)) {
      return account;
    }
    return said.get("account_tier") instanceof Value.Text tier
            && said.get("account_replication_type") instanceof Value.Text redundancy
        ? Value.text(tier.value() + "_" + redundancy.value())
        : said.get("account_tier");
  }
}
