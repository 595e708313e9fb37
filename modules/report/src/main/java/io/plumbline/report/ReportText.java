package io.plumbline.report;

import io.plumbline.drift.Coverage;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Pending;
import io.plumbline.drift.OutOfService;
import io.plumbline.drift.OutOfServiceUse;
import io.plumbline.drift.Part;
import java.util.List;
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
  static String line(Pending pending, DriftReport report) {
    String source = pending.source() == null ? "" : "  at " + pending.source();
    return word(pending.change()) + "  " + subject(pending) + where(pending, report) + source;
  }

  /** The stack and the site, where a report is of more than one. */
  static String where(Pending pending, DriftReport report) {
    return report.targets().size() > 1 ? ", " + pending.stack() + " on " + pending.site() : "";
  }

  /** Which part of a check it is; empty for the whole. */
  static String shard(DriftReport report) {
    Part part = report.part();
    if (part == null) {
      return "";
    }
    String all = part.all().size() + " stacks and sites";
    return report.targets().isEmpty()
        ? ", shard " + part.shard() + ", which has none of " + all
        : ", shard " + part.shard() + " with " + report.targets().size() + " of " + all;
  }

  /** The nodes that are out of service, a line each; those for too long are diagnostics. */
  static List<String> outOfService(DriftReport report) {
    return report.judgement().nodes().stream()
        .filter(each -> !each.expired())
        .map(ReportText::outOfService)
        .toList();
  }

  private static String outOfService(OutOfServiceUse use) {
    OutOfService node = use.node();
    return PlainValue.clean(
        "out of service: "
            + node.node()
            + " until "
            + node.until()
            + ", "
            + node.reason()
            + "; "
            + use.covered()
            + (use.covered() == 1 ? " finding is" : " findings are")
            + " about it alone, and no drift");
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
