package io.plumbline.chef;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.Iterator;
import java.util.Map;

/**
 * Values as Ruby writes them. Text stands in single quotes, where Ruby sees nothing but these and
 * backslashes; text with line ends and the like in double quotes, with all escaped that Ruby sees
 * there. Source: Ruby 3.1, Literals, "String Literals".
 */
final class Ruby {
  private Ruby() {}

  static String literal(Value value) {
    StringBuilder out = new StringBuilder();
    write(value, "", out);
    return out.toString();
  }

  private static void write(Value value, String indent, StringBuilder out) {
    switch (value) {
      case Value.Null none -> out.append("nil");
      case Value.Bool flag -> out.append(flag.value());
      case Value.Int number -> out.append(number.value());
      case Value.Decimal number -> out.append(number.value().toPlainString());
      case Value.Text text -> text(text.value(), out);
      case Sequence list -> list(list, indent, out);
      case Obj object -> object(object, indent, out);
      case Value.Ref ref -> throw notPlain(ref);
      case Value.Join join -> throw notPlain(join);
      case Value.Base64 encoded -> throw notPlain(encoded);
      case Value.Digest digest -> throw notPlain(digest);
      case Value.Unknown unknown -> throw notPlain(unknown);
    }
  }

  private static IllegalArgumentException notPlain(Value value) {
    return new IllegalArgumentException("a rule keeps this from machines: " + value);
  }

  private static void list(Sequence list, String indent, StringBuilder out) {
    if (list.items().isEmpty()) {
      out.append("[]");
      return;
    }
    out.append("[\n");
    for (Value each : list.items()) {
      out.append(indent).append("  ");
      write(each, indent + "  ", out);
      out.append(",\n");
    }
    out.append(indent).append(']');
  }

  private static void object(Obj object, String indent, StringBuilder out) {
    if (object.members().isEmpty()) {
      out.append("{}");
      return;
    }
    out.append("{\n");
    Iterator<Map.Entry<String, Value>> members = object.members().entrySet().iterator();
    while (members.hasNext()) {
      Map.Entry<String, Value> each = members.next();
      out.append(indent).append("  ");
      text(each.getKey(), out);
      out.append(" => ");
      write(each.getValue(), indent + "  ", out);
      out.append(",\n");
    }
    out.append(indent).append('}');
  }

  private static void text(String text, StringBuilder out) {
    if (text.codePoints().noneMatch(Ruby::isUnseen)) {
      out.append('\'').append(text.replace("\\", "\\\\").replace("'", "\\'")).append('\'');
      return;
    }
    out.append('"');
    text.codePoints()
        .forEach(
            c -> {
              if (isUnseen(c)) {
                out.append(String.format("\\u{%x}", c));
              } else {
                if (c == '"' || c == '#' || c == '\\') {
                  out.append('\\');
                }
                out.appendCodePoint(c);
              }
            });
    out.append('"');
  }

  /** What an editor may change, or nobody sees. */
  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED;
  }
}
