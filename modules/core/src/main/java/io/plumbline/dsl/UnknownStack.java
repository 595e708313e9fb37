package io.plumbline.dsl;

import io.plumbline.rule.Rule;

/** A stack refers to another that the environment does not have. */
final class UnknownStack {
  static final Rule RULE =
      Rule.error(
          "PLB-REF-004",
          "other stack is not in this environment",
          "What one stack makes is there for another only where both are deployed.",
          "Plumbline, references",
          "give the other stack a section in the environment file, and a line in"
              + " META-INF/services/io.plumbline.dsl.Stack");

  private UnknownStack() {}
}
