package io.plumbline.report;

import io.plumbline.cost.Hourly;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.Author;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Subject;
import io.plumbline.files.Digest;
import io.plumbline.synth.ToolVersion;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0 (OASIS standard of 2020-03-27), for code scanning: each finding at the line of Java
 * that asks for the resource, the lines that called it as related locations. A finding keeps its
 * fingerprint when the Java moves.
 */
final class Sarif {
  /** GitHub takes 25,000 results and shows 5,000 (docs.github.com, "SARIF support", 2026-11). */
  private static final int MOST = 5_000;

  private static final String ROOT = "%SRCROOT%";

  private final DriftReport report;
  private final Prices prices;

  private Sarif(DriftReport report) {
    this.report = report;
    this.prices = new Prices(report);
  }

  static String render(DriftReport report) {
    return new Sarif(report).document();
  }

  private String document() {
    return JsonWriter.pretty(
            Value.object(
                "$schema",
                Value.text("https://json.schemastore.org/sarif-2.1.0.json"),
                "version",
                Value.text("2.1.0"),
                "runs",
                Value.list(run())))
        + "\n";
  }

  private Value run() {
    List<Value> results = new ArrayList<>();
    report.findings().stream().limit(MOST).map(this::result).forEach(results::add);
    report.diagnostics().stream().map(this::result).forEach(results::add);
    return Value.object(
        "tool",
        Value.object("driver", driver()),
        "automationDetails",
        Value.object("id", Value.text("plumbline/" + report.environment() + "/")),
        "invocations",
        Value.list(
            Value.object(
                "executionSuccessful",
                Value.flag(report.complete()),
                "toolExecutionNotifications",
                Value.list(notifications()))),
        "columnKind",
        Value.text("utf16CodeUnits"),
        "results",
        Value.list(results));
  }

  private Value driver() {
    List<Value> rules = new ArrayList<>();
    rules.add(rule("missing", "A resource of the description is not there."));
    rules.add(rule("changed", "An attribute of a live resource has another value."));
    rules.add(rule("unmanaged", "A live thing is ours, and in no description."));
    rules.add(rule("duplicate", "Two live things claim to be one resource."));
    rules.add(rule("undetermined", "A resource could not be read."));
    report.diagnostics().stream()
        .collect(LinkedHashMap<String, Diagnostic>::new, (m, d) -> m.put(d.code(), d), Map::putAll)
        .forEach((code, each) -> rules.add(rule(code, each.summary() + ".")));
    return Value.object(
        "name",
        Value.text("Plumbline"),
        "version",
        Value.text(ToolVersion.current()),
        "rules",
        Value.list(rules));
  }

  private static Value rule(String id, String description) {
    return Value.object(
        "id",
        Value.text(id),
        "shortDescription",
        message(description),
        "fullDescription",
        message(description),
        "help",
        message(description + " `plumbline drift` shows all of it, and what to do."));
  }

  private List<Value> notifications() {
    List<Value> notes = new ArrayList<>();
    if (!report.complete()) {
      notes.add(
          note("error", "Not all could be read: what was not is undetermined, never in sync."));
    }
    ReportText.outOfService(report).forEach(each -> notes.add(note("note", each)));
    int left = report.findings().size() - MOST;
    if (left > 0) {
      notes.add(note("warning", left + " more findings: see the report as JSON or HTML."));
    }
    return notes;
  }

  private static Value note(String level, String text) {
    return Value.object("level", Value.text(level), "message", message(text));
  }

  private Value result(Finding finding) {
    Subject subject = finding.subject();
    String type = Counts.type(finding);
    List<String> lines = new ArrayList<>();
    lines.add(FindingText.subject(finding) + ", " + subject.stack() + " on " + subject.site());
    lines.addAll(FindingText.lines(finding, Display.PLAIN));
    lines.addAll(FindingText.by(report, List.of(finding)));
    lines.addAll(FindingText.mend(report, List.of(finding)));
    String identity =
        String.join(
            "\n",
            type,
            report.environment(),
            subject.stack(),
            subject.site(),
            subject.kind(),
            Objects.requireNonNullElse(subject.address(), ""),
            subject.address() == null || finding instanceof Finding.Duplicate
                ? Objects.requireNonNullElse(subject.liveId(), "")
                : "",
            attribute(finding));
    return result(
        type,
        finding instanceof Finding.Undetermined ? "warning" : "error",
        String.join("\n", lines),
        subject,
        identity,
        properties(finding));
  }

