package io.plumbline.files;

import java.util.ArrayList;
import java.util.List;

/** What changes in a file, as a unified diff with one hunk: what {@code patch} and git read. */
public final class TextDiff {
  private static final int CONTEXT = 3;

  private TextDiff() {}

  /** Empty where nothing differs but line ends. */
  public static String of(String file, String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int least = Math.min(old.size(), now.size());
    int head = 0;
    while (head < least && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    int from = Math.max(0, head - CONTEXT);
    int rest = Math.min(tail, CONTEXT);
    List<String> lines = new ArrayList<>();
    lines.add("--- a/" + file);
    lines.add("+++ b/" + file);
    lines.add(
        "@@ -"
            + range(from, old.size() - tail + rest)
            + " +"
            + range(from, now.size() - tail + rest)
            + " @@");
    old.subList(from, head).forEach(line -> lines.add(" " + line));
    old.subList(head, old.size() - tail).forEach(line -> lines.add("-" + line));
    now.subList(head, now.size() - tail).forEach(line -> lines.add("+" + line));
    old.subList(old.size() - tail, old.size() - tail + rest).forEach(line -> lines.add(" " + line));
    return String.join("\n", lines) + "\n";
  }

  private static String range(int from, int end) {
    int count = end - from;
    return (count == 0 ? from : from + 1) + "," + count;
  }
}
