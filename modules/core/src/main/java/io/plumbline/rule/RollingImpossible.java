package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import java.util.function.Consumer;

/** Changes that could never begin. */
final class RollingImpossible extends FleetCheck {
  RollingImpossible() {
    super(
        Rule.error(
            "PLB-FLEET-009",
            "no machine may be down",
            "A change takes machines out of work a few at a time; where none may be, it never"
                + " begins.",
            "Plumbline, rolling changes",
            "allow at least one: rolling(1)"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    if (fleet.mostDown() != null && fleet.mostDown() < 1) {
      breach.accept("got " + fleet.mostDown() + " down at a time; allowed is 1 or more");
    }
  }
}
