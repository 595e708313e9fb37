package io.plumbline.cli;

import picocli.CommandLine;

/** Where the command line starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command; the exit code is the result. */
  static int run(String... arguments) {
    CommandLine line = new CommandLine(new PlumblineCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            Terminal.OUT.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    return line.execute(arguments);
  }
}
