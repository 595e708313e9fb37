package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.report.CapacityText;
import io.plumbline.report.PlanText;
import io.plumbline.report.ReportFormat;
import io.plumbline.run.PlanFile;
import io.plumbline.run.PlanFiles;
import io.plumbline.run.Protection;
import io.plumbline.run.StandingDrift;
import io.plumbline.run.TargetPlan;
import io.plumbline.run.Workshop;
import io.plumbline.spi.Arrivals;
import io.plumbline.spi.Preflight;
import io.plumbline.synth.TargetGraph;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Provisions, and makes sure. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = {
      "Provisions the stacks by the engine of each site, then checks the result for drift.",
      "Exit code 0: deployed and in sync, though nodes may still be starting; 1: not deployed; 2,"
          + " 3: deployed, and the check found drift or could not read all; 4: deployed and in"
          + " sync, and the provider lacks capacity for some nodes."
    })
final class DeployCommand implements Callable<Integer> {
  /** Deployed, and the provider could not start all nodes: nothing here is at fault. */
  private static final int WAITS = 4;

  @Mixin private Scope scope;
  @Mixin private ChangeOptions options;
  @Mixin private FreezeOption freeze;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "a plan, as `plan -o FILE` kept it")
  private @Nullable Path file;

  @Option(names = "--yes", description = "do not ask; in the sandbox nobody is asked")
  private boolean yes;

  @Option(names = "--no-verify", description = "leave the check afterwards out")
  private boolean unverified;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    PlanFile plan = file == null ? null : adopt(PlanFiles.read(file));
    Session session = Session.open(scope);
    Environment environment = session.environment();
    refuseUnasked(session);
    Optional<Verified> verified;
    try (ProgressLines progress = new ProgressLines("deploy", err)) {
      Run run = new Run(session, environment, progress, options.local.allowed);
      run.startSandbox();
      verified = run.locked("deploy", () -> deploy(session, environment, run, plan, progress));
    }
    return verified.isPresent() ? show(verified.get()) : done(environment);
  }

  /** What the deployed thing looks like. */
  private record Verified(DriftReport report, Arrivals arrivals) {}

  private Optional<Verified> deploy(
      Session session,
      Environment environment,
      Run run,
      @Nullable PlanFile plan,
      ProgressLines progress) {
    Workshop shop = run.workshop();
    freeze.refuse(run.freeze());
    run.mentionFreeze(spec.commandLine().getErr());
    List<TargetGraph> wanted = run.wanted(spec.commandLine().getErr());
    StandingDrift drift = plan == null ? run.standing(wanted) : StandingDrift.NONE;
    List<TargetPlan> plans =
        plan == null
            ? shop.planner().plan(wanted, new Protection(options.released), drift)
            : shop.planFiles().restore(plan, wanted);
    if (plan == null) {
      warn(shop.preflight(plans), progress);
    }
    consent(session, plans, drift, progress);
    freeze.refuse(run.freeze()); // somebody may have frozen it while the question stood
    shop.deployer().deploy(plans);
    if (unverified) {
      return Optional.empty();
    }
    Arrivals arrivals = shop.capacity().arrivals(plans);
    return Optional.of(
        new Verified(
            shop.drift(false, session.environmentNames(), environment.sites())
                .verify(environment.name(), plans, Session.rules(environment)),
            arrivals));
  }

  /** Before anything is written; whoever keeps a plan in a file was told when it was made. */
  private void warn(List<Preflight> preflight, ProgressLines progress) {
    String text = CapacityText.preflight(preflight, Terminal.ERR.display());
    if (!text.isEmpty()) {
      progress.finish();
      spec.commandLine().getErr().print(text);
      spec.commandLine().getErr().flush();
    }
  }

  /** A plan says itself what it is for. */
  private PlanFile adopt(PlanFile plan) {
    boolean other = spec.commandLine().getParseResult().hasMatchedOption("-e");
    if (other && !scope.environment.equals(plan.environment())) {
      throw refusal(
          "the plan was made for " + plan.environment() + ", not for " + scope.environment,
          "leave -e out, or name that environment");
    }
    scope.environment = plan.environment();
    Set<String> stacks = new LinkedHashSet<>();
    plan.entries().forEach(entry -> stacks.add(entry.stack()));
    refuseOther("-s", Set.copyOf(scope.stacks), stacks);
    refuseOther("--release", options.released, new LinkedHashSet<>(plan.released()));
    scope.stacks = List.copyOf(stacks);
    return plan;
  }

  private static void refuseOther(String option, Set<String> asked, Set<String> planned) {
    if (!asked.isEmpty() && !asked.equals(planned)) {
      throw refusal(
          "the plan was made with another "
              + option
              + ": for "
              + (planned.isEmpty() ? "none" : String.join(", ", planned))
              + ", not for "
              + String.join(", ", new TreeSet<>(asked)),
          "leave " + option + " out, or make the plan again with it");
    }
  }

  private void refuseUnasked(Session session) {
    if (!session.isSandbox() && file == null && !yes && !Terminal.IN.isTerminal()) {
      throw refusal(
          "deploying " + scope.environment + " wants consent, and stdin is no terminal",
          "make a plan with `plumbline plan -e "
              + scope.environment
              + " -o FILE`, look at it, and `plumbline deploy FILE`; or pass --yes");
    }
  }

  private void consent(
      Session session, List<TargetPlan> plans, StandingDrift drift, ProgressLines progress) {
    boolean nothing = plans.stream().allMatch(TargetPlan::isEmpty);
    if (nothing || session.isSandbox() || yes || file != null) {
      return;
    }
    progress.finish();
    PrintWriter err = spec.commandLine().getErr();
    err.print(PlanText.render(scope.environment, plans, drift, Terminal.ERR.display()));
    if (!Question.ask(err, "Deploy this? Type yes:", "yes")) {
      throw refusal("the answer was not yes", "run it again, and type yes");
    }
  }

  private int done(Environment environment) {
    spec.commandLine().getOut().println(environment.name() + ": deployed, not verified");
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int show(Verified verified) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(ReportFormat.TEXT.render(verified.report(), Terminal.OUT.display()));
    out.print(CapacityText.arrivals(verified.arrivals(), goOn(), Terminal.OUT.display()));
    out.flush();
    int exit = verified.report().verdict().exitCode();
    if (exit != 0) {
      return exit;
    }
    if (!verified.arrivals().shortages().isEmpty()) {
      return WAITS;
    }
    return verified.arrivals().unreadable().isEmpty() ? 0 : Verdict.INCOMPLETE.exitCode();
  }

  /** Deploying again changes nothing, and looks again. */
  private String goOn() {
    StringBuilder command = new StringBuilder("plumbline deploy -e " + scope.environment);
    scope.stacks.forEach(stack -> command.append(" -s ").append(stack));
    return command.toString();
  }

  private static InvalidInputException refusal(String detail, String fix) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-034", Diagnostic.Severity.ERROR, "not deployed", detail, null, fix)));
  }
}
