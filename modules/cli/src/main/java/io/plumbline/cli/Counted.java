package io.plumbline.cli;

/** Says how many there are of something. */
final class Counted {
  private Counted() {}

  /** {@code "1 stack"}, {@code "2 stacks"}. */
  static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