  private Value result(Diagnostic diagnostic) {
    return result(
        diagnostic.code(),
        diagnostic.isError() ? "error" : "warning",
        diagnostic.detail() + ". " + diagnostic.fix(),
        new Subject("", "", null, "", null, diagnostic.source()),
        diagnostic.code() + "\n" + diagnostic.detail(),
        Value.NULL);
  }

  private Value result(
      String rule, String level, String text, Subject subject, String identity, Value properties) {
    SourceLine source = subject.source();
    List<Value> callers = new ArrayList<>();
    if (source != null) {
      source.callers().forEach(each -> callers.add(related(each, callers.size() + 1)));
    }
    return Value.object(
        "ruleId",
        Value.text(rule),
        "level",
        Value.text(level),
        "message",
        message(text),
        "locations",
        Value.list(location(subject)),
        "relatedLocations",
        callers.isEmpty() ? Value.NULL : Value.list(callers),
        "partialFingerprints",
        Value.object("plumblineFinding/v1", Value.text(Digest.of(identity))),
        "properties",
        properties);
  }

  private static Value related(SourceLine caller, int id) {
    return Value.object(
        "id",
        Value.whole(id),
        "message",
        message("called from here"),
        "physicalLocation",
        physical(caller));
  }

  /** What nobody asked for in Java stands at the environment file: a location there must be. */
  private Value location(Subject subject) {
    SourceLine source = subject.source();
    return Value.object(
        "physicalLocation",
        physical(
            source == null
                ? new SourceLine("environments/" + report.environment() + ".yaml", 1)
                : source),
        "logicalLocations",
        subject.kind().isEmpty()
            ? Value.NULL
            : Value.list(
                Value.object(
                    "fullyQualifiedName", Value.text(logical(subject)),
                    "kind", Value.text("resource"))));
  }

  private String logical(Subject subject) {
    String last = subject.address() == null ? subject.liveId() : subject.address();
    return String.join(
        "/", report.environment(), subject.stack(), subject.site(), last == null ? "" : last);
  }

  private static Value physical(SourceLine source) {
    return Value.object(
        "artifactLocation",
        Value.object("uri", Value.text(uri(source.file())), "uriBaseId", Value.text(ROOT)),
        "region",
        Value.object("startLine", Value.whole(source.line())));
  }

  private static String uri(String file) {
    StringBuilder out = new StringBuilder();
    for (byte each : file.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      if ((c < 0x80 && Character.isLetterOrDigit(c)) || "-._~/".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return out.toString();
  }

  private static String attribute(Finding finding) {
    return switch (finding) {
      case Finding.Changed f -> f.attribute();
      case Finding.Undetermined f -> Objects.requireNonNullElse(f.attribute(), "");
      case Finding.Missing f -> "";
      case Finding.Unmanaged f -> "";
      case Finding.Duplicate f -> "";
    };
  }

  private Value properties(Finding finding) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("kind", Value.text(finding.subject().kind()));
    if (finding instanceof Finding.Changed f) {
      members.put("desired", PlainValue.of(f.desired()));
      members.put("observed", PlainValue.of(f.observed()));
      members.put("replaces", Value.flag(f.replaces()));
    }
    Hourly price = prices.perDay(finding);
    if (price != null) {
      members.put("usdPerDay", Value.decimal(price.most()));
    }
    Author author = report.author(finding);
    if (author != null) {
      members.put("by", AuthorJson.value(author));
    }
    return new Value.Obj(members);
  }

  private static Value message(@Nullable String text) {
    return Value.object("text", Value.text(Objects.requireNonNullElse(text, "")));
  }
}
