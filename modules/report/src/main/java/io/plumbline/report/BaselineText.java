package io.plumbline.report;

import io.plumbline.drift.Baseline.Entry;
import io.plumbline.drift.BaselineUpdate;
import io.plumbline.drift.BaselineUpdate.Change;
import io.plumbline.drift.BaselineUpdate.How;
import io.plumbline.value.Value;
import java.util.Locale;

/** What the writing of a baseline changed, for people. */
public final class BaselineText {
  private BaselineText() {}

  /** The text, with a line end after the last line. */
  public static String render(String environment, BaselineUpdate update) {
    StringBuilder out = new StringBuilder();
    out.append(environment)
        .append(": ")
        .append(update.baseline().entries().size())
        .append(" settings in ")
        .append(update.baseline().file())
        .append(": ")
        .append(count(update, How.ADDED))
        .append(" added, ")
        .append(count(update, How.CHANGED))
        .append(" changed, ")
        .append(count(update, How.REMOVED))
        .append(" removed\n");
    update.changes().forEach(change -> line(change, out));
    update
        .unread()
        .forEach(
            thing ->
                out.append("  not read   ")
                    .append(PlainValue.clean(thing))
                    .append(", which stays as it was\n"));
    return out.toString();
  }

  private static long count(BaselineUpdate update, How how) {
    return update.changes().stream().filter(each -> each.how() == how).count();
  }

  private static void line(Change change, StringBuilder out) {
    Entry entry = change.entry();
    out.append("  %-9s  ".formatted(change.how().name().toLowerCase(Locale.ROOT)))
        .append(PlainValue.clean(entry.place()));
    if (change.how() != How.REMOVED) {
      boolean unset = entry.value() instanceof Value.Null;
      out.append(unset ? " is not set" : " = " + PlainValue.line(entry.value()));
    }
    out.append('\n');
  }
}
