package io.plumbline.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads JSON text (RFC 8259, nothing more) into plain data. The counterpart of {@link JsonWriter}.
 */
public final class JsonReader {
  private static final int DEEPEST = 500;

  private final String text;
  private final Recurring recurring = new Recurring();
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** Text that is not JSON, with the offset where it ceases to be. */
  public static final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SyntaxException(String message) {
      super(message);
    }
  }

  /**
   * The one value that {@code text} says.
   *
   * @throws SyntaxException if {@code text} is not one JSON value
   */
  public static Value read(String text) {
    JsonReader reader = new JsonReader(text);
    Value value = reader.value();
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.problem("the end");
    }
    return value;
  }

  private Value value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> sequence();
      case '"' -> recurring.one(Value.text(string()));
      case 't' -> literal("true", Value.flag(true));
      case 'f' -> literal("false", Value.flag(false));
      case 'n' -> literal("null", Value.NULL);
      default -> number();
    };
  }

  private Value object() {
    enter();
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    if (!closes('}')) {
      do {
        skipSpace();
        String name = recurring.one(string());
        skipSpace();
        expect(':');
        if (members.put(name, value()) != null) {
          throw problem("a member name that is not there yet, not \"" + name + "\" again");
        }
      } while (another('}'));
    }
    depth--;
    return recurring.one(Value.Obj.taking(members));
  }

  private Value sequence() {
    enter();
    List<Value> items = new ArrayList<>();
    if (!closes(']')) {
      do {
        items.add(value());
      } while (another(']'));
    }
    depth--;
    return recurring.one(Value.list(items));
  }

  private void enter() {
    at++;
    if (++depth > DEEPEST) {
      throw problem("at most " + DEEPEST + " levels");
    }
  }

  private boolean closes(char bracket) {
    skipSpace();
    if (peek() != bracket) {
      return false;
    }
    at++;
    return true;
  }

  private boolean another(char bracket) {
    if (closes(bracket)) {
      return false;
    }
    expect(',');
    return true;
  }

  private Value literal(String word, Value value) {
    if (!text.startsWith(word, at)) {
      throw problem(word);
    }
    at += word.length();
    return value;
  }

  private Value number() {
    int start = at;
    boolean fraction = false;
    while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
      fraction |= ".eE".indexOf(text.charAt(at)) >= 0;
      at++;
    }
    String digits = text.substring(start, at);
    try {
      return fraction ? Value.decimal(new BigDecimal(digits)) : whole(digits);
    } catch (NumberFormatException e) {
      at = start;
      throw problem("a value");
    }
  }

  /** A whole number is a decimal only where it is too large for anything else. */
  private static Value whole(String digits) {
    if (digits.length() <= 18) {
      return Value.whole(Long.parseLong(digits));
    }
    BigInteger number = new BigInteger(digits);
    return number.bitLength() < Long.SIZE
        ? Value.whole(number.longValue())
        : Value.decimal(new BigDecimal(number));
  }

  private String string() {
    expect('"');
    int end = at;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
      end++;
    }
    StringBuilder out = new StringBuilder().append(text, at, end);
    at = end;
    while (peek() != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\\', '/' -> c;
      case 'u' -> codeUnit();
      default -> throw problem("an escape");
    };
  }

  private char codeUnit() {
    int end = at + 4;
    if (end > text.length()) {
      throw problem("four hexadecimal digits");
    }
    try {
      char unit = (char) Integer.parseInt(text, at, end, 16);
      at = end;
      return unit;
    } catch (NumberFormatException e) {
      throw problem("four hexadecimal digits");
    }
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw problem("more text");
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw problem("'" + c + "'");
    }
    at++;
  }

  private SyntaxException problem(String expected) {
    return new SyntaxException("JSON: expected " + expected + " at offset " + at);
  }
}
