package io.plumbline.report;

import io.plumbline.cost.Hourly;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.Coverage;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Pending;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Mending;
import io.plumbline.drift.Subject;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drift report for programs, as {@code docs/schema/drift-report.schema.json} says. Every member
 * is always there; what does not apply is null.
 */
final class DriftJson {
  private DriftJson() {}

  static String render(DriftReport report) {
    return JsonWriter.pretty(
            members(
                "environment",
                Value.text(report.environment()),
                "verdict",
                Value.text(report.verdict().word()),
                "complete",
                Value.flag(report.complete()),
                "shard",
                CheckJson.shard(report.part()),
                "time",
                CheckJson.time(report.judgement()),
                "strict",
                Value.flag(report.judgement().strict()),
                "summary",
                summary(report),
                "against",
                Value.texts(report.against()),
                "findings",
                findings(report),
                "diagnostics",
                Value.list(report.diagnostics().stream().map(DriftJson::diagnostic).toList()),
                "pending",
                Value.list(report.pending().stream().map(DriftJson::pending).toList()),
                "coverage",
                coverage(report.coverage()),
                "cost",
                CostJson.value(report.costs()),
                "checked",
                CheckJson.checked(report.targets()),
                "rules",
                CheckJson.rules(report.judgement())))
        + "\n";
  }

  private static Value summary(DriftReport report) {
    Map<String, Integer> counts = Counts.of(report);
    Map<String, Value> members = new LinkedHashMap<>();
    counts.forEach((type, count) -> members.put(type, Value.whole(count)));
    members.put("ignored", Value.whole(report.coverage().ignored()));
    members.put("outOfService", Value.whole(report.judgement().outOfService()));
    members.put("pending", Value.whole(report.pending().size()));
    return new Obj(members);
  }

  private static Value findings(DriftReport report) {
    Prices prices = new Prices(report);
    List<Value> all = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Map<String, Value> members = new LinkedHashMap<>(finding(finding).members());
      Hourly price = prices.perDay(finding);
      members.put("usdPerDay", price == null ? Value.NULL : Value.decimal(price.most()));
      Mending mending = report.mending(finding);
      members.put(
          "mend", members("command", text(mending.command()), "note", Value.text(mending.note())));
      members.put("by", AuthorJson.value(report.author(finding)));
      all.add(new Obj(members));
    }
    return Value.list(all);
  }

  private static Obj finding(Finding finding) {
    return switch (finding) {
      case Finding.Missing f -> finding(f, null, null, null, null, null, f.follows());
      case Finding.Changed f ->
          finding(f, f.attribute(), f.desired(), f.observed(), f.replaces(), null, f.follows());
      case Finding.Unmanaged f -> finding(f, null, null, f.observed(), null, f.reason(), List.of());
      case Finding.Duplicate f ->
          finding(
              f, null, null, null, null, "claims to be what " + f.original() + " is", List.of());
      case Finding.Undetermined f ->
          finding(f, f.attribute(), null, null, null, f.reason(), f.follows());
    };
  }

  private static Obj finding(
      Finding finding,
      @Nullable String attribute,
      @Nullable Value desired,
      @Nullable Value observed,
      @Nullable Boolean replaces,
      @Nullable String reason,
      List<String> follows) {
    Subject subject = finding.subject();
    return members(
        "type", Value.text(Counts.type(finding)),
        "stack", Value.text(subject.stack()),
        "site", Value.text(subject.site()),
        "id", text(subject.address()),
        "kind", Value.text(subject.kind()),
        "liveId", text(subject.liveId()),
        "attribute", text(attribute),
        "desired", PlainValue.of(desired),
        "observed", PlainValue.of(observed),
        "replaces", replaces == null ? Value.NULL : Value.flag(replaces),
        "byHand", finding instanceof Finding.Changed f ? Value.flag(f.byHand()) : Value.NULL,
        "reason", text(reason),
        "original", finding instanceof Finding.Duplicate f ? Value.text(f.original()) : Value.NULL,
        "follows", Value.texts(follows),
        "source", source(subject.source()));
  }

  private static Value pending(Pending pending) {
    return members(
        "stack", Value.text(pending.stack()),
        "site", Value.text(pending.site()),
        "id", Value.text(pending.address()),
        "kind", Value.text(pending.kind()),
        "change", Value.text(ReportText.word(pending.change())),
        "attribute", text(pending.attribute()),
        "source", source(pending.source()));
  }

  private static Value diagnostic(Diagnostic diagnostic) {
    return members(
        "code", Value.text(diagnostic.code()),
        "severity", Value.text(diagnostic.severity().name().toLowerCase(Locale.ROOT)),
        "summary", Value.text(diagnostic.summary()),
        "detail", Value.text(diagnostic.detail()),
        "fix", Value.text(diagnostic.fix()),
        "source", source(diagnostic.source()));
  }

  private static Value coverage(Coverage coverage) {
    return members(
        "resources", Value.whole(coverage.resources()),
        "attributes", Value.whole(coverage.attributes()),
        "compared", Value.whole(coverage.compared()),
        "undetermined", Value.whole(coverage.undetermined()),
        "ignored", Value.whole(coverage.ignored()),
        "notOurs", Value.whole(coverage.notOurs()),
        "calls", Value.whole(coverage.calls()),
        "unreadable", gaps(coverage.unreadable()),
        "raw", gaps(coverage.raw()),
        "blindSpots", gaps(coverage.blindSpots()));
  }

  private static Value gaps(List<Coverage.Gap> gaps) {
    return Value.list(
        gaps.stream()
            .map(
                gap ->
                    members(
                        "id", Value.text(gap.address()),
                        "attribute", Value.text(gap.attribute()),
                        "reason", Value.text(gap.reason())))
            .toList());
  }

  static Value source(@Nullable SourceLine source) {
    if (source == null) {
      return Value.NULL;
    }
    return members(
        "file",
        Value.text(source.file()),
        "line",
        Value.whole(source.line()),
        "callers",
        Value.list(
            source.callers().stream()
                .map(
                    each ->
                        members("file", Value.text(each.file()), "line", Value.whole(each.line())))
                .toList()));
  }

  static Value text(@Nullable String text) {
    return text == null ? Value.NULL : Value.text(text);
  }

  /** Unlike {@link Value#object}, keeps members that are null. */
  static Obj members(Object... namesAndValues) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
    }
    return new Obj(members);
  }
}
