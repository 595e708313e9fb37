package io.plumbline.report;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.Author;
import io.plumbline.drift.Coverage;
import io.plumbline.drift.Coverage.Gap;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Pending;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Mending;
import io.plumbline.drift.Subject;
import io.plumbline.report.JsonMembers.Mismatch;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ReportFormat#JSON} writes, into the report that every other form is written
 * from. References inside values come back as the text that all forms show.
 */
public final class DriftJsonReader {
  private DriftJsonReader() {}

  /**
   * The report.
   *
   * @param source where the text comes from, for messages: a file
   * @throws InvalidInputException if it is no report, not a whole one, or of another version
   */
  public static DriftReport read(String source, String json) {
    try {
      return JsonMembers.read("", JsonReader.read(json), DriftJsonReader::report);
    } catch (JsonReader.SyntaxException
        | Mismatch
        | IllegalArgumentException
        | DateTimeException e) {
      throw new InvalidInputException(
          List.of(
              new Diagnostic(
                  "PLB-RPT-001",
                  Severity.ERROR,
                  "drift report cannot be read",
                  source + ": " + e.getMessage(),
                  null,
                  "give a file that `drift --output json=FILE` of this version of Plumbline"
                      + " wrote")));
    }
  }

  private static DriftReport report(JsonMembers from) {
    String verdict = from.text("verdict");
    from.skip("summary");
    from.skip("against");
    Map<Finding, Author> authors = new LinkedHashMap<>();
    DriftReport report =
        new DriftReport(
            from.text("environment"),
            from.objects("findings", each -> finding(each, authors)),
            from.flag("complete"),
            from.objects("diagnostics", DriftJsonReader::diagnostic),
            from.objects("pending", DriftJsonReader::pending),
            from.objects("checked", CheckJsonReader::target),
            from.object("coverage", DriftJsonReader::coverage),
            from.object("cost", CostJsonReader::costs),
            CheckJsonReader.judged(from),
            from.objectOrNull("shard", CheckJsonReader::part),
            authors);
    String said = report.verdict().word();
    return from.expect(
        said.equals(verdict) ? report : null, "verdict", said + ", as its findings say");
  }

  private static Finding finding(JsonMembers from, Map<Finding, Author> authors) {
    Finding finding = finding(from);
    Author author = from.objectOrNull("by", AuthorJson::read);
    if (author != null) {
      authors.put(finding, author);
    }
    return finding;
  }

  private static Finding finding(JsonMembers from) {
    String type = from.text("type");
    Subject subject =
        new Subject(
            from.text("stack"),
            from.text("site"),
            from.textOrNull("id"),
            from.text("kind"),
            from.textOrNull("liveId"),
            source(from));
    @Nullable String attribute = from.textOrNull("attribute");
    @Nullable Value desired = present(from.value("desired"));
    @Nullable Value observed = present(from.value("observed"));
    List<String> follows = from.texts("follows");
    boolean replaces = from.value("replaces") instanceof Value.Bool flag && flag.value();
    boolean byHand = from.value("byHand") instanceof Value.Bool flag && flag.value();
    @Nullable String reason = from.textOrNull("reason");
    @Nullable String original = from.textOrNull("original");
    @Nullable String command = from.object("mend", DriftJsonReader::mending).command();
    from.skip("usdPerDay");
    Finding finding =
        switch (type) {
          case "missing" -> new Finding.Missing(subject, follows);
          case "changed" ->
              new Finding.Changed(
                  subject, from.text("attribute"), desired, observed, replaces, byHand, follows);
          case "unmanaged" ->
              new Finding.Unmanaged(
                  subject,
                  from.expect(reason, "reason", "text"),
                  from.expect(observed instanceof Obj seen ? seen : null, "observed", "an object"),
                  command);
          case "duplicate" ->
              new Finding.Duplicate(subject, from.expect(original, "original", "text"), command);
          case "undetermined" ->
              new Finding.Undetermined(
                  subject, attribute, from.expect(reason, "reason", "text"), follows);
          default -> null;
        };
    return from.expect(finding, "type", "a type of finding");
  }

  private static Mending mending(JsonMembers from) {
    return new Mending(from.textOrNull("command"), from.text("note"));
  }

  private static @Nullable Value present(Value value) {
    return value instanceof Value.Null ? null : value;
  }

  private static Pending pending(JsonMembers from) {
    return new Pending(
        from.text("stack"),
        from.text("site"),
        from.text("id"),
        from.text("kind"),
        from.word("change", Pending.Change.class),
        from.textOrNull("attribute"),
        source(from));
  }

  private static Diagnostic diagnostic(JsonMembers from) {
    return new Diagnostic(
        from.text("code"),
        from.word("severity", Severity.class),
        from.text("summary"),
        from.text("detail"),
        source(from),
        from.text("fix"));
  }

  private static Coverage coverage(JsonMembers from) {
    return new Coverage(
        from.whole("resources"),
        from.whole("attributes"),
        from.whole("compared"),
        from.whole("undetermined"),
        from.whole("ignored"),
        from.whole("notOurs"),
        from.whole("calls"),
        from.objects("unreadable", DriftJsonReader::gap),
        from.objects("raw", DriftJsonReader::gap),
        from.objects("blindSpots", DriftJsonReader::gap));
  }

  private static Gap gap(JsonMembers from) {
    return new Gap(from.text("id"), from.text("attribute"), from.text("reason"));
  }

  static @Nullable SourceLine source(JsonMembers from) {
    return from.objectOrNull(
        "source",
        line ->
            new SourceLine(
                line.text("file"),
                line.whole("line"),
                line.objects(
                    "callers", each -> new SourceLine(each.text("file"), each.whole("line")))));
  }
}
