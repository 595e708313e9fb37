package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * Machines that are all alike, as Azure numbers them: the one orchestration with InfiniBand, with
 * fixed fault domains, and with spot machines that Azure tries to bring back.
 */
public final class UniformScaleSet {
  private UniformScaleSet() {}

  public static final ResourceKind KIND =
      ScaleSetUnsaid.of(kind("uniform-scale-set"))
          .type(ARM, ScaleSet.TYPE + Arm.COMPUTE)
          .type(TERRAFORM, "azurerm_linux_virtual_machine_scale_set")
          .constant(ARM, "", ScaleSet.always("Uniform", Value.NULL))
          .read(
              Read.all(ScaleSet.TYPE + Arm.COMPUTE)
                  .where("properties/orchestrationMode", Value.text("Uniform")))
          .read("userData", Read.by("id", ScaleSet.TYPE + "?$expand=userData"))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .unsaidOnceMade(ARM)
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(ScaleSet.place("sku"))
          .attributes(ScaleSet.common())
          .attributes(
              properties(
                  flag("overprovision").byDefault(Value.flag(true)),
                  one(
                          "spotRestorePolicy",
                          record(flag("enabled"), text("restoreTimeout").in(TERRAFORM, "timeout")))
                      .in(TERRAFORM, "spot_restore")))
          .attributes(ScaleSet.login(""))
          .attributes(properties(ScaleSet.extensions("auto_upgrade_minor_version")))
          .attributes(ScaleSet.userData("user_data"), ScaleSet.identities(), tags())
          .notOurs("given by Azure", "id", "type", "etag", "properties/uniqueId")
          .notOurs("of the other orchestration", "properties/priorityMixPolicy")
          .makingTakes("Microsoft.Compute/virtualMachineScaleSets/write")
          .charged("each machine, while it runs; and its disk")
          .removedBy(AzCommand.DELETE)
          .build();
}
