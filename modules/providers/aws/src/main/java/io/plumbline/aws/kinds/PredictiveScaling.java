package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/** What a predictive policy forecasts, and what it does with it. */
final class PredictiveScaling {
  private PredictiveScaling() {}

  private static final Shape METRIC_STAT =
      record(
          one(
              "metric",
              record(text("namespace"), text("metricName"), Dimensions.ofPolicy("dimensions"))),
          text("stat"),
          text("unit"));

  private static final Shape QUERY =
      record(
          text("id"),
          text("expression"),
          text("label"),
          one("metricStat", METRIC_STAT),
          flag("returnData").byDefault(Value.flag(true)));

  private static final Shape SPECIFICATION =
      record(
          decimal("targetValue"),
          predefined("predefinedMetricPairSpecification"),
          predefined("predefinedScalingMetricSpecification"),
          predefined("predefinedLoadMetricSpecification"),
          customized("customizedScalingMetricSpecification"),
          customized("customizedLoadMetricSpecification"),
          customized("customizedCapacityMetricSpecification"));

  static final Shape SHAPE =
      record(
          list("metricSpecifications", SPECIFICATION).in(TERRAFORM, "metric_specification"),
          text("mode").byDefault(Value.text("ForecastOnly")),
          whole("schedulingBufferTime")
              .in(TERRAFORM, Codec.NUMBER_AS_TEXT)
              .byDefault(Value.whole(300)),
          text("maxCapacityBreachBehavior").byDefault(Value.text("HonorMaxCapacity")),
          whole("maxCapacityBuffer").in(TERRAFORM, Codec.NUMBER_AS_TEXT));

  private static Attribute predefined(String name) {
    return one(name, record(text("predefinedMetricType"), text("resourceLabel")));
  }

  private static Attribute customized(String name) {
    return one(name, record(set("metricDataQueries", QUERY)));
  }
}
