package io.plumbline.report;

import io.plumbline.report.Display.Colour;
import io.plumbline.spi.Arrivals;
import io.plumbline.spi.Arrivals.Awaited;
import io.plumbline.spi.Preflight;
import io.plumbline.spi.Preflight.Outcome;
import io.plumbline.spi.Shortage;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.util.List;

/** What the provider says of capacity, for people: before a deploy, and after. */
public final class CapacityText {
  private CapacityText() {}

  /** What may go wrong, and what nobody could look at; nothing where all is well. */
  public static String preflight(List<Preflight> looks, Display display) {
    StringBuilder out = new StringBuilder();
    for (Preflight look : looks) {
      if (look.outcome() == Outcome.SHORT) {
        out.append(display.paint(Colour.WARNING, look.diagnostic().toString())).append('\n');
      }
    }
    for (Preflight look : looks) {
      if (look.outcome() == Outcome.UNREADABLE) {
        out.append("note: not looked at: ")
            .append(look.subject())
            .append(": ")
            .append(look.detail())
            .append('\n');
      }
    }
    return out.toString();
  }

  /** All that was looked at, for programs; the text ends in a line end. */
  public static String json(String environment, List<Preflight> looks) {
    Value all =
        Value.object(
            "environment",
            Value.text(environment),
            "preflight",
            Value.list(looks.stream().map(Preflight::json).toList()));
    return JsonWriter.pretty(all) + "\n";
  }

  /**
   * What has come, what waits, and the command that goes on; nothing where all has come.
   *
   * @param goOn the command that looks again
   */
  public static String arrivals(Arrivals arrivals, String goOn, Display display) {
    StringBuilder out = new StringBuilder();
    for (Shortage each : arrivals.shortages()) {
      out.append(display.paint(Colour.WARNING, each.address()))
          .append(": got " + each.got() + " of " + each.wanted() + " nodes");
      if (each.source() != null) {
        out.append(display.paint(Colour.FAINT, "  at " + each.source()));
      }
      out.append("\n  ").append(each.message()).append('\n');
    }
    arrivals
        .unreadable()
        .forEach(
            why -> out.append("note: not known whether all nodes came: ").append(why).append('\n'));
    for (Awaited each : arrivals.awaited()) {
      out.append("note: " + each.address() + ": " + each.inService() + " of " + each.wanted())
          .append(" nodes in service, " + each.starting() + " starting\n");
    }
    if (!arrivals.shortages().isEmpty()) {
      out.append("The rest of the deploy is done, and the provider goes on trying. ");
    }
    if (!arrivals.shortages().isEmpty() || !arrivals.awaited().isEmpty()) {
      out.append("To look again: `").append(goOn).append("`\n");
    }
    return out.toString();
  }
}
