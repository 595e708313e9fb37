package io.plumbline.run;

import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Rules;
import io.plumbline.drift.TargetDrift;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.state.Release;
import io.plumbline.state.Releases;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.TargetGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the targets of an environment, each against its release, else against today's Java. */
public final class Drift {
  private final Plugins plugins;
  private final Stores stores;
  private final Live live;
  private final Progress progress;
  private final boolean strict;
  private final DeployedNeighbours neighbours;

  /**
   * A check.
   *
   * @param neighbours who answers for what carries the tags of others
   */
  public Drift(
      Plugins plugins,
      Stores stores,
      Live live,
      Progress progress,
      boolean strict,
      DeployedNeighbours neighbours) {
    this.plugins = plugins;
    this.stores = stores;
    this.live = live;
    this.progress = progress;
    this.strict = strict;
    this.neighbours = neighbours;
  }

  /**
   * One target to check.
   *
   * @param today what today's Java wants; null where that is not known
   */
  public record Question(Target target, @Nullable ResourceGraph today) {}

  /** Checks against the releases; what today's Java would change is reported as pending. */
  public DriftReport check(String environment, List<Question> questions, Rules rules) {
    List<TargetDrift> checked = new ArrayList<>();
    for (Question each : questions) {
      Release release = stores.releases(each.target().site()).find(each.target());
      checked.add(check(expectation(each, release)));
    }
    return report(environment, checked, rules);
  }

  private Expectation expectation(Question question, @Nullable Release release) {
    ResourceGraph today = question.today();
    Target target = question.target();
    Dialect engine = dialect(target, release);
    if (release == null) {
      ResourceGraph wanted = today == null ? ResourceGraph.EMPTY : today;
      return new Expectation(
          target,
          wanted,
          engine,
          Map.of(),
          "HEAD, never deployed",
          wanted,
          Set.of(),
          neighbours.of(target));
    }
    String against = release + (release.finished() ? "" : ", which failed half way");
    return new Expectation(
        target,
        release.graph(),
        engine,
        release.liveIds(),
        against,
        today == null ? release.graph() : today,
        release.watched(),
        neighbours.of(target));
  }

  /** Checks against graphs that need no Java: those of an artefact folder. */
  public DriftReport checkAgainst(
      String environment, List<TargetGraph> graphs, String against, Rules rules) {
    List<TargetDrift> checked = new ArrayList<>();
    for (TargetGraph each : graphs) {
      Release release = stores.releases(each.target().site()).find(each.target());
      checked.add(
          check(
              new Expectation(
                  each.target(),
                  each.graph(),
                  dialect(each.target(), release),
                  release == null ? Map.of() : release.liveIds(),
                  against,
                  each.graph(),
                  release == null ? Set.of() : release.watched(),
                  neighbours.of(each.target()))));
    }
    return report(environment, checked, rules);
  }

  /** Checks what was just deployed, and adds the live ids that it saw to the records. */
  public DriftReport verify(String environment, List<TargetPlan> deployed, Rules rules) {
    List<TargetDrift> checked = new ArrayList<>();
    for (TargetPlan each : deployed) {
      Releases releases = stores.releases(each.target().site());
      Release release = releases.find(each.target());
      ResourceGraph graph = each.workspace().graph();
      TargetDrift drift = check(expectation(new Question(each.target(), graph), release));
      if (release != null) {
        Set<String> left = drift.observation().mayBeLeft(each.target(), release.watched());
        releases.keep(each.target(), release.verified(drift.observation().liveIds(), left));
      }
      checked.add(drift);
    }
    return report(environment, checked, rules);
  }

  private DriftReport report(String environment, List<TargetDrift> checked, Rules rules) {
    Costs costs = new Costs(plugins);
    return DriftReport.of(environment, checked, rules)
        .withCosts(
            checked.stream()
                .map(TargetDrift::expectation)
                .map(each -> costs.of(each.target(), each.graph(), each.today()))
                .toList());
  }

  private TargetDrift check(Expectation expected) {
    progress.say("reading " + expected.target());
    return live.check(expected, strict);
  }

  private Dialect dialect(Target target, @Nullable Release release) {
    Engine engine = new EngineChoice(plugins).forReading(target, release);
    return plugins.format(engine.format(), target.site().source()).dialect();
  }
}
