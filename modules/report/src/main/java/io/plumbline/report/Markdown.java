package io.plumbline.report;

import io.plumbline.drift.Author;
import io.plumbline.drift.CheckedTarget;
import io.plumbline.drift.Coverage;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Pending;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Finding;
import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For the summary of a job and for comments: the verdict, a table of findings, what is pending,
 * what it costs, and how much was looked at. Short enough for a comment on GitHub, which takes
 * 65,536 characters; what does not fit is counted.
 */
final class Markdown {
  private static final int ROOM = 60_000;
  private static final int CELL = 120;

  private final DriftReport report;
  private final Prices prices;
  private final StringBuilder out = new StringBuilder();

  private Markdown(DriftReport report) {
    this.report = report;
    this.prices = new Prices(report);
  }

  static String render(DriftReport report) {
    Markdown markdown = new Markdown(report);
    markdown.verdict();
    markdown.findings();
    report.diagnostics().forEach(each -> markdown.paragraph(each.toString().strip()));
    ReportText.outOfService(report).forEach(markdown::paragraph);
    markdown.pending();
    markdown.cost();
    markdown.coverage();
    return markdown.out.toString();
  }

  private void verdict() {
    String sign =
        switch (report.verdict()) {
          case IN_SYNC -> "✅ ";
          case DRIFT -> "❌ ";
          case INCOMPLETE -> "⚠️ ";
        };
    out.append("## ").append(sign);
    out.append(escape(new DriftText(report, Display.PLAIN).verdictLine())).append("\n\n");
    if (report.verdict() == Verdict.INCOMPLETE) {
      paragraph("Nothing differs in what was read, and not all was: this is not \"in sync\".");
    }
    for (CheckedTarget target : report.targets()) {
      out.append("- ").append(escape(target.title() + ", against " + target.against()));
      out.append("\n");
    }
    out.append('\n');
  }

  private void findings() {
    List<Finding> findings = report.findings();
    if (findings.isEmpty()) {
      return;
    }
    boolean asked = !report.authors().isEmpty();
    out.append("| | what | attribute | desired | observed | at | costs | mend |");
    out.append(asked ? " by |\n" : "\n");
    out.append("|---|---|---|---|---|---|---|---|").append(asked ? "---|\n" : "\n");
    int shown = 0;
    for (Finding finding : findings) {
      String row = row(finding);
      if (out.length() + row.length() > ROOM) {
        break;
      }
      out.append(row);
      shown++;
    }
    out.append('\n');
    if (shown < findings.size()) {
      paragraph((findings.size() - shown) + " more findings: see the report as JSON or HTML.");
    }
  }

  private String row(Finding finding) {
    String where = finding.subject().stack() + " on " + finding.subject().site();
    String what = FindingText.subject(finding) + ", " + where;
    return switch (finding) {
      case Finding.Missing f -> row(finding, what, "", "there", "nothing");
      case Finding.Changed f ->
          row(
              finding,
              what,
              f.attribute() + (f.replaces() ? " (mending replaces)" : ""),
              value(f.desired()),
              value(f.observed()));
      case Finding.Unmanaged f -> row(finding, what, "", "nothing", f.reason());
      case Finding.Duplicate f -> row(finding, what, "", "one: " + f.original(), "a second");
      case Finding.Undetermined f ->
          row(
              finding,
              what,
              f.attribute() == null ? "" : f.attribute(),
              "",
              "could not be read: " + f.reason());
    };
  }

  private String row(Finding finding, String what, String attribute, String desired, String seen) {
    String source = finding.subject().source() == null ? "" : finding.subject().source().toString();
    return "| **"
        + String.join(
            " | ",
            Counts.type(finding) + "**",
            cell(what),
            cell(attribute),
            cell(desired),
            cell(seen),
            cell(source),
            cell(prices.perDayText(finding)),
            escape(report.mending(finding).text()))
        + by(finding)
        + " |\n";
  }

  /** A column of its own, where somebody asked who it was. */
  private String by(Finding finding) {
    Author author = report.author(finding);
    String who = author == null ? "" : escape(FindingText.by(author, finding));
    return report.authors().isEmpty() ? "" : " | " + who;
  }

  private static String value(@Nullable Value value) {
    return PlainValue.line(value);
  }

  private void pending() {
    if (report.pending().isEmpty()) {
      return;
    }
    out.append("<details><summary>").append(report.pending().size());
    out.append(" pending: what a deploy of today's Java would change</summary>\n\n");
    int shown = 0;
    for (Pending each : report.pending()) {
      String line = ReportText.line(each, report);
      if (out.length() + line.length() > ROOM) {
        break;
      }
      out.append("- ").append(cell(line)).append('\n');
      shown++;
    }
    if (shown < report.pending().size()) {
      out.append("- and ").append(report.pending().size() - shown).append(" more\n");
    }
    out.append("\n</details>\n\n");
  }

  private void cost() {
    String cost = CostText.render(report.costs(), Display.PLAIN);
    if (!cost.isEmpty()) {
      paragraph(cost.lines().findFirst().orElse(""));
    }
  }

  private void coverage() {
    Coverage c = report.coverage();
    paragraph(
        "coverage: "
            + ReportText.coverage(c)
            + "; "
            + c.blindSpots().size()
            + " settings not looked at");
  }

  private void paragraph(String text) {
    out.append(escape(text)).append("\n\n");
  }

  private static String cell(String text) {
    int length = text.codePointCount(0, text.length());
    return escape(
        length <= CELL ? text : text.substring(0, text.offsetByCodePoints(0, CELL - 1)) + "…");
  }

  /**
   * Text that reads as it is: no markup, no link, nobody mentioned. Numeric references keep every
   * sign from meaning anything.
   */
  private static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    PlainValue.clean(text)
        .codePoints()
        .forEach(
            c -> {
              if ("&<>|`*_[]~$@#\\!".indexOf(c) >= 0) {
                safe.append("&#").append(c).append(';');
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
  }
}
