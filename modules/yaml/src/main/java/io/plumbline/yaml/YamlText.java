package io.plumbline.yaml;

import java.util.Locale;
import java.util.Set;

/**
 * Decides how text is written: plainly, in quotes, or as a block of lines. When in doubt, in
 * quotes.
 */
final class YamlText {
  /** A longer name needs {@code ?} before it. YAML allows 1024. */
  static final int LONGEST_KEY = 1000;

  /** Words that YAML 1.1 or 1.2 take for something else than text. */
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private YamlText() {}

  /** {@code text} in one line: plain where no reader can mistake it. */
  static String onOneLine(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /** Begins with a letter, hence is no number, date or mark; holds nothing that means something. */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean last = i == text.length() - 1;
      if (!isLetter(c) && !isDigit(c) && "_./-+@=,;()$*".indexOf(c) < 0) {
        boolean between = (c == ' ' || c == ':') && !last && text.charAt(i + 1) != ' ';
        if (!between) {
          return false;
        }
      }
    }
    return !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      escape(c, out);
    }
    return out.append('"').toString();
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format(Locale.ROOT, "\\u%04x", c));
        }
      }
    }
  }

  /**
   * Whether {@code text} reads better as a block, and is exactly the same there. Blocks know no
   * escapes, and take the indentation from their first line.
   */
  static boolean isBlock(String text) {
    int first = text.indexOf('\n');
    if (first <= 0 || " \t".indexOf(text.charAt(0)) >= 0) {
      return false;
    }
    boolean blank = false; // only spaces since the line began
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean lineEnd = c == '\n';
      if (!lineEnd && c != '\t' && !isPrintable(c)) {
        return false;
      }
      boolean wasBlank = blank;
      blank = lineEnd || (blank && (c == ' ' || c == '\t'));
      if (lineEnd && wasBlank && text.charAt(i - 1) != '\n') {
        return false; // a line of nothing but spaces: readers differ on how many are left
      }
      i += Character.charCount(c);
    }
    return !blank || text.endsWith("\n");
  }

  /** Says what becomes of the line ends after the last line. */
  static String blockHeader(String text) {
    if (!text.endsWith("\n")) {
      return "|-";
    }
    return text.endsWith("\n\n") ? "|+" : "|";
  }

  /**
   * What YAML lets stand as it is; line separators, byte order marks and half surrogates do not.
   */
  private static boolean isPrintable(int c) {
    return (c >= ' ' && c <= '~')
        || (c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029)
        || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff)
        || c >= 0x10000;
  }
}
