package io.plumbline.report;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.drift.CheckedTarget;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Subject;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The form that build servers read: a suite for each stack and site, a case for each resource of
 * the description and each thing that should not be there. What could not be read is an error, or
 * skipped where the rules tolerate it. Elements and attributes are those of Surefire's schema
 * (maven.apache.org/surefire, surefire-test-report.xsd, 3.0.2), which Jenkins and GitLab read.
 */
final class JUnitXml {
  private final DriftReport report;
  private final XMLStreamWriter xml;

  private JUnitXml(DriftReport report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
  }

  static String render(DriftReport report) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new JUnitXml(report, xml).document();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text takes what is written to it", e);
    }
    return out + "\n";
  }

  private void document() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "Plumbline drift: " + report.environment());
    xml.writeCharacters("\n");
    for (CheckedTarget target : report.targets()) {
      suite(target.title(), cases(target));
    }
    List<String> nodes = ReportText.outOfService(report);
    if (!nodes.isEmpty()) {
      suite(
          "nodes out of service",
          nodes.stream().map(each -> new Case(each, "skipped", "", each, "")).toList());
    }
    if (!report.diagnostics().isEmpty()) {
      suite("rules of the check", report.diagnostics().stream().map(JUnitXml::rule).toList());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  /**
   * One case.
   *
   * @param outcome element that says why it did not pass; empty where it did
   */
  private record Case(String name, String outcome, String type, String message, String text) {
    static Case passed(String name) {
      return new Case(name, "", "", "", "");
    }

    boolean ended(String how) {
      return outcome.equals(how);
    }
  }

  private static Case rule(Diagnostic diagnostic) {
    return new Case(
        diagnostic.code() + " " + diagnostic.summary(),
        diagnostic.isError() ? "failure" : "skipped",
        diagnostic.code(),
        diagnostic.detail(),
        diagnostic.isError() ? diagnostic.toString() : "");
  }

  private List<Case> cases(CheckedTarget target) {
    Map<String, List<Finding>> found = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      Subject subject = finding.subject();
      if (subject.stack().equals(target.stack()) && subject.site().equals(target.site())) {
        found.computeIfAbsent(name(finding), key -> new ArrayList<>()).add(finding);
      }
    }
    List<Case> cases = new ArrayList<>();
    for (CheckedTarget.Item item : target.resources()) {
      String name = item.address() + " (" + item.kind() + ")";
      List<Finding> findings = found.remove(name);
      cases.add(findings == null ? Case.passed(name) : failed(name, findings));
    }
    found.forEach((name, findings) -> cases.add(failed(name, findings)));
    return cases;
  }

  private static String name(Finding finding) {
    Subject subject = finding.subject();
    return subject.address() == null || finding instanceof Finding.Duplicate
        ? Counts.type(finding) + ": " + FindingText.subject(finding)
        : subject.address() + " (" + subject.kind() + ")";
  }

  private Case failed(String name, List<Finding> findings) {
    List<Finding> differing =
        findings.stream().filter(each -> !(each instanceof Finding.Undetermined)).toList();
    Finding first = differing.isEmpty() ? findings.get(0) : differing.get(0);
    String outcome = !differing.isEmpty() ? "failure" : report.complete() ? "skipped" : "error";
    List<String> lines = new ArrayList<>();
    if (first.subject().source() != null) {
      lines.add("at " + first.subject().source());
    }
    findings.forEach(each -> lines.addAll(FindingText.lines(each, Display.PLAIN)));
    lines.addAll(FindingText.by(report, findings));
    lines.addAll(FindingText.mend(report, findings));
    String text = outcome.equals("skipped") ? "" : String.join("\n", lines);
    return new Case(name, outcome, Counts.type(first), FindingText.summary(first), text);
  }

  private void suite(String title, List<Case> cases) throws XMLStreamException {
    String name = report.environment() + ": " + title;
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", clean(name));
    xml.writeAttribute("tests", Integer.toString(cases.size()));
    count("failures", "failure", cases);
    count("errors", "error", cases);
    count("skipped", "skipped", cases);
    xml.writeAttribute("time", "0");
    xml.writeCharacters("\n");
    for (Case each : cases) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("name", clean(each.name()));
      xml.writeAttribute("classname", clean(name));
      xml.writeAttribute("time", "0");
      outcome(each);
      xml.writeEndElement();
      xml.writeCharacters("\n");
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private void count(String attribute, String outcome, List<Case> cases) throws XMLStreamException {
    long count = cases.stream().filter(each -> each.ended(outcome)).count();
    xml.writeAttribute(attribute, Long.toString(count));
  }

  private void outcome(Case each) throws XMLStreamException {
    if (each.outcome().isEmpty()) {
      return;
    }
    xml.writeStartElement(each.outcome());
    xml.writeAttribute("message", clean(each.message()));
    if (!each.ended("skipped")) {
      xml.writeAttribute("type", each.type());
      xml.writeCharacters(clean(each.text()));
    }
    xml.writeEndElement();
  }

  /** Without the characters that no XML 1.0 document may have. */
  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> isAllowed(c) ? c : '?').forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}
