package io.plumbline.report;

import static io.plumbline.report.topology.Html.escape;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.drift.CheckedTarget;
import io.plumbline.drift.Coverage;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Pending;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Subject;
import io.plumbline.report.topology.Drawing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that needs nothing but a browser: findings with a filter, coverage, and the topology with
 * what is amiss in it. Its frame is {@code drift.html} beside this class; the page forbids itself
 * every connection.
 */
final class HtmlReport {
  private static final Pattern PLACE = Pattern.compile("@([a-z]+)@");

  private final DriftReport report;
  private final CheckedTopology topology;
  private final Prices prices;

  private HtmlReport(DriftReport report) {
    this.report = report;
    this.topology = new CheckedTopology(report);
    this.prices = new Prices(report);
  }

  static String render(DriftReport report) {
    return new HtmlReport(report).page();
  }

  private String page() {
    Map<String, String> parts =
        Map.ofEntries(
            Map.entry("environment", escape(report.environment())),
            Map.entry("verdict", report.verdict().word()),
            Map.entry("word", report.verdict().word().replace('-', ' ')),
            Map.entry("counts", escape(new DriftText(report, Display.PLAIN).verdictLine())),
            Map.entry("targets", targets()),
            Map.entry("types", types()),
            Map.entry("findings", findings()),
            Map.entry("diagnostics", diagnostics()),
            Map.entry("pending", pending()),
            Map.entry("coverage", ReportText.coverage(report.coverage())),
            Map.entry("gaps", gaps()),
            Map.entry("cost", escape(CostText.render(report.costs(), Display.PLAIN))),
            Map.entry("drawings", Drawing.render(topology.topology(), topology::look)));
    // In one pass, so that nothing that was put in is taken for a place.
    return PLACE
        .matcher(frame())
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(parts.get(place.group(1)), place.group())));
  }

  private static String frame() {
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream("drift.html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String targets() {
    StringBuilder out = new StringBuilder();
    for (CheckedTarget target : report.targets()) {
      String text = target.title() + ", " + target.resources().size() + " resources, against ";
      out.append("<li>").append(escape(text + target.against())).append("</li>\n");
    }
    return out.toString();
  }

  private String types() {
    StringBuilder out = new StringBuilder();
    Counts.of(report)
        .forEach(
            (type, count) -> {
              out.append("<label><input type=\"checkbox\" checked value=\"").append(type);
              out.append("\"> ").append(count).append(' ').append(type).append("</label>\n");
            });
    return out.toString();
  }

  private String findings() {
    StringBuilder out = new StringBuilder();
    for (Finding finding : report.findings()) {
      Subject subject = finding.subject();
      String type = Counts.type(finding);
      List<String> lines = FindingText.lines(finding, Display.PLAIN);
      out.append("<tr data-type=\"").append(type).append('"');
      Integer place = topology.place(subject);
      out.append(place == null ? "" : " data-node=\"" + place + "\"");
      out.append("><td class=\"type ").append(type).append("\">").append(type);
      out.append("</td><td>").append(escape(FindingText.subject(finding))).append("<small>");
      out.append(escape(subject.stack() + " on " + subject.site())).append("</small></td><td>");
      out.append(escape(lines.get(0)));
      if (lines.size() > 1) {
        String rest = String.join("\n", lines.subList(1, lines.size())).stripIndent();
        out.append("<pre>").append(escape(rest)).append("</pre>");
      }
      List<String> more = new ArrayList<>(FindingText.by(report, List.of(finding)));
      more.addAll(FindingText.mend(report, List.of(finding)));
      for (String each : more) {
        out.append("<small>").append(escape(each)).append("</small>");
      }
      out.append("</td><td>").append(subject.source() == null ? "" : lines(subject));
      out.append("</td><td>").append(escape(prices.perDayText(finding))).append("</td></tr>\n");
    }
    return out.toString();
  }

  private static String lines(Subject subject) {
    StringBuilder out = new StringBuilder(escape(String.valueOf(subject.source())));
    Objects.requireNonNull(subject.source())
        .callers()
        .forEach(
            each -> out.append("<small>from ").append(escape(each.toString())).append("</small>"));
    return out.toString();
  }

  private String diagnostics() {
    StringBuilder out = new StringBuilder();
    for (Diagnostic each : report.diagnostics()) {
      out.append("<pre>").append(escape(each.toString())).append("</pre>\n");
    }
    return out.isEmpty() ? "" : "<h2>Rules of the check</h2>\n" + out;
  }

  private String pending() {
    StringBuilder out = new StringBuilder();
    for (Pending each : report.pending()) {
      out.append("<li>").append(escape(ReportText.line(each, report)));
      out.append("</li>\n");
    }
    return outOfService()
        + (out.isEmpty()
            ? ""
            : details(
                report.pending().size() + " pending: no drift, a deploy would change it", out));
  }

  private String outOfService() {
    StringBuilder out = new StringBuilder();
    List<String> nodes = ReportText.outOfService(report);
    nodes.forEach(each -> out.append("<li>").append(escape(each)).append("</li>\n"));
    return out.isEmpty() ? "" : details(nodes.size() + " nodes out of service", out);
  }

  private String gaps() {
    Coverage c = report.coverage();
    return gaps("not compared, since they cannot be read", c.unreadable())
        + gaps("set in a dialect's own words", c.raw())
        + gaps("not looked at", c.blindSpots());
  }

  private static String gaps(String title, List<Coverage.Gap> gaps) {
    StringBuilder out = new StringBuilder();
    for (Coverage.Gap gap : gaps) {
      String text = gap.address() + " " + gap.attribute() + ": " + gap.reason();
      out.append("<li>").append(escape(text)).append("</li>\n");
    }
    return out.isEmpty() ? "" : details(gaps.size() + " " + title, out);
  }

  private static String details(String title, StringBuilder items) {
    return "<details><summary>" + title + "</summary><ul>\n" + items + "</ul></details>\n";
  }
}
