package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * Machines that are each a virtual machine of its own, as Azure advises: the one orchestration with
 * spot machines beside some that are not taken back.
 */
public final class FlexibleScaleSet {
  private FlexibleScaleSet() {}

  public static final ResourceKind KIND =
      ScaleSetUnsaid.of(kind("flexible-scale-set"))
          .type(ARM, ScaleSet.TYPE + Arm.COMPUTE)
          .type(TERRAFORM, "azurerm_orchestrated_virtual_machine_scale_set")
          .constant(
              ARM,
              "",
              ScaleSet.always(
                  "Flexible", Value.object("networkApiVersion", Value.text("2020-11-01"))))
          .read(
              Read.all(ScaleSet.TYPE + Arm.COMPUTE)
                  .where("properties/orchestrationMode", Value.text("Flexible")))
          .read("userData", Read.by("id", ScaleSet.TYPE + "?$expand=userData"))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .unsaidOnceMade(ARM)
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(ScaleSet.place("sku_name"))
          .attributes(ScaleSet.common())
          .attributes(
              properties(
                  whole("baseRegularPriorityCount")
                      .in(ARM, "priorityMixPolicy/baseRegularPriorityCount")
                      .in(TERRAFORM, "priority_mix/base_regular_count")
                      .asGiven(),
                  whole("regularPriorityPercentageAboveBase")
                      .in(ARM, "priorityMixPolicy/regularPriorityPercentageAboveBase")
                      .in(TERRAFORM, "priority_mix/regular_percentage_above_base")
                      .asGiven()))
          .attributes(ScaleSet.login("os_profile/linux_configuration/"))
          .attributes(properties(ScaleSet.extensions("auto_upgrade_minor_version_enabled")))
          .attributes(ScaleSet.userData("user_data_base64"), ScaleSet.identities(), tags())
          .notOurs("given by Azure", "id", "type", "etag", "properties/uniqueId")
          .notOurs(
              "of the other orchestration",
              "properties/overprovision",
              "properties/spotRestorePolicy")
          .makingTakes("Microsoft.Compute/virtualMachineScaleSets/write")
          .charged("each machine, while it runs; and its disk")
          .removedBy(AzCommand.DELETE)
          .build();
}
