package io.plumbline.cli;

import io.plumbline.config.Nearest;
import java.io.PrintWriter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what a word was meant to be that is no command or option, where it is nearly one. What looks
 * like any word at all is no help, and dangerous where it is {@code destroy}.
 */
final class Misspelt implements IParameterExceptionHandler {
  private static final int LETTERS_AMISS = 2;

  private final IParameterExceptionHandler others;

  /** Leaves to {@code others} what is wrong otherwise. */
  Misspelt(IParameterExceptionHandler others) {
    this.others = others;
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] arguments) throws Exception {
    if (!(thrown instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return others.handleParseException(thrown, arguments);
    }
    CommandLine line = thrown.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(line.getColorScheme().errorText(thrown.getMessage()));
    String meant = meant(unmatched.getUnmatched().get(0), line);
    if (meant == null) {
      line.usage(err, line.getColorScheme());
    } else {
      err.println("Did you mean: " + meant + "?");
    }
    err.flush();
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static @Nullable String meant(String word, CommandLine line) {
    Collection<String> words =
        word.startsWith("-")
            ? line.getCommandSpec().optionsMap().keySet()
            : line.getSubcommands().keySet();
    int letters = word.replace("-", "").length();
    return Nearest.within(Math.min(LETTERS_AMISS, letters / 2), word, words);
  }
}
