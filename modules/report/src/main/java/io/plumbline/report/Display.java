package io.plumbline.report;

/**
 * Where text is shown.
 *
 * @param width columns; {@link #UNBOUNDED} where nothing is cut short, as in files and pipes
 * @param colour whether colours are understood and wanted
 */
public record Display(int width, boolean colour) {
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  /** A file or a pipe. */
  public static final Display PLAIN = new Display(UNBOUNDED, false);

  String paint(Colour colour, String text) {
    return this.colour ? "\u001b[" + colour.code + "m" + text + "\u001b[0m" : text;
  }

  /** What a colour stands for; nothing is said by colour alone. */
  enum Colour {
    GOOD("32"),
    BAD("31"),
    WARNING("33"),
    ADDED("32"),
    STRONG("1"),
    FAINT("2");

    private final String code;

    Colour(String code) {
      this.code = code;
    }
  }
}
