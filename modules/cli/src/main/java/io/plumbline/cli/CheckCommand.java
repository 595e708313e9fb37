package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.cost.TargetCost;
import io.plumbline.report.CostText;
import io.plumbline.run.Costs;
import io.plumbline.synth.Synthesis;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Validates, offline. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = "Holds the designs against every rule and policy, offline; says what they cost.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private Scope scope;
  @Mixin private CostFile costFile;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Session session = Session.open(scope);
    Environment environment = session.environment();
    Synthesis.Outcome outcome = session.synthesise(environment, spec.commandLine().getErr());
    int resources =
        outcome.targets().stream().mapToInt(each -> each.graph().resources().size()).sum();
    spec.commandLine()
        .getOut()
        .println(
            environment.name()
                + ": valid; "
                + Counted.of(outcome.targets().size(), "stack")
                + (outcome.targets().size() == 1 ? " on a site, " : " on sites, ")
                + Counted.of(resources, "resource")
                + ", "
                + Counted.of(outcome.warnings().size(), "warning"));
    List<TargetCost> costs = new Costs(session.plugins()).of(outcome.targets());
    spec.commandLine().getOut().print(CostText.render(costs, Terminal.OUT.display()));
    spec.commandLine().getOut().flush();
    costFile.write(environment.name(), costs);
    return 0;
  }
}
