package io.plumbline.dsl;

import io.plumbline.rule.Rule;

/** A component is asked for without what it cannot be without. */
final class Incomplete {
  static final Rule RULE =
      Rule.error(
          "PLB-DSL-003",
          "something needed is not said",
          "There is no default that would be right for most: a guess would be provisioned, and paid"
              + " for.",
          "Plumbline, io.plumbline.dsl",
          "say it in the lambda that sets the component up");

  private Incomplete() {}
}
