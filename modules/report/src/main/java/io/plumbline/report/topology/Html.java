package io.plumbline.report.topology;

/** Text in a page. */
public final class Html {
  private Html() {}

  /** Text that is read as it is, in an element and in an attribute between quotes. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '@') {
                out.append("&#").append(c).append(';');
              } else {
                out.appendCodePoint(Character.isISOControl(c) && c != '\n' ? ' ' : c);
              }
            });
    return out.toString();
  }
}
