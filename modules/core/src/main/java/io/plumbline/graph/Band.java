package io.plumbline.graph;

import java.util.regex.Pattern;

/**
 * The range within which another controller moves a value. Inside is in sync, outside is drift, and
 * no engine resets it.
 *
 * @param owner who moves it: {@code "autoscaler"}
 */
public record Band(long min, long max, String owner) {
  private static final Pattern WORDS = Pattern.compile("-?[0-9]+ to -?[0-9]+, moved by .*");

  public boolean holds(long value) {
    return min <= value && value <= max;
  }

  /** For people, and in reports: {@code "0 to 16, moved by autoscaler"}. */
  public String words() {
    return min + " to " + max + ", moved by " + owner;
  }

  /** Whether {@code text} is what {@link #words} says of some band. */
  public static boolean isWords(String text) {
    return WORDS.matcher(text).matches();
  }
}
