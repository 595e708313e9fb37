package io.plumbline.testkit.drift;

import io.plumbline.drift.Coverage;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Subject;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as plain data, in the words of the cases; what says nothing is left out. */
final class ReportJson {
  private ReportJson() {}

  static Value of(DriftReport report, List<String> calls) {
    return Value.object(
        "verdict", Value.text(report.verdict().word()),
        "complete", Value.flag(report.complete()),
        "findings", Value.list(report.findings().stream().map(ReportJson::finding).toList()),
        "pending", list(report.pending().stream().map(ReportJson::pending).toList()),
        "diagnostics",
            list(report.diagnostics().stream().map(d -> Value.text(d.toString())).toList()),
        "coverage", coverage(report.coverage()),
        "calls", Value.texts(calls));
  }

  private static Value list(List<Value> items) {
    return items.isEmpty() ? Value.NULL : Value.list(items);
  }

  private static Value finding(Finding finding) {
    return switch (finding) {
      case Finding.Missing f -> finding("missing", f, null, null, null, null, f.follows());
      case Finding.Changed f ->
          finding(
              f.replaces() ? "changed, replaces" : "changed",
              f,
              f.attribute(),
              f.desired(),
              f.observed(),
              null,
              f.follows());
      case Finding.Unmanaged f ->
          finding("unmanaged", f, null, null, f.observed(), f.reason(), List.of());
      case Finding.Duplicate f ->
          finding("duplicate", f, null, null, null, "of " + f.original(), List.of());
      case Finding.Undetermined f ->
          finding("undetermined", f, f.attribute(), null, null, f.reason(), f.follows());
    };
  }

  private static Value finding(
      String type,
      Finding finding,
      @Nullable String attribute,
      @Nullable Value desired,
      @Nullable Value observed,
      @Nullable String reason,
      List<String> follows) {
    Subject subject = finding.subject();
    return Value.object(
        "type", Value.text(type),
        "id", text(subject.address()),
        "kind", Value.text(subject.kind()),
        "liveId", text(subject.liveId()),
        "attribute", text(attribute),
        "desired", value(desired),
        "observed", value(observed),
        "reason", text(reason),
        "follows", follows.isEmpty() ? Value.NULL : Value.texts(follows));
  }

  private static Value pending(DriftReport.Pending pending) {
    return Value.text(
        pending.change().name().toLowerCase(Locale.ROOT)
            + " "
            + pending.address()
            + (pending.attribute() == null ? "" : " " + pending.attribute()));
  }

  private static Value coverage(Coverage coverage) {
    return Value.object(
        "resources", Value.whole(coverage.resources()),
        "attributes", Value.whole(coverage.attributes()),
        "compared", Value.whole(coverage.compared()),
        "undetermined", Value.whole(coverage.undetermined()),
        "ignored", Value.whole(coverage.ignored()),
        "notOurs", Value.whole(coverage.notOurs()),
        "unreadable", gaps(coverage.unreadable()),
        "raw", gaps(coverage.raw()));
  }

  private static Value gaps(List<Coverage.Gap> gaps) {
    return list(
        gaps.stream()
            .<Value>map(g -> Value.text(g.address() + " " + g.attribute() + ": " + g.reason()))
            .toList());
  }

  private static Value text(@Nullable String text) {
    return text == null ? Value.NULL : Value.text(text);
  }

  private static Value value(@Nullable Value value) {
    return value == null
        ? Value.NULL
        : References.replace(value, ref -> Value.text("${" + ref.resource() + "}"));
  }
}
