package io.plumbline.cli;

import io.plumbline.sandbox.Sandbox;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What sandboxes run on: a local AWS endpoint, what stands in for Azure, and machines. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = "The local AWS endpoint of sandboxes, and what stands beside it.",
    synopsisSubcommandLabel = "start|stop|status")
final class SandboxCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(names = "--verbose", description = "show where in Plumbline an error comes from")
  boolean verbose;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say start, stop or status");
  }

  @Command(
      mixinStandardHelpOptions = true,
      exitCodeOnInvalidInput = 1,
      description = "Starts it, unless it runs, and prints its URL.")
  int start() {
    try (ProgressLines progress = new ProgressLines("sandbox", spec.commandLine().getErr())) {
      say(Session.sandbox(Session.findProject()).start(progress::say));
    }
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      exitCodeOnInvalidInput = 1,
      description = "Ends it, and removes what engines remember of it.")
  int stop() {
    boolean ran = Session.sandbox(Session.findProject()).stop();
    spec.commandLine().getErr().println(ran ? "sandbox stopped" : "the sandbox did not run");
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      exitCodeOnInvalidInput = 1,
      description = "Says whether it runs, and where. Exit code 1 if it does not.")
  int status() {
    Sandbox.Status status = Session.sandbox(Session.findProject()).status();
    if (!status.running()) {
      say("not running; it would be at " + status.url());
      return 1;
    }
    say("running at " + status.url() + (status.pid() == null ? "" : ", process " + status.pid()));
    return 0;
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
