package io.plumbline.azure.standin;

import java.util.Locale;

/** What paths of requests say, in whatever case. */
final class Paths {
  private Paths() {}

  /** Where {@code part} stands last; -1 where it does not. */
  static int indexOf(String path, String part) {
    return path.toLowerCase(Locale.ROOT).lastIndexOf(part.toLowerCase(Locale.ROOT));
  }

  static boolean has(String path, String part) {
    return indexOf(path, part) >= 0;
  }

  static Refusal notAllowed(Request request) {
    return new Refusal(
        405, "MethodNotAllowed", request.method() + " is not known at " + request.path());
  }
}
