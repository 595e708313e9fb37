package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import java.util.List;

/** What a text in brackets in a template says. */
sealed interface Expression {
  /** A text or a number. */
  record Literal(Value value) implements Expression {}

  /** A function with what it is given. */
  record Call(String name, List<Expression> arguments) implements Expression {}

  /** A member of an object by its name, or an item of a list by its number. */
  record Inside(Expression of, Expression key) implements Expression {}

  /** Whether a text of a template is one: in brackets, and not in two. */
  static boolean is(String text) {
    return text.startsWith("[") && text.endsWith("]") && !text.startsWith("[[");
  }
}
