package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/** The metric that a target tracking policy holds at a value. */
final class TargetTracking {
  private TargetTracking() {}

  private static final Shape METRIC =
      record(text("namespace"), text("metricName"), Dimensions.ofPolicy("dimensions"));

  private static final Shape METRIC_STAT =
      record(
          one("metric", METRIC),
          text("stat"),
          text("unit"),
          whole("period").byDefault(Value.whole(60)));

  private static final Shape QUERY =
      record(
          text("id"),
          text("expression"),
          text("label"),
          one("metricStat", METRIC_STAT),
          whole("period").notIn(TERRAFORM, "version 5 of the provider has no argument for it"),
          flag("returnData").byDefault(Value.flag(true)));

  private static final Shape CUSTOMIZED =
      record(
          text("namespace"),
          text("metricName"),
          Dimensions.ofPolicy("metric_dimension"),
          text("statistic"),
          text("unit"),
          whole("period").byDefault(Value.whole(60)),
          set("metrics", QUERY));

  static final Shape SHAPE =
      record(
          decimal("targetValue"),
          flag("disableScaleIn").byDefault(Value.flag(false)),
          one(
              "predefinedMetricSpecification",
              record(text("predefinedMetricType"), text("resourceLabel"))),
          one("customizedMetricSpecification", CUSTOMIZED));
}
