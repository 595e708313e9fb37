package io.plumbline.terraform;

import io.plumbline.value.Marks;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Terraform's template language: text in which <code>${…}</code> stands for a value. Literal <code>
 * ${</code> and <code>%{</code> have their mark doubled. A dollar sign right before a reference
 * would double the reference's, so it stands in a template of its own: <code>
 * ${"$"}${aws_vpc.main.id}</code>.
 */
final class Template {
  private final TerraformNames names;
  private final boolean quoted;
  private final String text;
  private int at;

  private Template(TerraformNames names, boolean quoted, String text) {
    this.names = names;
    this.quoted = quoted;
    this.text = text;
  }

  /** Text without references, as a template that says just that. */
  static String literal(String text) {
    return text.indexOf('{') < 0 ? text : text.replace("${", "$${").replace("%{", "%%{");
  }

  /** Text and references, as a template. */
  static String write(Value value, TerraformNames names) {
    return write(value, names, false);
  }

  /** The same inside a string of an expression, where quotes and line ends need escapes. */
  static String writeQuoted(Value value, TerraformNames names) {
    return write(value, names, true);
  }

  private static String write(Value value, TerraformNames names, boolean quoted) {
    StringBuilder out = new StringBuilder();
    for (Value part : Marks.parts(value)) {
      switch (part) {
        case Value.Text text when quoted -> out.append(escaped(text.value()));
        case Value.Text text -> appendBesideReferences(text.value(), out);
        case Value.Ref ref -> {
          setDollarsApart(out);
          out.append("${").append(names.spell(ref)).append('}');
        }
        default -> throw new IllegalArgumentException("not part of a text: " + part);
      }
    }
    return out.toString();
  }

  /**
   * After a carriage return Terraform overlooks references, so that one stands in a template of its
   * own as well.
   */
  private static void appendBesideReferences(String text, StringBuilder out) {
    int from = 0;
    for (int at; (at = text.indexOf('\r', from)) >= 0; from = at + 1) {
      out.append(literal(text.substring(from, at)));
      setDollarsApart(out);
      out.append("${\"\\r\"}");
    }
    out.append(literal(text.substring(from)));
  }

  private static void setDollarsApart(StringBuilder out) {
    int from = out.length();
    while (from > 0 && out.charAt(from - 1) == '$') {
      from--;
    }
    if (from < out.length()) {
      out.insert(from, "${\"").append("\"}");
    }
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    String template = literal(text);
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(isControl(c) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
      }
    }
    return out.toString();
  }

  private static boolean isControl(char c) {
    return c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
  }

  /** What a template says. The counterpart of {@link #write}. */
  static Value read(String template, TerraformNames names) {
    return template.indexOf('{') < 0
        ? Value.text(template)
        : new Template(names, false, template).read();
  }

  /** The counterpart of {@link #writeQuoted}. */
  static Value readQuoted(String template, TerraformNames names) {
    return new Template(names, true, template).read();
  }

  private Value read() {
    List<Value> parts = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    while (at < text.length()) {
      if (text.startsWith("$${", at) || text.startsWith("%%{", at)) {
        run.append(text, at + 1, at + 3);
        at += 3;
      } else if (text.startsWith("${\"", at)) {
        int end = text.indexOf("\"}", at);
        run.append(text.substring(at + 3, end).replace("\\r", "\r"));
        at = end + 2;
      } else if (text.startsWith("${", at)) {
        int end = text.indexOf('}', at);
        parts.add(Value.text(run.toString()));
        parts.add(names.parse(text.substring(at + 2, end)));
        run.setLength(0);
        at = end + 1;
      } else {
        run.append(character());
      }
    }
    parts.add(Value.text(run.toString()));
    return Value.join(parts);
  }

  private char character() {
    char c = text.charAt(at++);
    if (!quoted || c != '\\') {
      return c;
    }
    char escape = text.charAt(at++);
    return switch (escape) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text, at - 4, at, 16);
      }
      default -> escape;
    };
  }
}
