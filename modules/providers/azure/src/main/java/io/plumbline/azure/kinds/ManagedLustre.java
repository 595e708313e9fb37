package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.azure.kinds.Common.zones;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** A parallel file system of Azure Managed Lustre. Nothing of it changes once it is made. */
public final class ManagedLustre {
  private static final String TYPE = "Microsoft.StorageCache/amlFilesystems";

  private ManagedLustre() {}

  public static final ResourceKind KIND =
      kind("managed-lustre")
          .type(ARM, TYPE + Arm.LUSTRE)
          .type(TERRAFORM, "azurerm_managed_lustre_file_system")
          .read(Read.all(TYPE + Arm.LUSTRE))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .output("dnsName", ARM, "properties/clientInfo/mgsAddress")
          .output("dnsName", TERRAFORM, "mgs_address")
          .attributes(
              name(),
              location(),
              resourceGroup(),
              zones(),
              text("sku").in(ARM, "sku/name").in(TERRAFORM, "sku_name").replaces())
          .attributes(
              properties(
                  whole("capacityTiB")
                      .in(ARM, "storageCapacityTiB")
                      .in(TERRAFORM, "storage_capacity_in_tb")
                      .replaces(),
                  ref("subnet", "subnet", "id")
                      .in(ARM, "filesystemSubnet")
                      .in(TERRAFORM, "subnet_id")
                      .replaces(),
                  text("maintenanceDay")
                      .in(ARM, "maintenanceWindow/dayOfWeek")
                      .in(TERRAFORM, "maintenance_window/day_of_week"),
                  text("maintenanceTime")
                      .in(ARM, "maintenanceWindow/timeOfDayUTC")
                      .in(TERRAFORM, "maintenance_window/time_of_day_in_utc")))
          .attributes(tags())
          .notOurs(
              "given by Azure",
              "id",
              "type",
              "systemData",
              "properties/clientInfo",
              "properties/provisioningState",
              "properties/throughputProvisionedMBps")
          .notOurs("changes with use", "properties/health")
          .notRead("jobs that import into a file system or export from it")
          .makingTakes(TYPE + "/write")
          .irreplaceable()
          .charged("each TiB, each hour")
          .removedBy(AzCommand.DELETE)
          .build();
}
