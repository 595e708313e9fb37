package io.plumbline.report;

import io.plumbline.drift.Coverage;
import io.plumbline.drift.DriftReport.Pending;
import java.util.Locale;

/** What every form of report says in the same words. */
final class ReportText {
  private ReportText() {}

  /** What a deploy would do, as a participle. */
  static String word(Pending.Change change) {
    return change.name().toLowerCase(Locale.ROOT);
  }

  /** What a pending change is about: an attribute, or a whole resource with its kind. */
  static String subject(Pending pending) {
    String attribute = pending.attribute();
    return pending.address() + "  " + (attribute == null ? pending.kind() : attribute);
  }

  /** A pending change in a line, with the line of Java. */
  static String line(Pending pending) {
    String source = pending.source() == null ? "" : "  at " + pending.source();
    return word(pending.change()) + "  " + subject(pending) + source;
  }

  /** How much was looked at. */
  static String coverage(Coverage c) {
    return String.format(
        Locale.ROOT,
        "%d resources; %d of %d attributes compared, %d undetermined, %d ignored; %d live things"
            + " are not ours; %d calls",
        c.resources(),
        c.compared(),
        c.attributes(),
        c.undetermined(),
        c.ignored(),
        c.notOurs(),
        c.calls());
  }
}
