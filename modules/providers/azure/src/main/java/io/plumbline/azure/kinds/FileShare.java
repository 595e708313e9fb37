package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/** Files that many machines mount at once, from an account. */
public final class FileShare {
  private static final String SERVICE = StorageAccount.TYPE + "/fileServices";
  private static final String TYPE = SERVICE + "/shares";
  private static final String ACCOUNT = "storageAccount";

  private FileShare() {}

  public static final ResourceKind KIND =
      kind("file-share")
          .type(ARM, TYPE + Arm.STORAGE)
          .type(TERRAFORM, "azurerm_storage_share")
          .read(
              Read.by(ACCOUNT, "list " + SERVICE + "/" + Common.DEFAULT + "/shares" + Arm.STORAGE))
          .keyedBy(ACCOUNT, "name")
          .within(ACCOUNT)
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(
              name().in(ARM, Common.IN_DEFAULT).in(API, Codec.SAME),
              ref(ACCOUNT, "storage-account", "id")
                  .in(ARM, "parent")
                  .in(TERRAFORM, "storage_account_id")
                  .replaces(),
              resourceGroup().notIn(TERRAFORM, "azurerm takes the account's"))
          .attributes(
              properties(
                  whole("quotaGiB").in(ARM, "shareQuota").in(TERRAFORM, "quota"),
                  text("protocol")
                      .in(ARM, "enabledProtocols")
                      .in(TERRAFORM, "enabled_protocol")
                      .byDefault(Value.text("SMB"))
                      .replaces()))
          .notOurs("given by Azure", "id", "type", "etag", "properties/lastModifiedTime")
          .notOurs("changes with use", "properties/leaseState", "properties/leaseStatus")
          .notRead("who is root on a share")
          .notOurs("follows from the account's kind", "properties/accessTier")
          .notOurs(
              "paid for beyond what the size brings, which nobody asks for",
              "properties/fileSharePaidBursting",
              "properties/provisionedBandwidthMibps",
              "properties/provisionedIops")
          .notOurs("notes of its users", "properties/metadata")
          .notOurs("said by who mounts it", "properties/rootSquash")
          .notOurs("of keys, by which nobody comes in", "properties/signedIdentifiers")
          .makingTakes(TYPE + "/write")
          .irreplaceable()
          .charged("each GB that it may hold")
          .removedBy(AzCommand.DELETE)
          .build();
}
