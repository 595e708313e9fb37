package io.plumbline.report;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Resource;
import io.plumbline.report.Display.Colour;
import io.plumbline.run.TargetPlan;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a deploy would change, for people: the sums first, then each resource with its line of Java.
 */
public final class PlanText {
  private final String environment;
  private final List<TargetPlan> plans;
  private final Display display;
  private final StringBuilder out = new StringBuilder();

  private PlanText(String environment, List<TargetPlan> plans, Display display) {
    this.environment = environment;
    this.plans = plans;
    this.display = display;
  }

  /** The text, ending in a line end. */
  public static String render(String environment, List<TargetPlan> plans, Display display) {
    PlanText text = new PlanText(environment, plans, display);
    text.sums();
    plans.stream().filter(plan -> !plan.isEmpty()).forEach(text::target);
    return text.out.toString();
  }

  private void sums() {
    Map<Action, Integer> counts = new EnumMap<>(Action.class);
    plans.forEach(
        plan -> plan.changes().forEach(change -> counts.merge(change.action(), 1, Integer::sum)));
    List<String> sums = new ArrayList<>();
    counts.forEach((action, count) -> sums.add(count + " to " + word(action)));
    out.append(display.paint(Colour.STRONG, environment + ": "));
    if (sums.isEmpty()) {
      boolean nothing = plans.stream().allMatch(TargetPlan::isEmpty);
      out.append(nothing ? "nothing to change" : "no resource changes; outputs do");
    } else {
      out.append(String.join(", ", sums));
    }
    out.append('\n');
  }

  private void target(TargetPlan plan) {
    out.append('\n');
    String title = plan.target().stack() + " on " + plan.target().site().name();
    out.append(display.paint(Colour.STRONG, title));
    out.append(" (").append(plan.engine().id());
    out.append(
        plan.waitsFor() == null
            ? ")\n"
            : "; planned once "
                + plan.waitsFor()
                + " is deployed, and by the design until then)\n");
    int width = plan.changes().stream().mapToInt(c -> c.address().length()).max().orElse(0);
    plan.changes().forEach(change -> change(plan, change, width));
  }

  private void change(TargetPlan plan, Change change, int width) {
    Resource resource = plan.resource(change.address());
    String kind = resource == null ? change.type() : resource.kind().id();
    String action = String.format(Locale.ROOT, "%-8s", word(change.action()));
    String address = String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", change.address());
    out.append("  ").append(display.paint(colour(change.action()), action));
    out.append(address).append("  ").append(kind);
    if (!change.attributes().isEmpty()) {
      out.append(": ").append(String.join(", ", change.attributes()));
    }
    SourceLine source = plan.source(change.address());
    if (source != null) {
      out.append(display.paint(Colour.FAINT, "  at " + source));
    }
    out.append('\n');
  }

  private static String word(Action action) {
    return action.name().toLowerCase(Locale.ROOT);
  }

  private static Colour colour(Action action) {
    return switch (action) {
      case CREATE -> Colour.ADDED;
      case UPDATE -> Colour.WARNING;
      case REPLACE, DELETE -> Colour.BAD;
      case FORGET -> Colour.FAINT;
    };
  }
}
