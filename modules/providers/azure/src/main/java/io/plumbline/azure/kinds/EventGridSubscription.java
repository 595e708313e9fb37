package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.inside;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * Which events of a topic a function gets, and for how long Azure goes on bringing one that it
 * failed to take.
 */
public final class EventGridSubscription {
  private static final String TYPE = EventGridTopic.TYPE + "/eventSubscriptions";
  private static final String TOPIC = "topic";
  private static final String FUNCTION = "azure_function_endpoint/";

  /** A value of an event that is one of some. */
  private static final Shape ONE_OF = record(text("key"), list("values", Shape.Leaf.TEXT));

  /** Conditions ↔ the same, each with how it compares. */
  private static final Codec COMPARED =
      Codec.each(
          new Codec(
              condition ->
                  condition instanceof Value.Obj said
                      ? Value.object(
                          "operatorType", Value.text("StringIn"),
                          "key", said.get("key"),
                          "values", said.get("values"))
                      : condition,
              condition -> condition));

  private EventGridSubscription() {}

  public static final ResourceKind KIND =
      kind("event-grid-subscription")
          .type(ARM, TYPE + Arm.EVENT_GRID)
          .type(TERRAFORM, "azurerm_eventgrid_system_topic_event_subscription")
          .constant(
              ARM,
              "",
              Value.object(
                  "properties",
                  Value.object(
                      "destination", Value.object("endpointType", Value.text("AzureFunction")))))
          .read(Read.all("each " + TYPE + Arm.EVENT_GRID))
          .keyedBy(TOPIC, "name")
          .within(TOPIC)
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .attributes(
              name(),
              resourceGroup(),
              ref(TOPIC, "event-grid-topic", "name")
                  .in(ARM, "parent")
                  .in(API, "parent", Common.LAST_NAME)
                  .in(TERRAFORM, "system_topic")
                  .replaces())
          .attributes(function())
          .attributes(filter())
          .attributes(
              properties(
                  text("eventDeliverySchema").replaces().byDefault(Value.text("EventGridSchema")),
                  whole("attempts")
                      .in(ARM, "retryPolicy/maxDeliveryAttempts")
                      .in(TERRAFORM, "retry_policy/max_delivery_attempts")
                      .byDefault(Value.whole(30)),
                  whole("minutesToLive")
                      .in(ARM, "retryPolicy/eventTimeToLiveInMinutes")
                      .in(TERRAFORM, "retry_policy/event_time_to_live")
                      .byDefault(Value.whole(1440))))
          .notOurs(
              "given by Azure",
              "id",
              "type",
              "systemData",
              "properties/topic",
              "properties/provisioningState")
          .makingTakes(TYPE + "/write")
          .charged("each million events")
          .removedBy(AzCommand.DELETE)
          .build();

  /** Who gets the events, and how many at once. */
  private static Attribute[] function() {
    return inside(
        "properties/destination/properties",
        ref("function", "function-app-function", "id")
            .in(ARM, "resourceId")
            .in(TERRAFORM, FUNCTION + "function_id"),
        whole("maxEventsPerBatch")
            .in(TERRAFORM, FUNCTION + "max_events_per_batch")
            .byDefault(Value.whole(1)),
        whole("preferredBatchSizeInKilobytes")
            .in(TERRAFORM, FUNCTION + "preferred_batch_size_in_kilobytes")
            .byDefault(Value.whole(64)));
  }

  /** Which events they are. */
  private static Attribute[] filter() {
    return inside(
        "properties/filter",
        set("includedEventTypes", Shape.Leaf.TEXT),
        text("subjectBeginsWith").in(TERRAFORM, "subject_filter/subject_begins_with").asGiven(),
        list("oneOf", ONE_OF)
            .in(ARM, "advancedFilters", COMPARED)
            .in(TERRAFORM, "advanced_filter/string_in")
            .byDefault(Value.list()));
  }
}
