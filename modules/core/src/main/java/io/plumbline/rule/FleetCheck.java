package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Design;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Holds what a fleet says of its machines against one rule: each fleet by itself. */
abstract class FleetCheck implements Check<Design> {
  private final Rule rule;

  FleetCheck(Rule rule) {
    this.rule = rule;
  }

  @Override
  public final Rule rule() {
    return rule;
  }

  @Override
  public final void check(Design design, Problems problems) {
    for (BareMetalFleet fleet : design.all(BareMetalFleet.class)) {
      check(fleet, detail -> problems.report(rule, fleet, detail));
    }
  }

  /** Says of each breach what was got and what is allowed. */
  abstract void check(BareMetalFleet fleet, Consumer<String> breach);

  /** What matches no pattern is a breach. */
  static void match(
      String what, String got, String pattern, String allowed, Consumer<String> breach) {
    if (!got.matches(pattern)) {
      breach.accept(what + ": got " + quoted(got) + "; allowed is " + allowed);
    }
  }

  /** What is there twice is a breach. */
  static void once(String what, List<String> all, Consumer<String> breach) {
    Set<String> seen = new HashSet<>();
    for (String each : all) {
      if (!seen.add(each)) {
        breach.accept(what + ": got " + quoted(each) + " twice; allowed once");
      }
    }
  }

  /** A number of an account or a group that is the system's is a breach. */
  static void number(String what, int got, Consumer<String> breach) {
    if (got < 1000 || got > 59_999) {
      breach.accept(what + ": got " + got + "; allowed is 1000 to 59999");
    }
  }

  /** In one line, and short, whatever it is. */
  static String quoted(String text) {
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return "\"" + shown.replaceAll("\\p{Cntrl}", "�") + "\"";
  }
}
