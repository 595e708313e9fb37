package io.plumbline.cli;

import io.plumbline.config.BaselineFile;
import io.plumbline.config.Environment;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.Baseline;
import io.plumbline.drift.BaselineUpdate;
import io.plumbline.drift.TargetDrift;
import io.plumbline.report.BaselineText;
import io.plumbline.run.Drift;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes down what stands there of what designs leave open. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = {
      "Reads what is live, and writes to environments/baseline/ENV.yaml what stands there of the",
      "settings of which neither the design nor a known default says anything. `drift` holds them",
      "against it from then on. Says what it added, changed and removed.",
      "Exit code 0: written; 3: written, but for what could not be read; 1: error."
    })
final class BaselineCommand implements Callable<Integer> {
  private static final int INCOMPLETE = 3;

  @Mixin private Scope scope;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Session session = Session.open(scope);
    session.refuseWithoutSandbox();
    Environment environment = session.environmentWithoutStacks();
    BaselineFile file = session.baseline(environment);
    Baseline before = file.read();
    List<TargetDrift> read;
    try (ProgressLines progress = new ProgressLines("baseline", spec.commandLine().getErr())) {
      Run run = new Run(session, environment, progress, true);
      List<Drift.Question> questions =
          run.deployed().entries(scope.stacks).stream()
              .map(each -> new Drift.Question(each.target(), null))
              .toList();
      if (questions.isEmpty() && !before.of(scope.stacks).entries().isEmpty()) {
        throw nothingDeployed(file);
      }
      read =
          run.workshop()
              .drift(false, session.environmentNames(), environment.sites())
              .read(questions);
    }
    BaselineUpdate update = BaselineUpdate.of(before, read, scope.stacks);
    file.write(update.baseline());
    PrintWriter out = spec.commandLine().getOut();
    out.print(BaselineText.render(environment.name(), update));
    out.flush();
    return update.unread().isEmpty() ? 0 : INCOMPLETE;
  }

  /**
   * Somebody else's records are elsewhere; what was written down with care must not go for that.
   */
  private InvalidInputException nothingDeployed(BaselineFile file) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-065",
                Diagnostic.Severity.ERROR,
                "no release to take a baseline of",
                "no record of a deploy was found, and "
                    + file.name()
                    + " has entries, which would all go",
                null,
                "run it where the records are: state of the site in the environment file; where"
                    + " nothing is deployed any more, delete the file")));
  }
}
