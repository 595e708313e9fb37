package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.VmFleet;
import java.util.function.Consumer;

/** Holds what a fleet says of its virtual machines against one rule: each fleet by itself. */
abstract class VmFleetCheck implements Check<Design> {
  private final Rule rule;

  VmFleetCheck(Rule rule) {
    this.rule = rule;
  }

  @Override
  public final Rule rule() {
    return rule;
  }

  @Override
  public final void check(Design design, Problems problems) {
    for (VmFleet fleet : design.all(VmFleet.class)) {
      check(fleet, detail -> problems.report(rule, fleet, detail));
    }
  }

  /** Says of each breach what was got and what is allowed. */
  abstract void check(VmFleet fleet, Consumer<String> breach);

  static void within(String what, long got, long least, long most, Consumer<String> breach) {
    if (got < least || got > most) {
      breach.accept("%s: got %d; allowed is %d to %d".formatted(what, got, least, most));
    }
  }
}
