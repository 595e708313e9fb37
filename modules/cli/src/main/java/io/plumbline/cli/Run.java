package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.run.Deployed;
import io.plumbline.run.EnvironmentFreeze;
import io.plumbline.run.EnvironmentLock;
import io.plumbline.run.StandingDrift;
import io.plumbline.run.Workshop;
import io.plumbline.spi.EngineException;
import io.plumbline.state.Freeze;
import io.plumbline.synth.Synthesis;
import io.plumbline.synth.TargetGraph;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What commands share that look at, or change, a live environment. */
final class Run {
  private final Session session;
  private final Environment environment;
  private final ProgressLines progress;
  private final Workshop workshop;

  Run(Session session, Environment environment, ProgressLines progress, boolean allowLocalState) {
    this.session = session;
    this.environment = environment;
    this.progress = progress;
    this.workshop =
        new Workshop(
            environment.name(),
            environment.sites(),
            session.project(),
            session.plugins(),
            progress,
            allowLocalState);
  }

  Workshop workshop() {
    return workshop;
  }

  /** Starts the sandbox where the environment is one, and what its sites are beside AWS. */
  void startSandbox() {
    if (session.isSandbox()) {
      Session.sandbox(session.project()).start(environment.sites(), progress::say);
    }
  }

  /** Does work that nobody else may do at the same time. */
  <T> T locked(String command, Supplier<T> work) {
    EnvironmentLock lock =
        EnvironmentLock.take(
            environment.name(), environment.sites(), workshop.stores(), command, progress);
    try {
      return work.get();
    } finally {
      lock.close();
    }
  }

  EnvironmentFreeze freeze() {
    return new EnvironmentFreeze(environment.name(), environment.sites(), workshop.stores());
  }

  /** Tells of a freeze, or of one that has ended, where nothing is to be changed. */
  void mentionFreeze(PrintWriter err) {
    try {
      Freeze freeze = freeze().find();
      if (freeze != null) {
        boolean ended = freeze.hasEnded(Instant.now());
        err.println(
            "note: "
                + environment.name()
                + (ended ? " is frozen no more; it was " : " is frozen ")
                + freeze
                + (ended ? "" : "; deploy and destroy refuse"));
        err.flush();
      }
    } catch (InvalidInputException e) {
      e.diagnostics().forEach(each -> Failures.print(each, err));
    } catch (EngineException e) {
      err.println(
          "note: whether " + environment.name() + " is frozen is not known: " + e.getMessage());
    }
  }

  Deployed deployed() {
    return new Deployed(environment.name(), environment.sites(), workshop.stores());
  }

  /** What the Java of today wants of the chosen stacks, sites that they have left included. */
  List<TargetGraph> wanted(PrintWriter err) {
    Synthesis.Outcome outcome = session.synthesise(environment, err);
    Set<String> stacks = new LinkedHashSet<>(session.stackNames());
    if (stacks.isEmpty()) {
      stacks.addAll(environment.parameters().keySet());
      leftBehind(stacks, err);
    }
    return deployed().withAbandonedSites(outcome.targets(), stacks);
  }

  /** What of that is not as the last deploy left it. */
  StandingDrift standing(List<TargetGraph> wanted) {
    return workshop
        .drift(false, session.environmentNames(), environment.sites())
        .standing(environment.name(), wanted, Session.rules(environment));
  }

  private void leftBehind(Set<String> stacks, PrintWriter err) {
    deployed().entries(List.of()).stream()
        .map(entry -> entry.target().stack())
        .filter(stack -> !stacks.contains(stack))
        .distinct()
        .forEach(
            stack ->
                err.println(
                    "note: stack "
                        + stack
                        + " is deployed, and described no more; `plumbline destroy -e "
                        + environment.name()
                        + " -s "
                        + stack
                        + "` takes it down"));
  }
}
