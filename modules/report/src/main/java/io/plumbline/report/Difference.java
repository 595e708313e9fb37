package io.plumbline.report;

import io.plumbline.report.Display.Colour;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows how two values differ: long ones around the place where they part, texts of many lines by
 * the lines that differ.
 */
final class Difference {
  private static final String DESIRED = "desired   ";
  private static final String OBSERVED = "observed  ";
  private static final int INDENT = 6;
  private static final int LINES_SHOWN = 6;
  private static final int NARROWEST = 20;

  private final Display display;

  Difference(Display display) {
    this.display = display;
  }

  List<String> lines(@Nullable Value desired, @Nullable Value observed) {
    String before = PlainValue.block(desired);
    String after = PlainValue.block(observed);
    return before != null && after != null
        ? blocks(before, after)
        : List.of(
            display.paint(Colour.ADDED, DESIRED) + cut(desired, observed),
            display.paint(Colour.BAD, OBSERVED) + cut(observed, desired));
  }

  private String cut(@Nullable Value shown, @Nullable Value other) {
    String text = PlainValue.line(shown);
    long room = Math.max(NARROWEST, (long) display.width() - INDENT - DESIRED.length());
    if (text.length() <= room) {
      return text;
    }
    int parting = common(text, PlainValue.line(other));
    int space = (int) room - 2;
    int from = Math.max(0, Math.min(parting - space / 3, text.length() - space));
    int to = Math.min(text.length(), from + space);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }

  private static int common(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  /** The lines between what both texts begin and end with. */
  private List<String> blocks(String desired, String observed) {
    List<String> wanted = desired.lines().toList();
    List<String> seen = observed.lines().toList();
    int start = 0;
    int shorter = Math.min(wanted.size(), seen.size());
    while (start < shorter && wanted.get(start).equals(seen.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && wanted.get(wanted.size() - 1 - end).equals(seen.get(seen.size() - 1 - end))) {
      end++;
    }
    List<String> out = new ArrayList<>();
    out.add("from line " + (start + 1) + ":");
    side(DESIRED, Colour.ADDED, wanted.subList(start, wanted.size() - end), out);
    side(OBSERVED, Colour.BAD, seen.subList(start, seen.size() - end), out);
    return out;
  }

  private void side(String name, Colour colour, List<String> lines, List<String> out) {
    String label = display.paint(colour, name);
    if (lines.isEmpty()) {
      out.add(label + "(no such lines)");
    }
    for (String line : lines.subList(0, Math.min(LINES_SHOWN, lines.size()))) {
      out.add(label + cut(Value.text(line), Value.NULL));
    }
    if (lines.size() > LINES_SHOWN) {
      out.add(label + "(" + (lines.size() - LINES_SHOWN) + " more lines)");
    }
  }
}
