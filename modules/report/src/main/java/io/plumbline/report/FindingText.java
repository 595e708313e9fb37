package io.plumbline.report;

import io.plumbline.drift.Author;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be said of one finding, in lines; every form of report says the same. */
public final class FindingText {
  private static final String DEEPER = "  ";

  private FindingText() {}

  /** What it is about: address or live id, with the kind. */
  static String subject(Finding finding) {
    Subject subject = finding.subject();
    String live = subject.liveId() == null ? "" : " " + PlainValue.clean(subject.liveId());
    return subject.address() == null
        ? subject.kind() + live
        : subject.address() + " (" + subject.kind() + live + ")";
  }

  /** What it is about, where that is asked for, and what is wrong; for people. */
  public static List<String> about(Finding finding, Display display) {
    Subject subject = finding.subject();
    List<String> lines = new ArrayList<>();
    lines.add(
        Counts.type(finding)
            + "  "
            + subject(finding)
            + ", "
            + subject.stack()
            + " on "
            + subject.site());
    if (subject.source() != null) {
      lines.add(DEEPER + "at " + subject.source());
    }
    lines(finding, display).forEach(line -> lines.add(DEEPER + line));
    return lines;
  }

  /** What is wrong with it, in a line. */
  static String summary(Finding finding) {
    return switch (finding) {
      case Finding.Missing f -> "is in the design, and is not there";
      case Finding.Changed f ->
          PlainValue.clean(f.attribute())
              + (f.replaces() ? "  (mending it replaces the resource)" : "");
      case Finding.Unmanaged f -> PlainValue.clean(f.reason());
      case Finding.Duplicate f ->
          "claims to be the same as " + f.original() + ": two live things, one in the design";
      case Finding.Undetermined f ->
          (f.attribute() == null ? "" : PlainValue.clean(f.attribute()) + ": ")
              + PlainValue.clean(f.reason());
    };
  }

  /** All that is known of it; lines that explain another are indented further. */
  static List<String> lines(Finding finding, Display display) {
    List<String> lines = new ArrayList<>();
    lines.add(summary(finding));
    switch (finding) {
      case Finding.Missing f -> follows(f.follows(), lines);
      case Finding.Changed f -> {
        new Difference(display)
            .lines(f.desired(), f.observed())
            .forEach(each -> lines.add(DEEPER + each));
        follows(f.follows(), lines);
      }
      case Finding.Unmanaged f ->
          f.observed()
              .members()
              .forEach((name, value) -> lines.add(DEEPER + name + "  " + PlainValue.line(value)));
      case Finding.Duplicate f -> {}
      case Finding.Undetermined f -> follows(f.follows(), lines);
    }
    return lines;
  }

  /** What mends these, each once. */
  static List<String> mend(DriftReport report, List<Finding> findings) {
    return findings.stream()
        .map(finding -> "mend: " + PlainValue.clean(report.mending(finding).text()))
        .distinct()
        .toList();
  }

  /** Who made these true, each once, with the attributes where there are several; empty unasked. */
  static List<String> by(DriftReport report, List<Finding> findings) {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Author author = report.author(finding);
      if (author != null) {
        attributes
            .computeIfAbsent(
                "by: " + PlainValue.clean(by(author, finding)), key -> new ArrayList<>())
            .add(
                finding instanceof Finding.Changed changed
                    ? PlainValue.clean(changed.attribute())
                    : "");
      }
    }
    if (attributes.size() < 2) {
      return List.copyOf(attributes.keySet());
    }
    return attributes.entrySet().stream()
        .map(each -> each.getKey() + " (" + String.join(", ", each.getValue()) + ")")
        .toList();
  }

  /** In a line. */
  static String by(Author author, Finding finding) {
    return switch (author) {
      case Author.Unknown unknown -> "not known: " + unknown.reason();
      case Author.Known known ->
          known.principal()
              + " with "
              + known.call()
              + " at "
              + known.time()
              + ", event "
              + known.event()
              + others(known.calls(), finding);
    };
  }

  private static String others(int calls, Finding finding) {
    boolean made = finding instanceof Finding.Unmanaged || finding instanceof Finding.Duplicate;
    return calls == 1 ? "" : (made ? ", one of " : ", the last of ") + calls + " such calls";
  }

  private static void follows(List<String> follows, List<String> lines) {
    if (!follows.isEmpty()) {
      lines.add(DEEPER + "and what follows from it: " + String.join(", ", follows));
    }
  }
}
