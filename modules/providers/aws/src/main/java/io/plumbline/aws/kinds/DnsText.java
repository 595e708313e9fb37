package io.plumbline.aws.kinds;

import io.plumbline.kind.Codec;
import io.plumbline.value.Marks;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in a record of type TXT, as it is ↔ as Route 53 writes it: strings of at most 255 bytes in
 * quotes, all but printable ASCII by its octal number. Source: Amazon Route 53 Developer Guide, TXT
 * record type.
 */
final class DnsText {
  private static final char QUOTE = '"';
  private static final char ESCAPE = '\\';
  private static final int LONGEST = 255;
  private static final String NEXT = "\" \"";

  /** With its quotes, as CloudFormation and the API have it. */
  static final Codec QUOTED =
      new Codec(
          v -> isText(v) ? Value.join(List.of(quote(), inner(v), quote())) : v,
          v -> isText(v) ? new DnsText(false).read(v) : v);

  /** Without the outermost quotes: Terraform's provider sets them itself. */
  static final Codec WITHIN_QUOTES =
      new Codec(v -> isText(v) ? inner(v) : v, v -> isText(v) ? new DnsText(true).read(v) : v);

  private final List<Value> parts = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean inQuotes;

  private DnsText(boolean inQuotes) {
    this.inQuotes = inQuotes;
  }

  private static boolean isText(Value value) {
    return value instanceof Text || value instanceof Value.Join || value instanceof Value.Ref;
  }

  private static Value quote() {
    return Value.text(String.valueOf(QUOTE));
  }

  private static Value inner(Value value) {
    return Value.join(
        Marks.parts(value).stream()
            .map(part -> part instanceof Text text ? Value.text(escaped(text.value())) : part)
            .toList());
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    int length = 0;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (length++ == LONGEST) {
        out.append(NEXT);
        length = 1;
      }
      int c = each & 0xff;
      if (c == QUOTE || c == ESCAPE) {
        out.append(ESCAPE).append((char) c);
      } else if (c < ' ' || c > '~') {
        out.append(ESCAPE).append(octal(c));
      } else {
        out.append((char) c);
      }
    }
    return out.toString();
  }

  private static String octal(int number) {
    return ""
        + (char) ('0' + (number >> 6))
        + (char) ('0' + (number >> 3 & 7))
        + (char) ('0' + (number & 7));
  }

  private Value read(Value value) {
    for (Value part : Marks.parts(value)) {
      if (part instanceof Text text) {
        read(text.value());
      } else {
        flush();
        parts.add(part);
      }
    }
    flush();
    return Value.join(parts);
  }

  private void read(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == QUOTE) {
        inQuotes = !inQuotes;
      } else if (c == ESCAPE && isOctal(text, i + 1)) {
        bytes.write(Integer.parseInt(text.substring(i + 1, i + 4), 8));
        i += 3;
      } else if (c == ESCAPE && i + 1 < text.length()) {
        write(text.charAt(++i));
      } else if (inQuotes || c != ' ') {
        write(c);
      }
    }
  }

  private static boolean isOctal(String text, int at) {
    return at + 3 <= text.length() && text.substring(at, at + 3).matches("[0-3][0-7]{2}");
  }

  private void write(char c) {
    bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
  }

  private void flush() {
    parts.add(Value.text(bytes.toString(StandardCharsets.UTF_8)));
    bytes.reset();
  }
}
