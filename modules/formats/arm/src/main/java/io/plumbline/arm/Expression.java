package io.plumbline.arm;

import java.util.List;

/**
 * The language of expressions inside templates: text in brackets, in which texts stand between
 * single quotes.
 */
final class Expression {
  private Expression() {}

  /** Text that is no expression, whatever it looks like. */
  static String literal(String text) {
    return text.startsWith("[") && text.endsWith("]") ? "[" + text : text;
  }

  static String whole(String expression) {
    return "[" + expression + "]";
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String call(String function, List<String> arguments) {
    return function + "(" + String.join(", ", arguments) + ")";
  }

  /** What a parameter holds. */
  static String parameter(String name) {
    return call("parameters", List.of(quoted(name)));
  }
}
