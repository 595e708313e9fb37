package io.plumbline.testkit.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page that is generated from the code of one module, between two marks. Each module
 * answers for its own part, and none for the others'.
 */
public final class PageSection {
  private PageSection() {}

  /** The part of this name must be this text; with -Dgolden.update it becomes that. */
  public static void check(Path page, String name, String text) {
    String begin = "<!-- begin " + name + " -->\n";
    String end = "<!-- end " + name + " -->\n";
    String whole = read(page);
    int from = whole.indexOf(begin);
    int to = whole.indexOf(end);
    if (from < 0 || to < from) {
      throw new AssertionError(page + " has no part between " + begin + "and " + end);
    }
    Golden.check(page, whole.substring(0, from + begin.length()) + text + whole.substring(to));
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
