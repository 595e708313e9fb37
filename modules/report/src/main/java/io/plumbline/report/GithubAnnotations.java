package io.plumbline.report;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Workflow commands, by which GitHub shows findings beside the lines of Java in a pull request: one
 * for each resource. GitHub shows the first ten of each level of a step, so that the worst come
 * first. Form of the commands: docs.github.com, "Workflow commands for GitHub Actions", 2026-11.
 */
final class GithubAnnotations {
  private final DriftReport report;
  private final List<String> warnings = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();

  private GithubAnnotations(DriftReport report) {
    this.report = report;
  }

  static String render(DriftReport report) {
    GithubAnnotations annotations = new GithubAnnotations(report);
    annotations.findings();
    report.diagnostics().forEach(annotations::diagnostic);
    annotations.warnings.forEach(annotations.out::append);
    ReportText.outOfService(report)
        .forEach(
            each -> annotations.out.append(command("notice", null, "Node out of service", each)));
    annotations.verdict();
    return annotations.out.toString();
  }

  private void findings() {
    Map<String, List<Finding>> byResource = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      byResource
          .computeIfAbsent(Counts.type(finding) + " " + finding.subject(), key -> new ArrayList<>())
          .add(finding);
    }
    Prices prices = new Prices(report);
    byResource.values().forEach(each -> resource(each, prices));
  }

  private void resource(List<Finding> findings, Prices prices) {
    Finding first = findings.get(0);
    List<String> lines = new ArrayList<>();
    lines.add(
        FindingText.subject(first)
            + ", "
            + first.subject().stack()
            + " on "
            + first.subject().site());
    findings.forEach(each -> lines.addAll(FindingText.lines(each, Display.PLAIN)));
    String price = prices.perDayText(first);
    if (!price.isEmpty()) {
      lines.add("It costs " + price + ".");
    }
    lines.addAll(FindingText.by(report, findings));
    lines.addAll(FindingText.mend(report, findings));
    boolean open = first instanceof Finding.Undetermined;
    String title = "Drift in " + report.environment() + ": " + Counts.type(first);
    String command =
        command(
            open ? "warning" : "error", first.subject().source(), title, String.join("\n", lines));
    if (open) {
      warnings.add(command);
    } else {
      out.append(command);
    }
  }

  private void diagnostic(Diagnostic diagnostic) {
    String said = diagnostic.detail() + ". " + diagnostic.fix();
    if (diagnostic.isError()) {
      out.append(command("error", diagnostic.source(), diagnostic.summary(), said));
    } else {
      warnings.add(command("warning", diagnostic.source(), diagnostic.summary(), said));
    }
  }

  private void verdict() {
    String text = new DriftText(report, Display.PLAIN).verdictLine();
    out.append(command("notice", null, "Plumbline", text));
  }

  private static String command(
      String level, @Nullable SourceLine source, String title, String message) {
    List<String> properties = new ArrayList<>();
    if (source != null) {
      properties.add("file=" + property(source.file()));
      properties.add("line=" + source.line());
    }
    properties.add("title=" + property(title));
    return "::" + level + " " + String.join(",", properties) + "::" + data(message) + "\n";
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
