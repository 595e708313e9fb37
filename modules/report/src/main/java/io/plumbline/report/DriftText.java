package io.plumbline.report;

import io.plumbline.drift.Coverage;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Pending;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Subject;
import io.plumbline.report.Display.Colour;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A drift report for people: the verdict first, then each resource with its line of Java. */
final class DriftText {
  private static final int TYPE_WIDTH = "undetermined".length();
  private static final int GAPS_SHOWN = 10;

  private final DriftReport report;
  private final Display display;
  private final Prices prices;
  private final StringBuilder out = new StringBuilder();

  DriftText(DriftReport report, Display display) {
    this.report = report;
    this.display = display;
    this.prices = new Prices(report);
  }

  String render() {
    out.append(verdictLine()).append('\n');
    report.against().forEach(what -> line(2, display.paint(Colour.FAINT, "against " + what)));
    groups().forEach(this::group);
    report.diagnostics().forEach(each -> out.append('\n').append(each).append('\n'));
    outOfService();
    pending();
    String cost = CostText.render(report.costs(), display);
    out.append(cost.isEmpty() ? "" : "\n" + cost);
    coverage();
    return out.toString();
  }

  /** The verdict and how many findings of each type there are. */
  String verdictLine() {
    DriftReport.Verdict verdict = report.verdict();
    String word =
        switch (verdict) {
          case IN_SYNC -> display.paint(Colour.GOOD, "in sync");
          case DRIFT -> display.paint(Colour.BAD, "drift");
          case INCOMPLETE -> display.paint(Colour.WARNING, "incomplete");
        };
    List<String> counts = new ArrayList<>();
    Counts.of(report)
        .forEach(
            (type, count) -> {
              if (count > 0) {
                counts.add(count + " " + type);
              }
            });
    if (!report.complete() && verdict == DriftReport.Verdict.DRIFT) {
      counts.add("not all could be read");
    }
    return display.paint(Colour.STRONG, report.environment() + ReportText.shard(report) + ": ")
        + word
        + (counts.isEmpty() ? "" : ": " + String.join(", ", counts));
  }

  /** Findings by stack and site, then by resource, in the order of the report. */
  private Map<String, Map<String, List<Finding>>> groups() {
    Map<String, Map<String, List<Finding>>> groups = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      Subject subject = finding.subject();
      groups
          .computeIfAbsent(subject.stack() + " on " + subject.site(), key -> new LinkedHashMap<>())
          .computeIfAbsent(
              Counts.type(finding) + subject.address() + "\n" + subject.liveId(),
              key -> new ArrayList<>())
          .add(finding);
    }
    return groups;
  }

  private void group(String title, Map<String, List<Finding>> resources) {
    out.append('\n').append(display.paint(Colour.STRONG, title)).append('\n');
    resources.values().forEach(this::resource);
  }

  private void resource(List<Finding> findings) {
    Finding first = findings.get(0);
    Subject subject = first.subject();
    String type = String.format(Locale.ROOT, "%-" + TYPE_WIDTH + "s", Counts.type(first));
    Colour colour = first instanceof Finding.Undetermined ? Colour.WARNING : Colour.BAD;
    StringBuilder head = new StringBuilder(display.paint(colour, type)).append("  ");
    head.append(subject.address() == null ? subject.kind() : subject.address());
    head.append(subject.address() == null ? "" : "  " + subject.kind());
    head.append(subject.liveId() == null ? "" : "  " + PlainValue.clean(subject.liveId()));
    line(2, head.toString());
    if (subject.source() != null) {
      line(4, display.paint(Colour.FAINT, "at " + subject.source()));
    }
    for (Finding finding : findings) {
      FindingText.lines(finding, display).forEach(each -> line(4, each));
    }
    String price = prices.perDayText(first);
    if (!price.isEmpty()) {
      line(4, "as described, " + price);
    }
    FindingText.by(report, findings).forEach(each -> line(4, each));
    FindingText.mend(report, findings).forEach(each -> line(4, display.paint(Colour.STRONG, each)));
  }

  private void outOfService() {
    List<String> nodes = ReportText.outOfService(report);
    out.append(nodes.isEmpty() ? "" : "\n");
    nodes.forEach(each -> line(0, each));
  }

  private void pending() {
    if (report.pending().isEmpty()) {
      return;
    }
    out.append('\n').append(display.paint(Colour.STRONG, "pending"));
    out.append(": what a deploy of today's Java would change; no drift\n");
    for (Pending each : report.pending()) {
      line(
          2,
          String.format(Locale.ROOT, "%-8s", ReportText.word(each.change()))
              + ReportText.subject(each)
              + ReportText.where(each, report)
              + (each.source() == null
                  ? ""
                  : display.paint(Colour.FAINT, "  at " + each.source())));
    }
  }

  private void coverage() {
    Coverage c = report.coverage();
    out.append('\n').append(display.paint(Colour.STRONG, "coverage")).append(": ");
    out.append(ReportText.coverage(c)).append('\n');
    gaps("not compared", c.unreadable());
    gaps("set in a dialect's own words", c.raw());
    blindSpots(c.blindSpots());
  }

  /** In a line: a list that stands below every report is read by nobody. */
  private void blindSpots(List<Coverage.Gap> spots) {
    if (!spots.isEmpty()) {
      Set<String> kinds = new LinkedHashSet<>();
      spots.forEach(spot -> kinds.add(spot.address()));
      String what = String.join(", ", kinds);
      line(
          2,
          "not looked at: "
              + spots.size()
              + " settings of "
              + what
              + "; all stand in --output json");
    }
  }

  /** What is not compared for one reason, of one thing or of many alike, is a line. */
  private void gaps(String title, List<Coverage.Gap> gaps) {
    Map<String, List<Coverage.Gap>> byReason = new LinkedHashMap<>();
    gaps.forEach(
        gap -> byReason.computeIfAbsent(gap.reason(), reason -> new ArrayList<>()).add(gap));
    byReason.entrySet().stream()
        .limit(GAPS_SHOWN)
        .forEach(
            each -> line(2, title + ": " + alike(each.getValue()) + " (" + each.getKey() + ")"));
    if (byReason.size() > GAPS_SHOWN) {
      int more = byReason.values().stream().skip(GAPS_SHOWN).mapToInt(List::size).sum();
      line(2, title + ": " + more + " more; all stand in --output json");
    }
  }

  private static String alike(List<Coverage.Gap> gaps) {
    Set<String> attributes = new LinkedHashSet<>();
    Set<String> addresses = new LinkedHashSet<>();
    gaps.forEach(
        gap -> {
          attributes.add(gap.attribute());
          addresses.add(gap.address());
        });
    String first = addresses.iterator().next();
    return first
        + (addresses.size() > 1 ? " and " + (addresses.size() - 1) + " more: " : " ")
        + String.join(", ", attributes);
  }

  private void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(text).append('\n');
  }
}
