package io.plumbline.live.onprem;

/** Why something was not heard: a word for it, a colon, and what is known. */
final class UnheardException extends Exception {
  private static final long serialVersionUID = 1;

  UnheardException(String why) {
    super(why);
  }

  /** The word and the rest. */
  String why() {
    return String.valueOf(getMessage());
  }
}
