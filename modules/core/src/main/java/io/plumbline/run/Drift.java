package io.plumbline.run;

import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.Baseline;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Observation;
import io.plumbline.drift.Part;
import io.plumbline.drift.Rules;
import io.plumbline.drift.Shard;
import io.plumbline.drift.TargetDrift;
import io.plumbline.drift.TargetName;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.EngineException;
import io.plumbline.state.Release;
import io.plumbline.state.Releases;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.TargetGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks the targets of an environment, each against its release, else against today's Java. */
public final class Drift {
  private final Plugins plugins;
  private final Stores stores;
  private final Live live;
  private final Progress progress;
  private final boolean strict;
  private final DeployedNeighbours neighbours;
  private final Baseline baseline;
  private final boolean asksWho;
  private final boolean keeps;

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
    this(plugins, stores, live, progress, strict, neighbours, Baseline.NONE, false, false);
  }

  private Drift(
      Plugins plugins,
      Stores stores,
      Live live,
      Progress progress,
      boolean strict,
      DeployedNeighbours neighbours,
      Baseline baseline,
      boolean asksWho,
      boolean keeps) {
    this.plugins = plugins;
    this.stores = stores;
    this.live = live;
    this.progress = progress;
    this.strict = strict;
    this.neighbours = neighbours;
    this.baseline = baseline;
    this.asksWho = asksWho;
    this.keeps = keeps;
  }

  /** The same; what a design leaves open is held against what stood there before. */
  public Drift with(Baseline before) {
    return new Drift(plugins, stores, live, progress, strict, neighbours, before, asksWho, keeps);
  }

  /** The same; where something is not as described, it is asked who did it. */
  public Drift askingWho(boolean asks) {
    return new Drift(plugins, stores, live, progress, strict, neighbours, baseline, asks, keeps);
  }

  /**
   * One target to check.
   *
   * @param today what today's Java wants; null where that is not known
   * @param release its record, where it has been read already; null to have it looked for
   * @param unread why the records of its site cannot be read; null where they can
   */
  public record Question(
      Target target,
      @Nullable ResourceGraph today,
      @Nullable Release release,
      @Nullable String unread) {
    /** Of a site whose records can be read, and are still to be. */
    public Question(Target target, @Nullable ResourceGraph today) {
      this(target, today, null, null);
    }
  }

  /** Checks all of them against the releases. */
  public DriftReport check(String environment, List<Question> questions, Rules rules) {
    return check(environment, questions, rules, null);
  }

  /**
   * Checks against the releases; what today's Java would change is reported as pending.
   *
   * @param shard the part of the targets to check; null for all of them
   */
  public DriftReport check(
      String environment, List<Question> questions, Rules rules, @Nullable Shard shard) {
    List<TargetDrift> checked =
        AtSites.ask(
            in(shard, questions, Question::target), each -> each.target().site(), this::check);
    return report(environment, checked, rules, part(shard, questions, Question::target));
  }

  private static <T> List<T> in(@Nullable Shard shard, List<T> all, Function<T, Target> target) {
    return all.stream().filter(each -> shard == null || shard.has(target.apply(each))).toList();
  }

  private static <T> @Nullable Part part(
      @Nullable Shard shard, List<T> all, Function<T, Target> target) {
    return shard == null
        ? null
        : new Part(shard, all.stream().map(target).map(TargetName::of).toList());
  }

  private TargetDrift check(Question question) {
    Target target = question.target();
    if (question.unread() != null) {
      return TargetDrift.unread(target, dialect(target, null), question.unread());
    }
    return readable(target, () -> expectation(question, release(question)));
  }

  private @Nullable Release release(Question question) {
    Target target = question.target();
    return question.release() == null
        ? stores.releases(target.site()).find(target)
        : question.release();
  }

  /** What cannot be known of one target keeps nobody from checking the others. */
  private TargetDrift readable(Target target, Supplier<Expectation> records) {
    try {
      return check(records.get()); // which may want the records of others, at other sites
    } catch (EngineException | InvalidInputException e) {
      return TargetDrift.unread(
          target, dialect(target, null), String.valueOf(e.getMessage()).replace('\n', ' '));
    }
  }

  private Expectation expectation(TargetGraph wanted, String against) {
    Target target = wanted.target();
    Release release = stores.releases(target.site()).find(target);
    return new Expectation(
        target,
        wanted.graph(),
        dialect(target, release),
        release == null ? Map.of() : release.liveIds(),
        against,
        wanted.graph(),
        release == null ? Set.of() : release.watched(),
        neighbours.of(target),
        release == null ? null : since(release));
  }

  private static Instant since(Release release) {
    return Instant.parse(release.time());
  }

  /** What is not as the releases say, of what is about to be planned. */
  public StandingDrift standing(String environment, List<TargetGraph> wanted, Rules rules) {
    List<TargetDrift> checked = new ArrayList<>();
    for (TargetGraph each : wanted) {
      Release release = stores.releases(each.target().site()).find(each.target());
      if (release != null) {
        checked.add(check(expectation(new Question(each.target(), each.graph()), release)));
      }
    }
    return checked.isEmpty()
        ? StandingDrift.NONE
        : new StandingDrift(report(environment, checked, rules, null));
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
    Resting resting = Resting.of(release.graph(), today == null ? release.graph() : today);
    String against =
        release + (release.finished() ? "" : ", which failed half way") + resting.words();
    return new Expectation(
        target,
        resting.expected(),
        engine,
        release.liveIds(),
        against,
        today == null ? release.graph() : today,
        release.watched(),
        neighbours.of(target),
        since(release));
  }

  /** Reads what a new baseline of these targets says. */
  public List<TargetDrift> read(List<Question> questions) {
    Drift keeping =
        new Drift(plugins, stores, live, progress, strict, neighbours, baseline, asksWho, true);
    return AtSites.ask(questions, each -> each.target().site(), keeping::check);
  }

  /** Checks against graphs that need no Java: those of an artefact folder. */
  public DriftReport checkAgainst(
      String environment,
      List<TargetGraph> graphs,
      String against,
      Rules rules,
      @Nullable Shard shard) {
    List<TargetDrift> checked =
        AtSites.ask(
            in(shard, graphs, TargetGraph::target),
            each -> each.target().site(),
            each -> readable(each.target(), () -> expectation(each, against)));
    return report(environment, checked, rules, part(shard, graphs, TargetGraph::target));
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
        releases.keep(each.target(), release.verified(ids(drift.observation(), release), left));
      }
      checked.add(drift);
    }
    return report(environment, checked, rules, null);
  }

  /** What was seen; of what could not be read, what was known before. */
  private static Map<String, String> ids(Observation seen, Release release) {
    Map<String, String> ids = new LinkedHashMap<>(release.liveIds());
    ids.keySet().retainAll(seen.undetermined().keySet());
    ids.putAll(seen.liveIds());
    return ids;
  }

  private DriftReport report(
      String environment, List<TargetDrift> checked, Rules rules, @Nullable Part part) {
    Costs costs = new Costs(plugins);
    List<TargetName> all =
        part == null
            ? checked.stream().map(each -> TargetName.of(each.expectation().target())).toList()
            : part.all();
    DriftReport report = DriftReport.of(environment, checked, rules, part);
    return report
        .withAuthors(asksWho ? live.authors(report.findings(), checked, progress) : Map.of())
        .withDiagnostics(baseline.orphans(all))
        .withCosts(
            checked.stream()
                .map(TargetDrift::expectation)
                .map(each -> costs.of(each.target(), each.graph(), each.today()))
                .toList());
  }

  private TargetDrift check(Expectation expected) {
    progress.say("reading " + expected.target());
    boolean kept = !baseline.of(expected.target()).isEmpty();
    Expectation whole =
        kept ? expected.against(expected.against() + ", and " + baseline.file()) : expected;
    return live.check(whole, strict, baseline, keeps);
  }

  private Dialect dialect(Target target, @Nullable Release release) {
    Engine engine = new EngineChoice(plugins).forReading(target, release);
    return plugins.format(engine.format(), target.site().source()).dialect();
  }
}
