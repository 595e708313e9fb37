package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** What tells of one source within Azure: of the health of a subscription's machines, say. */
public final class EventGridTopic {
  static final String TYPE = "Microsoft.EventGrid/systemTopics";

  private EventGridTopic() {}

  public static final ResourceKind KIND =
      kind("event-grid-topic")
          .type(ARM, TYPE + Arm.EVENT_GRID)
          .type(TERRAFORM, "azurerm_eventgrid_system_topic")
          .read(Read.all(TYPE))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(name(), location(), resourceGroup())
          .attributes(
              properties(
                  text("source").in(TERRAFORM, "source_resource_id").replaces(),
                  text("topicType").replaces()))
          .attributes(tags())
          .notOurs(
              "given by Azure",
              "id",
              "type",
              "systemData",
              "properties/metricResourceId",
              "properties/provisioningState")
          .makingTakes(
              TYPE + "/write",
              "Microsoft.ResourceNotifications/systemTopics/subscribeToHealthResources/action")
          .charged("each million events")
          .removedBy(AzCommand.DELETE)
          .build();
}
