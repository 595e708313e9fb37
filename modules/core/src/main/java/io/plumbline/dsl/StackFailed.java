package io.plumbline.dsl;

import io.plumbline.rule.Rule;

/** An exception that the stack's own code threw, or let through: the description ended there. */
final class StackFailed {
  static final Rule RULE =
      Rule.error(
          "PLB-DSL-004",
          "stack threw an exception",
          "A description that ends half-way would take down what it did not come to.",
          "Plumbline, io.plumbline.dsl.Stack",
          "mend the stack at this line; what comes after it was not looked at yet");

  private StackFailed() {}
}
