package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Rules;
import io.plumbline.drift.Shard;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import io.plumbline.run.Deployed;
import io.plumbline.run.Drift;
import io.plumbline.synth.TargetGraph;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what is live with what was released, for all commands that do. */
final class ReleaseCheck {
  private final Session session;
  private final Run run;
  private final PrintWriter err;
  private boolean asksWho;

  ReleaseCheck(Session session, Run run, PrintWriter err) {
    this.session = session;
    this.run = run;
    this.err = err;
  }

  /** Where something is not as described, it is asked who did it. */
  ReleaseCheck askingWho(boolean asks) {
    asksWho = asks;
    return this;
  }

  /** All of the environment, or of the stacks that were named. */
  DriftReport report(Environment environment, Rules rules, boolean strict) {
    return report(environment, rules, strict, null);
  }

  /**
   * The check of a part.
   *
   * @param shard which part; null for the whole
   */
  DriftReport report(Environment environment, Rules rules, boolean strict, @Nullable Shard shard) {
    Deployed.Known known = run.deployed().known(session.stackNames());
    List<Deployed.Entry> deployed = known.entries();
    if (known.unread().isEmpty()) { // else it may be deployed where nobody could look
      session.refuseUnknownStacks(deployed.stream().map(each -> each.target().stack()).toList());
    }
    List<TargetGraph> today = today(deployed);
    Map<String, Drift.Question> questions = new LinkedHashMap<>();
    for (TargetGraph each : today == null ? List.<TargetGraph>of() : today) {
      questions.put(each.target().path(), question(each.target(), each.graph(), known));
    }
    for (Deployed.Entry each : deployed) {
      ResourceGraph wanted = today == null ? null : ResourceGraph.EMPTY;
      questions.putIfAbsent(each.target().path(), question(each.target(), wanted, known));
    }
    for (Target each : unread(environment, known, questions.values())) {
      questions.put(each.path(), question(each, null, known));
    }
    return run.workshop()
        .drift(strict, session.environmentNames(), environment.sites())
        .with(session.baseline(environment).read().of(session.stackNames()))
        .askingWho(asksWho)
        .check(environment.name(), List.copyOf(questions.values()), rules, shard);
  }

  private static Drift.Question question(
      Target target, @Nullable ResourceGraph today, Deployed.Known known) {
    return new Drift.Question(
        target, today, known.release(target), known.unread().get(target.site()));
  }

  /** What may be deployed where the records cannot be read, and no Java tells of anything. */
  private List<Target> unread(
      Environment environment, Deployed.Known known, Collection<Drift.Question> questions) {
    List<String> stacks =
        session.stackNames().isEmpty() ? List.of("all stacks") : session.stackNames();
    return known.unread().keySet().stream()
        .filter(site -> questions.stream().noneMatch(each -> each.target().site().equals(site)))
        .flatMap(site -> stacks.stream().map(each -> new Target(environment.name(), each, site)))
        .toList();
  }

  /** What the Java of today wants; null where it is not valid, which a check can do without. */
  private @Nullable List<TargetGraph> today(List<Deployed.Entry> deployed) {
    try {
      return session.synthesise(session.environment().forReading(), err).targets();
    } catch (InvalidInputException e) {
      if (deployed.isEmpty()) {
        throw e;
      }
      e.diagnostics().forEach(each -> Failures.print(each, err));
      err.println(
          "note: the Java of today is not valid, so that what is pending is not known, and machines"
              + " that went into repair since the last deploy are compared as if in service");
      return null;
    }
  }
}
