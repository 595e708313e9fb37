package io.plumbline.dsl;

import io.plumbline.rule.Rule;

/** Stacks refer to each other in a circle: none of them could be deployed first. */
final class StacksInACircle {
  static final Rule RULE =
      Rule.error(
          "PLB-REF-005",
          "stacks refer to each other in a circle",
          "A stack is deployed after those that it refers to.",
          "Plumbline, references",
          "put what both need into a stack of its own");

  private StacksInACircle() {}
}
