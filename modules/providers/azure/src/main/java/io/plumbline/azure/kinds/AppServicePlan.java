package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/** The machines with Windows that functions run on. */
public final class AppServicePlan {
  static final String TYPE = "Microsoft.Web/serverfarms";

  private AppServicePlan() {}

  public static final ResourceKind KIND =
      kind("app-service-plan")
          .type(ARM, TYPE + Arm.WEB)
          .type(TERRAFORM, "azurerm_service_plan")
          .constant(TERRAFORM, "", Value.object("os_type", Value.text("Windows")))
          .read(Read.all(TYPE + Arm.WEB))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(
              name(),
              location(),
              resourceGroup(),
              text("sku").in(ARM, "sku/name").in(TERRAFORM, "sku_name"),
              whole("capacity").in(ARM, "sku/capacity").in(TERRAFORM, "worker_count"),
              tags())
          .notOurs("given by Azure", "id", "type", "kind")
          .notOurs(Unsaid.EDGE, "extendedLocation")
          .notOurs(
              "follows from the sku's name",
              "sku/tier",
              "sku/size",
              "sku/family",
              "sku/capabilities",
              "sku/locations",
              "sku/skuCapacity")
          .notOurs(Unsaid.NOBODY, "identity", "properties")
          .makingTakes(TYPE + "/write")
          .charged("each hour")
          .removedBy(AzCommand.DELETE)
          .build();
}
