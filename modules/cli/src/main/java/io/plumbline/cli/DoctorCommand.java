package io.plumbline.cli;

import io.plumbline.cli.Doctor.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks for what Plumbline needs. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = {
      "Says which tools, credentials and endpoints are there, and what to do about those that are"
          + " not.",
      "Exit code 1 if something is missing that the environment needs."
    })
final class DoctorCommand implements Callable<Integer> {
  @Mixin private Scope scope;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = new Doctor(Session.open(scope)).examine();
    int width = findings.stream().mapToInt(finding -> finding.what().length()).max().orElse(0);
    for (Finding finding : findings) {
      out.print(mark(finding) + " " + finding.what());
      out.println(" ".repeat(width - finding.what().length()) + "  " + finding.found());
      if (!finding.there()) {
        out.println("    needed for " + finding.purpose());
        out.println("    " + finding.remedy());
      }
    }
    out.flush();
    return findings.stream().anyMatch(finding -> !finding.there() && finding.needed()) ? 1 : 0;
  }

  private static String mark(Finding finding) {
    String word = finding.there() ? "ok      " : finding.needed() ? "missing " : "absent  ";
    if (!Terminal.OUT.colour()) {
      return word;
    }
    String colour = finding.there() ? "32" : finding.needed() ? "31" : "33";
    return "\u001b[" + colour + "m" + word + "\u001b[0m";
  }
}
