package io.plumbline.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** Where the command line starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int exit = run(PlumblineCommand.lineFor(arguments), arguments);
    if (!isEnding()) {
      System.exit(exit);
    }
  }

  /**
   * Whether a signal ends this JVM already. What ends it waits for this thread, which would wait in
   * {@link System#exit} for ever.
   */
  private static boolean isEnding() {
    Thread nothing = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(nothing);
      Runtime.getRuntime().removeShutdownHook(nothing);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /**
   * Runs one command inside a program that goes on afterwards.
   *
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(PlumblineCommand.lineFor(arguments).setOut(out).setErr(err), arguments);
  }

  private static int run(CommandLine line, String... arguments) {
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures());
    line.setParameterExceptionHandler(new Misspelt(line.getParameterExceptionHandler()));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            Terminal.OUT.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    try {
      return line.execute(arguments);
    } catch (Error e) {
      return Failures.report(e, line.getErr(), List.of(arguments));
    }
  }
}
