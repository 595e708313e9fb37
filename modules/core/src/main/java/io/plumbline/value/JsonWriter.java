package io.plumbline.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes plain data as JSON text, streaming. Core has its own because policy documents are JSON
 * inside attributes, and core stands on the JDK alone. What JSON cannot say (a reference, joined
 * text) a syntax spells as plain data beforehand.
 */
public final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  /** Characters held back: a writer's own cost for a call is more than that of a character. */
  private static final int CHUNK = 8192;

  private final Appendable out;
  private final boolean pretty;
  private final StringBuilder chunk = new StringBuilder(CHUNK + 256);
  private int depth;

  private JsonWriter(Appendable out, boolean pretty) {
    this.out = out;
    this.pretty = pretty;
  }

  /** Without any space. */
  public static String compact(Value value) {
    StringBuilder text = new StringBuilder();
    writeCompact(value, text);
    return text.toString();
  }

  /** Two spaces a level, without a line end after the last line. */
  public static String pretty(Value value) {
    StringBuilder text = new StringBuilder();
    writePretty(value, text);
    return text.toString();
  }

  /** Streams the {@linkplain #compact compact} form. */
  public static void writeCompact(Value value, Appendable out) {
    new JsonWriter(out, false).writeAll(value);
  }

  /** Streams the {@linkplain #pretty pretty} form. */
  public static void writePretty(Value value, Appendable out) {
    new JsonWriter(out, true).writeAll(value);
  }

  private void writeAll(Value value) {
    try {
      write(value);
      out.append(chunk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Value value) throws IOException {
    switch (value) {
      case Value.Null n -> chunk.append("null");
      case Value.Bool bool -> chunk.append(bool.value());
      case Value.Int whole -> chunk.append(whole.value());
      case Value.Decimal decimal -> chunk.append(decimal.value().toPlainString());
      case Value.Text text -> string(text.value());
      case Value.Sequence sequence -> sequence(sequence);
      case Value.Obj object -> object(object);
      case Value.Ref special -> throw notPlain(special);
      case Value.Join special -> throw notPlain(special);
      case Value.Base64 special -> throw notPlain(special);
      case Value.Digest special -> throw notPlain(special);
      case Value.Unknown special -> throw notPlain(special);
    }
    if (chunk.length() >= CHUNK) {
      out.append(chunk);
      chunk.setLength(0);
    }
  }

  private static IllegalArgumentException notPlain(Value value) {
    return new IllegalArgumentException("JSON cannot say " + value);
  }

  private void sequence(Value.Sequence sequence) throws IOException {
    chunk.append('[');
    depth++;
    for (Iterator<Value> items = sequence.items().iterator(); items.hasNext(); ) {
      newLine();
      write(items.next());
      separate(items.hasNext());
    }
    depth--;
    close(']', sequence.items().isEmpty());
  }

  private void object(Value.Obj object) throws IOException {
    chunk.append('{');
    depth++;
    for (var members = object.members().entrySet().iterator(); members.hasNext(); ) {
      Map.Entry<String, Value> member = members.next();
      newLine();
      string(member.getKey());
      chunk.append(pretty ? ": " : ":");
      write(member.getValue());
      separate(members.hasNext());
    }
    depth--;
    close('}', object.members().isEmpty());
  }

  private void separate(boolean more) {
    if (more) {
      chunk.append(',');
    }
  }

  private void close(char bracket, boolean empty) {
    if (!empty) {
      newLine();
    }
    chunk.append(bracket);
  }

  private void newLine() {
    if (pretty) {
      chunk.append('\n').repeat("  ", depth);
    }
  }

  private void string(String text) {
    chunk.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (mustEscape(c)) {
        chunk.append(text, from, i);
        escape(c);
        from = i + 1;
      }
    }
    chunk.append(text, from, text.length()).append('"');
  }

  /**
   * JSON's own; and line separators, which break JavaScript, controls, which vanish on terminals,
   * and surrogates, since half a pair has no UTF-8.
   */
  private static boolean mustEscape(char c) {
    if (c < 0x7f) {
      return c < ' ' || c == '"' || c == '\\';
    }
    return c <= 0x9f || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c);
  }

  private void escape(char c) {
    switch (c) {
      case '"' -> chunk.append("\\\"");
      case '\\' -> chunk.append("\\\\");
      case '\n' -> chunk.append("\\n");
      case '\r' -> chunk.append("\\r");
      case '\t' -> chunk.append("\\t");
      default -> {
        chunk.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          chunk.append(HEX[(c >> shift) & 0xf]);
        }
      }
    }
  }
}
