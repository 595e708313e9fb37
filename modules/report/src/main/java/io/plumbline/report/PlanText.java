package io.plumbline.report;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Mending;
import io.plumbline.graph.Resource;
import io.plumbline.model.Target;
import io.plumbline.report.Display.Colour;
import io.plumbline.run.StandingDrift;
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

  /** The text, ending in a line end, where nobody has looked for drift. */
  public static String render(String environment, List<TargetPlan> plans, Display display) {
    return render(environment, plans, StandingDrift.NONE, display);
  }

  /**
   * The text, ending in a line end.
   *
   * @param drift that stands: a plan without changes is no reason to believe that all is well
   */
  public static String render(
      String environment, List<TargetPlan> plans, StandingDrift drift, Display display) {
    PlanText text = new PlanText(environment, plans, display);
    text.sums();
    plans.stream().filter(plan -> !plan.isEmpty()).forEach(text::target);
    text.drift(drift);
    return text.out.toString();
  }

  private void drift(StandingDrift drift) {
    DriftReport report = drift.report();
    if (report == null || report.findings().isEmpty()) {
      return;
    }
    List<Finding> left = drift.leftBy(plans);
    int mended = report.findings().size() - left.size();
    out.append('\n').append(display.paint(Colour.STRONG, "drift"));
    out.append(" since the last deploy: ").append(report.findings().size()).append(" found, ");
    out.append(mended).append(" of them where this plan changes something\n");
    for (Finding each : left) {
      String type = String.format(Locale.ROOT, "%-12s", Counts.type(each));
      out.append("  stays ").append(display.paint(Colour.WARNING, type)).append("  ");
      out.append(FindingText.subject(each)).append(": ").append(FindingText.summary(each));
      Mending mending = report.mending(each);
      out.append("\n    mend: ");
      out.append(
          mending.isDeploy()
              ? "by hand: the engine would change nothing there"
              : PlainValue.clean(mending.text()));
      out.append('\n');
    }
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
    out.append(waiting(plan)).append(")\n");
    int width = plan.changes().stream().mapToInt(c -> c.address().length()).max().orElse(0);
    plan.changes().forEach(change -> change(plan, change, width));
  }

  private static String waiting(TargetPlan plan) {
    Target first = plan.waitsFor();
    if (first == null) {
      return "";
    }
    String what =
        first.stack().equals(plan.target().stack())
            ? "what it needs of " + first.site().name()
            : first.stack();
    return "; planned once " + what + " is deployed, and by the design until then";
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
    change.difference().forEach(line -> out.append("      ").append(line).append('\n'));
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
