package io.plumbline.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that a misspelt one was meant to be. */
public final class Nearest {
  private Nearest() {}

  /** The most alike of {@code words}; null where none is alike. */
  static @Nullable String to(String word, Collection<String> words) {
    return within(Math.max(1, word.length() / 3), word, words);
  }

  /** The most alike of {@code words}, with {@code most} letters amiss; null where none is. */
  public static @Nullable String within(int most, String word, Collection<String> words) {
    String best = null;
    int least = 1 + most;
    for (String candidate : words) {
      int distance = distance(fold(word), fold(candidate));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Letters to put in, take out or change (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
