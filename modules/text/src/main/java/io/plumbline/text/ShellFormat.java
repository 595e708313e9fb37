package io.plumbline.text;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * POSIX shell text. A value becomes one word whatever it holds, so that none can end a command or
 * start another. That holds where values stand outside of quotes, which {@link ShellQuotes} sees
 * to.
 */
final class ShellFormat extends CommonMarkupOutputFormat<ShellFormat.Script> {
  static final ShellFormat INSTANCE = new ShellFormat();

  private ShellFormat() {}

  /** Text that is shell already. */
  static final class Script extends CommonTemplateMarkupOutputModel<Script> {
    private Script(@Nullable String plain, @Nullable String markup) {
      super(plain, markup);
    }

    @Override
    public ShellFormat getOutputFormat() {
      return INSTANCE;
    }
  }

  static String quote(String word) {
    if (word.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("no shell word can hold the character NUL");
    }
    boolean plain = !word.isEmpty() && word.chars().allMatch(ShellFormat::isPlain);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_@%+:,./-".indexOf(c) >= 0;
  }

  @Override
  public String getName() {
    return "shell";
  }

  @Override
  public String getMimeType() {
    return "application/x-sh";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(quote(text));
  }

  @Override
  public String escapePlainText(String text) {
    return quote(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Script newTemplateMarkupOutputModel(@Nullable String plain, @Nullable String markup) {
    return new Script(plain, markup);
  }
}
