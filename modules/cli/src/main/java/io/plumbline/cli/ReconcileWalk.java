package io.plumbline.cli;

import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.report.FindingText;
import java.io.PrintWriter;

/** Asks a person about each finding. What goes wrong with one is said, and asked again. */
final class ReconcileWalk {
  private static final String QUESTION = "[r]evert, [a]dopt, [i]gnore, [s]kip or [q]uit?";

  private final DriftReport report;
  private final Reconciliation work;
  private final PrintWriter err;

  ReconcileWalk(DriftReport report, Reconciliation work, PrintWriter err) {
    this.report = report;
    this.work = work;
    this.err = err;
  }

  void walk() {
    for (Finding finding : report.findings()) {
      err.println();
      FindingText.about(finding, Terminal.ERR.display()).forEach(err::println);
      err.println("mend: " + report.mending(finding).text());
      while (true) {
        String answer = Question.line(err, QUESTION);
        if (answer == null || answer.equals("q")) {
          return;
        }
        if (isDone(answer, finding)) {
          break;
        }
      }
    }
  }

  private boolean isDone(String answer, Finding finding) {
    try {
      switch (answer) {
        case "r" -> work.revert(finding);
        case "a" -> work.adopt(finding);
        case "i" -> ignore(finding);
        case "s" -> {}
        default -> {
          return false;
        }
      }
      return true;
    } catch (InvalidInputException e) {
      e.diagnostics().forEach(each -> Failures.print(each, err));
      return false;
    }
  }

  private void ignore(Finding finding) {
    String until = Question.line(err, "until which day (2027-01-31)?");
    String reason = Question.line(err, "why?");
    work.ignore(finding, ReconcileCommand.lastDay(until, reason), String.valueOf(reason));
  }
}
