package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;

/**
 * What moves the number of a scale set's machines: profiles, each from a time on or for good, with
 * ends and rules.
 */
public final class AutoscaleSetting {
  private AutoscaleSetting() {}

  private static final Shape TRIGGER =
      record(
          text("metricName"),
          text("metricNamespace"),
          ref("metricResourceUri", "*", "id").in(TERRAFORM, "metric_resource_id"),
          text("timeGrain"),
          text("statistic"),
          text("timeWindow"),
          text("timeAggregation"),
          text("operator"),
          decimal("threshold"),
          list(
                  "dimensions",
                  record(
                      text("name").in(ARM, "DimensionName"),
                      text("operator").in(ARM, "Operator"),
                      list("values", Shape.Leaf.TEXT).in(ARM, "Values")))
              .in(TERRAFORM, "dimensions"));

  private static final Shape ACTION =
      record(
          text("direction"),
          text("type"),
          whole("value").in(ARM, Codec.NUMBER_AS_TEXT),
          text("cooldown"));

  private static final Shape PROFILE =
      record(
          text("name"),
          whole("minimum")
              .in(ARM, "capacity/minimum", Codec.NUMBER_AS_TEXT)
              .in(TERRAFORM, "capacity/minimum"),
          whole("maximum")
              .in(ARM, "capacity/maximum", Codec.NUMBER_AS_TEXT)
              .in(TERRAFORM, "capacity/maximum"),
          whole("default")
              .in(ARM, "capacity/default", Codec.NUMBER_AS_TEXT)
              .in(TERRAFORM, "capacity/default"),
          list("rules", record(one("metricTrigger", TRIGGER), one("scaleAction", ACTION)))
              .in(TERRAFORM, "rule"),
          text("frequency")
              .in(ARM, "recurrence/frequency")
              .notIn(TERRAFORM, "azurerm knows weeks alone"),
          text("timeZone")
              .in(ARM, "recurrence/schedule/timeZone")
              .in(TERRAFORM, "recurrence/timezone"),
          list("days", Shape.Leaf.TEXT)
              .in(ARM, "recurrence/schedule/days")
              .in(TERRAFORM, "recurrence/days"),
          list("hours", Shape.Leaf.WHOLE)
              .in(ARM, "recurrence/schedule/hours")
              .in(TERRAFORM, "recurrence/hours"),
          list("minutes", Shape.Leaf.WHOLE)
              .in(ARM, "recurrence/schedule/minutes")
              .in(TERRAFORM, "recurrence/minutes"));

  public static final ResourceKind KIND =
      kind("autoscale-setting")
          .type(ARM, "Microsoft.Insights/autoscaleSettings" + Arm.INSIGHTS)
          .type(TERRAFORM, "azurerm_monitor_autoscale_setting")
          .read(Read.all("Microsoft.Insights/autoscaleSettings" + Arm.INSIGHTS))
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
                  flag("enabled"),
                  ref("targetResourceUri", "*", "id").in(TERRAFORM, "target_resource_id"),
                  list("profiles", PROFILE).in(TERRAFORM, "profile")))
          .attributes(tags())
          .notOurs("the name once more", "properties/name")
          .notOurs("follows from the target", "properties/targetResourceLocation")
          .notOurs("whom it tells is said by alerts", "properties/notifications")
          .notOurs(
              Unsaid.NOBODY,
              "properties/predictiveAutoscalePolicy",
              "properties/profiles/fixedDate",
              "properties/profiles/rules/metricTrigger/dividePerInstance")
          .notOurs(
              "follows from the target",
              "properties/profiles/rules/metricTrigger/metricResourceLocation")
          .makingTakes("Microsoft.Insights/autoscaleSettings/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
