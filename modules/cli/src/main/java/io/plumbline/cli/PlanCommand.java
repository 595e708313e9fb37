package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.cost.TargetCost;
import io.plumbline.report.CapacityText;
import io.plumbline.report.CostText;
import io.plumbline.report.PlanText;
import io.plumbline.run.Costs;
import io.plumbline.run.Protection;
import io.plumbline.run.StandingDrift;
import io.plumbline.run.TargetPlan;
import io.plumbline.run.Workshop;
import io.plumbline.spi.Preflight;
import io.plumbline.state.Actor;
import io.plumbline.synth.TargetGraph;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a deploy would change. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = "Shows what a deploy would change. Exit code 0: nothing; 2: something; 1: error.")
final class PlanCommand implements Callable<Integer> {
  private static final int CHANGES = 2;

  @Mixin private Scope scope;
  @Mixin private ChangeOptions options;
  @Mixin private CostFile costFile;
  @Mixin private PreflightFile preflightFile;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "keep the plan, to be carried out by `deploy FILE`")
  private @Nullable Path file;

  @Override
  public Integer call() {
    Session session = Session.open(scope);
    PrintWriter err = spec.commandLine().getErr();
    Environment environment = session.environment();
    Protection protection = new Protection(options.released);
    Planned planned;
    List<Preflight> preflight;
    try (ProgressLines progress = new ProgressLines("plan", err)) {
      Run run = new Run(session, environment, progress, options.local.allowed);
      run.startSandbox();
      run.mentionFreeze(err);
      planned = run.locked("plan", () -> plan(run, protection, err));
      preflight = run.workshop().preflight(planned.plans());
    }
    List<TargetPlan> plans = planned.plans();
    err.print(CapacityText.preflight(preflight, Terminal.ERR.display()));
    err.flush();
    PrintWriter out = spec.commandLine().getOut();
    out.print(PlanText.render(environment.name(), plans, planned.drift(), Terminal.OUT.display()));
    List<TargetCost> costs = new Costs(session.plugins()).ofPlans(plans);
    String cost = CostText.render(costs, Terminal.OUT.display());
    out.print(cost.isEmpty() ? "" : "\n" + cost);
    out.flush();
    costFile.write(environment.name(), costs);
    preflightFile.write(environment.name(), preflight);
    return plans.stream().allMatch(TargetPlan::isEmpty) ? 0 : CHANGES;
  }

  /** What would be done, and what is amiss before. */
  private record Planned(List<TargetPlan> plans, StandingDrift drift) {}

  private Planned plan(Run run, Protection protection, PrintWriter err) {
    Workshop shop = run.workshop();
    List<TargetGraph> wanted = run.wanted(err);
    StandingDrift drift = run.standing(wanted);
    List<TargetPlan> plans = shop.planner().plan(wanted, protection, drift);
    if (file != null) {
      shop.planFiles().write(file, scope.environment, made(), plans, protection);
    }
    return new Planned(plans, drift);
  }

  private static String made() {
    Actor actor = Actor.current();
    return actor.user() + "@" + actor.host() + ", " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
