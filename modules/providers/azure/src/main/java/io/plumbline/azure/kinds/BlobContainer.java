package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/** Where the objects of an account are. An account can have several. */
public final class BlobContainer {
  private static final String SERVICE = StorageAccount.TYPE + "/blobServices";
  private static final String TYPE = SERVICE + "/containers";
  private static final String ACCOUNT = "storageAccount";

  private BlobContainer() {}

  public static final ResourceKind KIND =
      kind("blob-container")
          .type(ARM, TYPE + Arm.STORAGE)
          .type(TERRAFORM, "azurerm_storage_container")
          .read(
              Read.by(
                  ACCOUNT, "list " + SERVICE + "/" + Common.DEFAULT + "/containers" + Arm.STORAGE))
          .keyedBy(ACCOUNT, "name")
          .within(ACCOUNT)
          .importedBy("id")
          .providerMade("name", Value.text("$logs"))
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
                  text("publicAccess")
                      .in(
                          TERRAFORM,
                          "container_access_type",
                          Codec.words("None", "private", "Blob", "blob", "Container", "container"))
                      .byDefault(Value.text("None"))))
          .notOurs("given by Azure", "id", "type", "etag", "properties/lastModifiedTime")
          .notOurs("changes with use", "properties/leaseState", "properties/leaseStatus")
          .notOurs(
              "the account's own key encrypts",
              "properties/defaultEncryptionScope",
              "properties/denyEncryptionScopeOverride")
          .notOurs(
              "of objects as files, which no design asks for",
              "properties/enableNfsV3AllSquash",
              "properties/enableNfsV3RootSquash")
          .notOurs(Unsaid.NOBODY, "properties/immutableStorageWithVersioning")
          .notOurs("notes of its users", "properties/metadata")
          .makingTakes(TYPE + "/write")
          .irreplaceable()
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
