package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.graph.Resource;
import io.plumbline.report.PlanText;
import io.plumbline.run.Protection;
import io.plumbline.run.TargetPlan;
import io.plumbline.synth.TargetGraph;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes down what was deployed; works from the release records, not from the Java of today. */
@Command(
    name = "destroy",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = "Takes down what was deployed, all but what is protected, and says what that is.")
final class DestroyCommand implements Callable<Integer> {
  @Mixin private Scope scope;
  @Mixin private ChangeOptions options;
  @Mixin private FreezeOption freeze;
  @Spec private CommandSpec spec;

  @Option(names = "--yes", description = "do not ask; in the sandbox only")
  private boolean yes;

  @Override
  public Integer call() {
    Session session = Session.open(scope);
    refuseUnasked(session);
    if (session.isSandbox() && !Session.sandbox(session.project()).status().running()) {
      say(scope.environment + ": the sandbox does not run; there is nothing to destroy");
      return 0;
    }
    Environment environment = session.environmentWithoutStacks();
    Protection protection = new Protection(options.released);
    List<TargetPlan> plans;
    try (ProgressLines progress = new ProgressLines("destroy", spec.commandLine().getErr())) {
      Run run = new Run(session, environment, progress, options.local.allowed);
      plans = run.locked("destroy", () -> destroy(session, run, protection, progress));
    }
    outcome(plans);
    return 0;
  }

  private List<TargetPlan> destroy(
      Session session, Run run, Protection protection, ProgressLines progress) {
    freeze.refuse(run.freeze());
    List<TargetGraph> survivors = run.deployed().survivors(scope.stacks, protection);
    List<TargetPlan> plans = run.workshop().planner().plan(survivors, protection);
    consent(session, plans, progress);
    freeze.refuse(run.freeze()); // somebody may have frozen it while the question stood
    run.workshop().deployer().deploy(plans);
    return plans;
  }

  private void refuseUnasked(Session session) {
    if (yes && !session.isSandbox()) {
      throw refusal(
          "--yes does not destroy " + scope.environment,
          "leave it out, and type the environment's name on a terminal");
    }
    if (!yes && !Terminal.IN.isTerminal()) {
      throw refusal(
          "destroying wants the environment's name typed, and stdin is no terminal",
          session.isSandbox() ? "pass --yes" : "run it on a terminal");
    }
  }

  private void consent(Session session, List<TargetPlan> plans, ProgressLines progress) {
    if (yes || plans.stream().allMatch(TargetPlan::isEmpty)) {
      return;
    }
    progress.finish();
    PrintWriter err = spec.commandLine().getErr();
    err.print(PlanText.render(session.environmentName(), plans, Terminal.ERR.display()));
    String question = "Destroy this? Type " + scope.environment + ":";
    if (!Question.ask(err, question, scope.environment)) {
      throw refusal("the answer was not " + scope.environment, "run it again, and type the name");
    }
  }

  private void outcome(List<TargetPlan> plans) {
    if (plans.isEmpty()) {
      say(scope.environment + ": nothing is deployed");
      return;
    }
    for (TargetPlan plan : plans) {
      List<Resource> kept =
          plan.workspace().graph().resources().stream().filter(Resource::isOurs).toList();
      say(plan.target() + ": " + (kept.isEmpty() ? "destroyed" : "destroyed, all but:"));
      kept.forEach(resource -> say("  " + line(plan, resource)));
    }
  }

  private static String line(TargetPlan plan, Resource resource) {
    String id = plan.release() == null ? null : plan.release().liveIds().get(resource.address());
    return resource.address()
        + "  "
        + resource.kind()
        + (id == null ? "" : "  " + id)
        + (resource.keep()
            ? "  (protected; --release " + resource.address() + " gives it up)"
            : "  (stays with what is protected)")
        + (resource.source() == null ? "" : "  at " + resource.source());
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  private static InvalidInputException refusal(String detail, String fix) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-035", Diagnostic.Severity.ERROR, "not destroyed", detail, null, fix)));
  }
}
