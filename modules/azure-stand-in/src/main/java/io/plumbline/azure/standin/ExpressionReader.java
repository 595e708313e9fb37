package io.plumbline.azure.standin;

import io.plumbline.azure.standin.Expression.Call;
import io.plumbline.azure.standin.Expression.Inside;
import io.plumbline.azure.standin.Expression.Literal;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions of templates. */
final class ExpressionReader {
  private final String text;
  private int at = 1;

  private ExpressionReader(String text) {
    this.text = text;
  }

  /** Reads {@code text}, brackets and all. */
  static Expression read(String text) {
    ExpressionReader reader = new ExpressionReader(text);
    Expression expression = reader.expression();
    reader.blanks();
    if (reader.at != text.length() - 1) {
      throw reader.wrong("the end");
    }
    return expression;
  }

  private Expression expression() {
    blanks();
    Expression read = simple();
    for (; ; ) {
      if (peek() == '.') {
        at++;
        read = new Inside(read, new Literal(Value.text(word())));
      } else if (peek() == '[') {
        at++;
        Expression key = expression();
        expect(']');
        read = new Inside(read, key);
      } else {
        return read;
      }
    }
  }

  private Expression simple() {
    char c = peek();
    if (c == '\'') {
      return new Literal(Value.text(quoted()));
    }
    if (Character.isDigit(c) || c == '-') {
      int from = at++;
      while (Character.isDigit(peek())) {
        at++;
      }
      return new Literal(Value.whole(Long.parseLong(text.substring(from, at))));
    }
    String name = word();
    expect('(');
    List<Expression> arguments = new ArrayList<>();
    blanks();
    while (peek() != ')') {
      arguments.add(expression());
      blanks();
      if (peek() == ',') {
        at++;
        blanks();
      } else if (peek() != ')') {
        throw wrong("a comma or the end of what " + name + " is given");
      }
    }
    at++;
    return new Call(name, arguments);
  }

  /** A quote inside is written twice. */
  private String quoted() {
    StringBuilder out = new StringBuilder();
    for (at++; ; at++) {
      if (at >= text.length()) {
        throw wrong("a quote");
      }
      if (text.charAt(at) == '\'') {
        at++;
        if (peek() != '\'') {
          return out.toString();
        }
      }
      out.append(text.charAt(at));
    }
  }

  private String word() {
    int from = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_') {
      at++;
    }
    if (from == at) {
      throw wrong("a name");
    }
    return text.substring(from, at);
  }

  private void blanks() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  private void expect(char c) {
    blanks();
    if (peek() != c) {
      throw wrong("\"" + c + "\"");
    }
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private Refusal wrong(String wanted) {
    return Refusal.badTemplate(
        "the expression " + text + " wants " + wanted + " at position " + at + ".");
  }
}
