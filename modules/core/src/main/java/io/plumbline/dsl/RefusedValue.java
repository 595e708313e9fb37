package io.plumbline.dsl;

import io.plumbline.rule.Rule;

/**
 * A value that is no quantity of its unit, such as {@code usdPerHour("forty")}: the description
 * ended there.
 */
final class RefusedValue {
  static final Rule RULE =
      Rule.error(
          "PLB-DSL-002",
          "value refused",
          "Quantities are types with units; text that is no such quantity cannot become one.",
          "Plumbline, io.plumbline.unit",
          "write the value as the message says; what comes after this line was not looked at yet");

  private RefusedValue() {}
}
