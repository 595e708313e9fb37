package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.InterruptionHandling;
import java.util.HashMap;
import java.util.Map;

/** Two interruption handlings look after the same pool. */
final class PoolHandledTwice implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-REPAIR-001",
          "pool looked after twice",
          "Each event would be acted upon twice, by functions that do not know of each other: one"
              + " lost node could be replaced by two.",
          "Plumbline, interruption handling",
          "name each pool once, in one interruption handling");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    Map<String, String> handlers = new HashMap<>();
    for (InterruptionHandling handling : design.all(InterruptionHandling.class)) {
      for (GpuPool pool : handling.pools()) {
        String other = handlers.putIfAbsent(pool.id(), handling.id());
        if (other != null) {
          problems.report(
              RULE,
              handling,
              "got pool \"" + pool.id() + "\", which \"" + other + "\" looks after already");
        }
      }
    }
  }
}
