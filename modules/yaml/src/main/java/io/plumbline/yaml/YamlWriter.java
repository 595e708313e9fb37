package io.plumbline.yaml;

import io.plumbline.value.Value;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes plain data as YAML, streaming, in block style. Whatever any reader could take for
 * something else (YAML 1.1 reads {@code yes} as true and {@code 012} as ten) stands in quotes. Same
 * input, same bytes.
 */
public final class YamlWriter {
  private final Appendable out;
  private final UnaryOperator<String> tags;

  private YamlWriter(Appendable out, UnaryOperator<String> tags) {
    this.out = out;
    this.tags = tags;
  }

  /** Streams {@code value} as one document, with a line end after the last line. */
  public static void write(Value value, Appendable out) throws IOException {
    write(value, out, text -> "");
  }

  /**
   * The same, with tags before some texts that are values.
   *
   * @param tags the tag of a text; empty for none
   */
  public static void write(Value value, Appendable out, UnaryOperator<String> tags)
      throws IOException {
    new YamlWriter(out, tags).node(value, 0, 0, false);
  }

  /** The same as text. */
  public static String write(Value value) {
    StringBuilder text = new StringBuilder();
    try {
      write(value, text);
    } catch (IOException e) {
      throw new AssertionError("a StringBuilder does not fail", e);
    }
    return text.toString();
  }

  /**
   * Writes a value up to the end of its last line.
   *
   * @param indent spaces before the lines of a sequence or mapping
   * @param block spaces by which the lines of a block of text go at least deeper than its parent's
   * @param compact the first line goes on where the caller stopped, after {@code "- "}
   */
  private void node(Value value, int indent, int block, boolean compact) throws IOException {
    switch (value) {
      case Value.Obj object when !object.members().isEmpty() -> mapping(object, indent, compact);
      case Value.Sequence list when !list.items().isEmpty() -> sequence(list, indent, compact);
      case Value.Obj object -> line("{}");
      case Value.Sequence list -> line("[]");
      case Value.Null n -> line("null");
      case Value.Bool flag -> line(flag.value() ? "true" : "false");
      case Value.Int whole -> line(Long.toString(whole.value()));
      case Value.Decimal decimal -> line(decimal.value().toPlainString());
      case Value.Text text -> text(text.value(), Math.max(block, 2));
      case Value.Ref special -> throw notPlain(special);
      case Value.Join special -> throw notPlain(special);
      case Value.Base64 special -> throw notPlain(special);
      case Value.Digest special -> throw notPlain(special);
      case Value.Unknown special -> throw notPlain(special);
    }
  }

  private static IllegalArgumentException notPlain(Value value) {
    return new IllegalArgumentException("YAML cannot say " + value);
  }

  private void mapping(Value.Obj object, int indent, boolean compact) throws IOException {
    boolean goesOn = compact;
    for (Map.Entry<String, Value> member : object.members().entrySet()) {
      if (!goesOn) {
        spaces(indent);
      }
      goesOn = false;
      key(member.getKey(), indent);
      child(member.getValue(), indent + 2);
    }
  }

  private void key(String name, int indent) throws IOException {
    String written = YamlText.onOneLine(name);
    if (written.length() <= YamlText.LONGEST_KEY) {
      out.append(written).append(':');
    } else {
      out.append("? ").append(written).append('\n');
      spaces(indent);
      out.append(':');
    }
  }

  private void sequence(Value.Sequence list, int indent, boolean compact) throws IOException {
    boolean goesOn = compact;
    for (Value item : list.items()) {
      if (!goesOn) {
        spaces(indent);
      }
      goesOn = false;
      out.append("- ");
      node(item, indent + 2, indent + 2, true);
    }
  }

  /** A member's value: on the same line where it is one, on the lines below where it is many. */
  private void child(Value value, int indent) throws IOException {
    boolean many =
        (value instanceof Value.Obj object && !object.members().isEmpty())
            || (value instanceof Value.Sequence list && !list.items().isEmpty());
    out.append(many ? '\n' : ' ');
    node(value, indent, indent, false);
  }

  private void text(String text, int indent) throws IOException {
    String tag = tags.apply(text);
    if (!tag.isEmpty()) {
      out.append(tag).append(' ');
    }
    if (!YamlText.isBlock(text)) {
      line(YamlText.onOneLine(text));
      return;
    }
    line(YamlText.blockHeader(text));
    List<String> lines = text.lines().toList();
    for (Iterator<String> rest = lines.iterator(); rest.hasNext(); ) {
      String line = rest.next();
      if (!line.isEmpty()) {
        spaces(indent);
      }
      line(line);
    }
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }

  private void spaces(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      out.append(' ');
    }
  }
}
