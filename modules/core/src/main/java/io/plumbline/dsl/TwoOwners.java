package io.plumbline.dsl;

import io.plumbline.rule.Rule;

/** A pool's number of nodes is said to be somebody's, and has scaling policies of ours. */
final class TwoOwners {
  static final Rule RULE =
      Rule.error(
          "PLB-SCALE-001",
          "two owners of the number of nodes",
          "Each would undo what the other does: a fixed number is set back at every deploy, and two"
              + " autoscalers add and remove the same nodes in turns.",
          "Plumbline, ownership",
          "leave out count(…), and say the ends in scaling(s -> s.between(min, max)); or leave out"
              + " scaling(…)");

  private TwoOwners() {}
}
