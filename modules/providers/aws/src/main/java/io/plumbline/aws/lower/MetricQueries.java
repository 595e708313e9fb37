package io.plumbline.aws.lower;

import io.plumbline.aws.lower.Measure.Series;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.List;

/** A measure as target tracking and as alarms ask CloudWatch for it. */
final class MetricQueries {
  /** The id of what is reckoned; no series has it. */
  private static final String RESULT = "result";

  private static final int MINUTE = 60;

  private MetricQueries() {}

  /** The customised metric of a target tracking policy. */
  static Value ofTarget(Measure measure) {
    if (measure.expression() == null) {
      Series series = measure.series().get(0);
      return Value.object(
          "namespace", Value.text(series.namespace()),
          "metricName", Value.text(series.name()),
          "dimensions", dimensions(series),
          "statistic", Value.text(series.statistic()));
    }
    List<Value> queries = new ArrayList<>();
    for (Series series : measure.series()) {
      Value metric =
          Value.object(
              "namespace", Value.text(series.namespace()),
              "metricName", Value.text(series.name()),
              "dimensions", dimensions(series));
      queries.add(
          query(series, Value.object("metric", metric, "stat", Value.text(series.statistic()))));
    }
    queries.add(result(measure));
    return Value.object("metrics", Value.list(queries));
  }

  /** The members with which an alarm says what it watches. */
  static Obj ofAlarm(Measure measure) {
    if (measure.expression() == null) {
      Series series = measure.series().get(0);
      return Value.object(
          "namespace", Value.text(series.namespace()),
          "metricName", Value.text(series.name()),
          "dimensions", dimensions(series),
          "statistic", Value.text(series.statistic()),
          "period", Value.whole(MINUTE));
    }
    List<Value> queries = new ArrayList<>();
    for (Series series : measure.series()) {
      queries.add(
          query(
              series,
              Value.object(
                  "namespace", Value.text(series.namespace()),
                  "metricName", Value.text(series.name()),
                  "dimensions", dimensions(series),
                  "period", Value.whole(MINUTE),
                  "stat", Value.text(series.statistic()))));
    }
    queries.add(result(measure));
    return Value.object("metrics", Value.list(queries));
  }

  private static Value query(Series series, Value stat) {
    return Value.object(
        "id", Value.text(series.id()), "metricStat", stat, "returnData", Value.flag(false));
  }

  private static Value result(Measure measure) {
    return Value.object(
        "id", Value.text(RESULT),
        "expression", Value.text(String.valueOf(measure.expression())),
        "label", Value.text(measure.label()),
        "returnData", Value.flag(true));
  }

  private static Value dimensions(Series series) {
    return new Obj(series.dimensions());
  }
}
