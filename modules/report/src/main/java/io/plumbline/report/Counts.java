package io.plumbline.report;

import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many findings there are of each type, in the order in which reports name the types. */
final class Counts {
  private static final List<String> TYPES =
      List.of("missing", "changed", "unmanaged", "duplicate", "undetermined");

  private Counts() {}

  static Map<String, Integer> of(DriftReport report) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    TYPES.forEach(type -> counts.put(type, 0));
    report.findings().forEach(finding -> counts.merge(type(finding), 1, Integer::sum));
    return counts;
  }

  static String type(Finding finding) {
    return switch (finding) {
      case Finding.Missing f -> "missing";
      case Finding.Changed f -> "changed";
      case Finding.Unmanaged f -> "unmanaged";
      case Finding.Duplicate f -> "duplicate";
      case Finding.Undetermined f -> "undetermined";
    };
  }
}
