package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.Rules;
import io.plumbline.drift.Subject;
import io.plumbline.report.ReportFormat;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings what is described and what is live together again, finding by finding. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = {
      "Walks what `drift` finds: the engine reverts it, the environment file adopts it, or it is"
          + " ignored for a while. Asks on a terminal; elsewhere the options say what to do.",
      "Exit code 0: nothing is left; 2, 3: something is, as of `drift`; 1: error."
    })
final class ReconcileCommand implements Callable<Integer> {
  private static final String NAMED = "ADDRESS[:ATTRIBUTE]";

  @Mixin private Scope scope;
  @Mixin private LocalStateOption local;
  @Spec private CommandSpec spec;

  @Option(
      names = "--revert",
      paramLabel = NAMED,
      description = "put it back by a deploy of its stack; may be repeated")
  private List<String> reverted = new ArrayList<>();

  @Option(
      names = "--adopt",
      paramLabel = NAMED,
      description = "change the parameter that it comes from to what is live; may be repeated")
  private List<String> adopted = new ArrayList<>();

  @Option(
      names = "--ignore",
      paramLabel = NAMED,
      description = "leave it alone, with --until and --reason; may be repeated")
  private List<String> ignored = new ArrayList<>();

  @Option(names = "--until", paramLabel = "DATE", description = "the last day to ignore it")
  private @Nullable String until;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why it may be so")
  private @Nullable String reason;

  @Option(names = "--yes", description = "let the deploy that reverts not ask")
  private boolean yes;

  @Override
  public Integer call() {
    Session session = Session.open(scope);
    session.refuseWithoutSandbox();
    PrintWriter err = spec.commandLine().getErr();
    Environment environment = session.environmentWithoutStacks();
    Rules rules = Session.rules(environment);
    try (ProgressLines progress = new ProgressLines("reconcile", err)) {
      Run run = new Run(session, environment, progress, true);
      DriftReport report = new ReleaseCheck(session, run, err).report(environment, rules, false);
      progress.finish();
      Reconciliation work =
          new Reconciliation(session, new Adoption(session, run, rules), spec.commandLine());
      if (!reverted.isEmpty() || !adopted.isEmpty() || !ignored.isEmpty()) {
        carryOut(report, work);
      } else if (report.findings().isEmpty() || !Terminal.IN.isTerminal()) {
        return show(report);
      } else {
        new ReconcileWalk(report, work, err).walk();
      }
      return work.finish(report, yes, local.allowed);
    }
  }

  /** On no terminal nobody is asked: what there is, and how to say what to do. */
  private int show(DriftReport report) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(ReportFormat.TEXT.render(report, Terminal.OUT.display()));
    if (!report.findings().isEmpty()) {
      out.println("say what to do: --revert, --adopt or --ignore " + NAMED);
    }
    out.flush();
    return report.verdict().exitCode();
  }

  private void carryOut(DriftReport report, Reconciliation work) {
    LocalDate last = ignored.isEmpty() ? null : lastDay(until, reason);
    List<Finding> toIgnore = chosen(report, ignored);
    List<Finding> toAdopt = chosen(report, adopted);
    List<Finding> toRevert = chosen(report, reverted);
    for (Finding each : toIgnore) {
      work.ignore(each, Objects.requireNonNull(last), Objects.requireNonNull(reason));
    }
    toAdopt.forEach(work::adopt);
    toRevert.forEach(work::revert);
  }

  static LocalDate lastDay(@Nullable String until, @Nullable String reason) {
    if (until == null || reason == null || reason.isBlank()) {
      throw refusal("what is ignored wants an end and a reason", "--until DATE --reason TEXT");
    }
    try {
      LocalDate last = LocalDate.parse(until);
      if (last.isBefore(LocalDate.now(ZoneOffset.UTC))) {
        throw refusal(last + " is past", "--until with a day to come");
      }
      return last;
    } catch (DateTimeException e) {
      throw refusal("got \"" + until + "\" for --until", "write a day as 2027-01-31");
    }
  }

  private static List<Finding> chosen(DriftReport report, List<String> asked) {
    List<Finding> all = new ArrayList<>();
    for (String each : asked) {
      List<Finding> found =
          report.findings().stream().filter(finding -> isMeant(each, finding)).toList();
      if (found.isEmpty()) {
        throw refusal(
            "nothing is found at " + each + "; there is: " + names(report),
            "name an address, or a live id, as `plumbline drift` shows it");
      }
      all.addAll(found);
    }
    return all.stream().distinct().toList();
  }

  /** By address or live id, and by attribute where one is named, as an ignore rule does. */
  private static boolean isMeant(String asked, Finding finding) {
    Subject subject = finding.subject();
    String name = subject.address() == null ? subject.liveId() : subject.address();
    if (asked.equals(name)) {
      return true;
    }
    return name != null
        && asked.startsWith(name + ":")
        && new IgnoreRule(null, name, asked.substring(name.length() + 1), "", LocalDate.MAX, null)
            .covers(finding);
  }

  private static String names(DriftReport report) {
    List<String> names =
        report.findings().stream()
            .map(Finding::subject)
            .map(each -> String.valueOf(each.address() == null ? each.liveId() : each.address()))
            .distinct()
            .toList();
    return names.isEmpty() ? "nothing" : String.join(", ", names);
  }

  private static InvalidInputException refusal(String detail, String fix) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-063",
                Diagnostic.Severity.ERROR,
                "nothing was reconciled",
                detail,
                null,
                fix)));
  }
}
