package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Rules;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.run.Deployed;
import io.plumbline.run.Drift;
import io.plumbline.synth.TargetGraph;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what is live with what was released, for all commands that do. */
final class ReleaseCheck {
  private final Session session;
  private final Run run;
  private final PrintWriter err;

  ReleaseCheck(Session session, Run run, PrintWriter err) {
    this.session = session;
    this.run = run;
    this.err = err;
  }

  DriftReport report(Environment environment, Rules rules, boolean strict) {
    List<Deployed.Entry> deployed = run.deployed().entries(session.stackNames());
    List<TargetGraph> today = today(deployed);
    Map<String, Drift.Question> questions = new LinkedHashMap<>();
    for (TargetGraph each : today == null ? List.<TargetGraph>of() : today) {
      questions.put(each.target().path(), new Drift.Question(each.target(), each.graph()));
    }
    for (Deployed.Entry each : deployed) {
      ResourceGraph wanted = today == null ? null : ResourceGraph.EMPTY;
      questions.putIfAbsent(each.target().path(), new Drift.Question(each.target(), wanted));
    }
    return run.workshop()
        .drift(strict, session.environmentNames(), environment.sites())
        .check(environment.name(), List.copyOf(questions.values()), rules);
  }

  /** What the Java of today wants; null where it is not valid, which a check can do without. */
  private @Nullable List<TargetGraph> today(List<Deployed.Entry> deployed) {
    try {
      return session.synthesise(session.environment(), err).targets();
    } catch (InvalidInputException e) {
      if (deployed.isEmpty()) {
        throw e;
      }
      e.diagnostics().forEach(each -> Failures.print(each, err));
      err.println("note: the Java of today is not valid, so that what is pending is not known");
      return null;
    }
  }
}
