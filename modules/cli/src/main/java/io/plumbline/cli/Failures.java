package io.plumbline.cli;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.sandbox.SandboxException;
import io.plumbline.spi.EngineException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.ServiceConfigurationError;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong, in words for the user; where in Plumbline only when asked. Exit code 1. */
final class Failures implements IExecutionExceptionHandler {
  private static final int FAILED = 1;
  private static final String VERBOSE = "--verbose";

  @Override
  public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    switch (thrown) {
      case InvalidInputException e -> print(e, err);
      case EngineException e -> err.println("error: " + e.getMessage());
      case SandboxException e -> err.println("error: " + e.getMessage());
      case UncheckedIOException e -> err.println("error: " + e.getMessage() + because(e));
      default -> {
        err.println("error: this should not have happened: " + thrown);
        err.println("  fix: run it again with --verbose, and report what it shows");
      }
    }
    if (parsed.expandedArgs().contains(VERBOSE)) {
      thrown.printStackTrace(err);
    }
    err.flush();
    return FAILED;
  }

  /**
   * Says what is amiss with this installation rather than with what was asked for: a class that
   * does not load, or memory that does not suffice.
   */
  static int report(Error thrown, PrintWriter err, List<String> arguments) {
    if (thrown instanceof ServiceConfigurationError e) {
      print(doesNotLoad(e), err);
    } else {
      err.println("error: " + thrown);
    }
    if (arguments.contains(VERBOSE)) {
      thrown.printStackTrace(err);
    }
    err.flush();
    return FAILED;
  }

  /** Its message begins with the service, and names the entry. */
  private static Diagnostic doesNotLoad(ServiceConfigurationError e) {
    String message = String.valueOf(e.getMessage());
    String service = message.contains(":") ? message.substring(0, message.indexOf(':')) : "SERVICE";
    return new Diagnostic(
        "PLB-RUN-037",
        Diagnostic.Severity.ERROR,
        "entry of META-INF/services does not load",
        message + (e.getCause() == null ? "" : ": " + e.getCause()),
        null,
        "correct its line in META-INF/services/" + service + ", or the class that it names");
  }

  private static void print(InvalidInputException e, PrintWriter err) {
    e.diagnostics().forEach(each -> print(each, err));
    long errors = e.diagnostics().stream().filter(Diagnostic::isError).count();
    if (errors > 1) {
      err.println(errors + " errors");
    }
  }

  static void print(Diagnostic diagnostic, PrintWriter err) {
    String text = diagnostic.toString();
    if (Terminal.ERR.colour()) {
      String colour = diagnostic.isError() ? "\u001b[31m" : "\u001b[33m";
      int end = text.indexOf('\n');
      text = colour + text.substring(0, end) + "\u001b[0m" + text.substring(end);
    }
    err.println(text);
  }

  private static String because(UncheckedIOException e) {
    return e.getCause() == null || e.getCause().toString().equals(e.getMessage())
        ? ""
        : ": " + e.getCause();
  }
}
