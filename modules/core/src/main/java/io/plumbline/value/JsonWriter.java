package io.plumbline.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes plain data as JSON text, streaming. Core has its own because policy documents are JSON inside attributes, and core
 * stands on the JDK alone. What JSON cannot say (a reference, joined text) a syntax spells as plain data beforehand.
 */
public final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final Appendable out;
  private final String indent;

  private JsonWriter(Appendable out, String indent) {
    this.out = out;
    this.indent = indent;
  }

  public static String compact(Value value) {
    StringBuilder text = new StringBuilder();
    new JsonWriter(text, "").write(value);
    return text.toString();
  }

  /** Two spaces a level, without a line end after the last line. */
  public static String pretty(Value value) {
    StringBuilder text = new StringBuilder();
    writePretty(value, text);
    return text.toString();
  }

  /** Streams the {@linkplain #pretty pretty} form. */
  public static void writePretty(Value value, Appendable out) {
    new JsonWriter(out, "  ").write(value);
  }

  private void write(Value value) {
    try {
      write(value, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Value value, int depth) throws IOException {
    switch (value) {
      case Value.Null n -> out.append("null");
      case Value.Bool bool -> out.append(bool.value() ? "true" : "false");
      case Value.Int whole -> out.append(Long.toString(whole.value()));
      case Value.Decimal decimal -> out.append(decimal.value().toPlainString());
      case Value.Text text -> string(text.value());
      case Value.Sequence sequence -> sequence(sequence, depth);
      case Value.Obj object -> object(object, depth);
      case Value.Ref special -> throw notPlain(special);
      case Value.Join special -> throw notPlain(special);
      case Value.Base64 special -> throw notPlain(special);
      case Value.Unknown special -> throw notPlain(special);
    }
  }

  private static IllegalArgumentException notPlain(Value value) {
    return new IllegalArgumentException("JSON cannot say " + value);
  }

  private void sequence(Value.Sequence sequence, int depth) throws IOException {
    out.append('[');
    for (Iterator<Value> items = sequence.items().iterator(); items.hasNext(); ) {
      newLine(depth + 1);
      write(items.next(), depth + 1);
      out.append(items.hasNext() ? "," : "");
    }
    close(']', sequence.items().isEmpty(), depth);
  }

  private void object(Value.Obj object, int depth) throws IOException {
    out.append('{');
    for (var members = object.members().entrySet().iterator(); members.hasNext(); ) {
      Map.Entry<String, Value> member = members.next();
      newLine(depth + 1);
      string(member.getKey());
      out.append(indent.isEmpty() ? ":" : ": ");
      write(member.getValue(), depth + 1);
      out.append(members.hasNext() ? "," : "");
    }
    close('}', object.members().isEmpty(), depth);
  }

  private void close(char bracket, boolean empty, int depth) throws IOException {
    if (!empty) {
      newLine(depth);
    }
    out.append(bracket);
  }

  private void newLine(int depth) throws IOException {
    if (!indent.isEmpty()) {
      out.append('\n');
      for (int i = 0; i < depth; i++) {
        out.append(indent);
      }
    }
  }

  private void string(String text) throws IOException {
    out.append('"');
    escape(text, out);
    out.append('"');
  }

  private static void escape(String text, Appendable out) throws IOException {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !unprintable(c)) {
        continue;
      }
      out.append(text, from, i);
      escape(c, out);
      from = i + 1;
    }
    out.append(text, from, text.length());
  }

  /** Line separators break JavaScript; controls vanish on terminals; half a surrogate pair has no UTF-8. */
  private static boolean unprintable(char c) {
    return c == 0x2028 || c == 0x2029 || (c >= 0x7f && c <= 0x9f) || Character.isSurrogate(c);
  }

  private static void escape(char c, Appendable out) throws IOException {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX[(c >> shift) & 0xf]);
        }
      }
    }
  }
}
