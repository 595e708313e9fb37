package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.EngineException;
import io.plumbline.spi.Format;
import io.plumbline.state.Release;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.TargetGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks each target's engine what it would change, and holds protected resources back. */
public final class Planner {
  private static final Set<Action> TAKING = Set.of(Action.DELETE, Action.REPLACE, Action.FORGET);

  private final Project project;
  private final Plugins plugins;
  private final Stores stores;
  private final Live live;
  private final Progress progress;

  public Planner(Project project, Plugins plugins, Stores stores, Live live, Progress progress) {
    this.project = project;
    this.plugins = plugins;
    this.stores = stores;
    this.live = live;
    this.progress = progress;
  }

  /** A target on its way to a plan. */
  private record Wish(
      Target target, ResourceGraph graph, @Nullable Release release, boolean drifted) {
    ResourceGraph deployed() {
      return release == null ? ResourceGraph.EMPTY : release.graph();
    }

    boolean endedWell() {
      return release == null || release.finished();
    }
  }

  /**
   * The plans of all targets, in their order, where nobody has looked for drift.
   *
   * @see #plan(List, Protection, StandingDrift)
   */
  public List<TargetPlan> plan(List<TargetGraph> wanted, Protection protection) {
    return plan(wanted, protection, StandingDrift.NONE);
  }

  /**
   * The plans of all targets, in their order.
   *
   * @param drift that stands, and is to be mended by engines that can
   * @throws io.plumbline.diagnostic.InvalidInputException if something protected would be lost, or
   *     something existing is not there
   * @throws io.plumbline.spi.EngineException if an engine cannot say
   */
  public List<TargetPlan> plan(
      List<TargetGraph> wanted, Protection protection, StandingDrift drift) {
    List<Wish> wishes = new ArrayList<>();
    for (TargetGraph each : wanted) {
      Release release = stores.releases(each.target().site()).find(each.target());
      wishes.add(
          wish(
              each.target(),
              protection.lift(each.graph()),
              release,
              drift.isToBeReverted(each.target())));
    }
    List<Diagnostic> abandoned = new ArrayList<>();
    wishes.forEach(each -> abandoned.addAll(protection.abandoned(each.graph(), each.deployed())));
    Protection.refuse(abandoned);
    List<TargetPlan> plans = new ArrayList<>();
    for (Wish wish : wishes) {
      Target first = waitsFor(wish, plans);
      plans.add(first == null ? plan(wish, protection) : guess(wish, first, protection));
    }
    List<Diagnostic> breaches = new ArrayList<>(protection.unknown(addresses(plans)));
    for (TargetPlan each : plans) {
      Engine.Workspace at = each.workspace();
      breaches.addAll(
          protection.breaches(
              each.changes(), at.graph(), at.released(), kinds(each.target().site())));
    }
    Protection.refuse(breaches);
    return plans;
  }

  /** All that is wanted, was deployed, or is known to an engine alone. */
  private static Set<String> addresses(List<TargetPlan> plans) {
    Set<String> addresses = new LinkedHashSet<>();
    for (TargetPlan each : plans) {
      each.workspace().graph().resources().forEach(r -> addresses.add(r.address()));
      each.workspace().released().resources().forEach(r -> addresses.add(r.address()));
      each.changes().forEach(change -> addresses.add(change.address()));
    }
    return addresses;
  }

  private List<ResourceKind> kinds(Site site) {
    return plugins.provider(site.provider(), site.source()).kinds();
  }

  private TargetPlan plan(Wish wish, Protection protection) {
    Prepared prepared = prepare(wish, protection);
    progress.say("planning " + wish.target() + " with " + prepared.engine().id());
    Engine.Plan plan = prepared.engine().plan(prepared.workspace(), progress);
    return new TargetPlan(
        prepared.engine(), prepared.workspace(), plan, prepared.artefacts(), wish.release());
  }

  /** What this run deploys first, and what has not made yet what the wish needs of it. */
  private @Nullable Target waitsFor(Wish wish, List<TargetPlan> earlier) {
    Target first =
        Guess.waitsFor(
            wish.graph(),
            wish.target(),
            live::site,
            other -> stores.releases(other.site()).find(other));
    boolean comes =
        earlier.stream().anyMatch(each -> each.target().equals(first) && !each.isEmpty());
    return comes ? first : null;
  }

  private TargetPlan guess(Wish wish, Target first, Protection protection) {
    Engine engine = new EngineChoice(plugins).of(wish.target(), wish.release());
    ResourceGraph released = protection.lift(wish.deployed());
    return new TargetPlan(
        engine,
        new Engine.Workspace(
            wish.target(),
            new WorkFolder(project, wish.target()).directory(),
            wish.graph(),
            released,
            Map.of(),
            Map.of(),
            wish.drifted()),
        new Engine.Plan(Guess.changes(wish.graph(), released), null),
        Map.of(),
        wish.release(),
        first);
  }

  /** Plans anew what waited for another stack, or was planned by what that one was before. */
  TargetPlan again(TargetPlan plan) {
    ResourceGraph graph = plan.workspace().graph();
    if (plan.waitsFor() == null
        && live.lookUp(plan.target(), graph).equals(plan.workspace().inputs())) {
      return plan;
    }
    boolean drifted = plan.workspace().drifted();
    Protection protection = agreed(plan);
    TargetPlan now = plan(new Wish(plan.target(), graph, plan.release(), drifted), protection);
    Protection.refuse(
        protection.breaches(
            now.changes(), graph, plan.workspace().released(), kinds(plan.target().site())));
    refuseUnseen(plan, now);
    return now;
  }

  /** What was released when the plan was made stays so. */
  private static Protection agreed(TargetPlan plan) {
    Set<String> released = new LinkedHashSet<>();
    if (plan.release() != null) {
      for (Resource before : plan.release().graph().resources()) {
        Resource lifted = plan.workspace().released().find(before.address());
        if (before.keep() && lifted != null && !lifted.keep()) {
          released.add(before.address());
        }
      }
    }
    return new Protection(released);
  }

  /** What is taken away was agreed to, or is not done. */
  private static void refuseUnseen(TargetPlan agreed, TargetPlan now) {
    List<String> unseen =
        now.changes().stream()
            .filter(change -> TAKING.contains(change.action()))
            .filter(
                change ->
                    agreed.changes().stream()
                        .noneMatch(
                            before ->
                                before.address().equals(change.address())
                                    && goesAsFar(before.action(), change.action())))
            .map(change -> change.action().name().toLowerCase(Locale.ROOT) + " " + change.address())
            .toList();
    if (!unseen.isEmpty()) {
      throw new EngineException(
          now.target()
              + ": what it stands on has changed, and it would now "
              + String.join(", ", unseen)
              + ", which the plan did not say. Plan again");
    }
  }

  /** Whoever agreed that it goes agreed that it is left to itself. */
  private static boolean goesAsFar(Action agreed, Action now) {
    return agreed == now || (agreed == Action.DELETE && now == Action.FORGET);
  }

  /** All that an engine needs, in place. */
  record Prepared(Engine engine, Engine.Workspace workspace, Map<String, String> artefacts) {}

  /** Puts what is wanted of one target in place for its engine, without asking the engine. */
  Prepared prepare(TargetGraph wanted, @Nullable Release release, Protection protection) {
    ResourceGraph graph = protection.lift(wanted.graph());
    return prepare(wish(wanted.target(), graph, release, false), protection);
  }

  private Wish wish(
      Target target, ResourceGraph graph, @Nullable Release release, boolean reverted) {
    Engine engine = new EngineChoice(plugins).of(target, release);
    Format format = plugins.format(engine.format(), target.site().source());
    Wish asked = new Wish(target, graph, release, reverted);
    ResourceGraph said = SaidOnce.of(graph, asked.deployed(), asked.endedWell(), format.dialect());
    return new Wish(target, said, release, reverted);
  }

  private Prepared prepare(Wish wish, Protection protection) {
    Engine engine = new EngineChoice(plugins).of(wish.target(), wish.release());
    Format format = plugins.format(engine.format(), wish.target().site().source());
    WorkFolder folder = new WorkFolder(project, wish.target());
    ResourceGraph told = Restated.forEngine(wish.graph(), wish.deployed(), format.dialect());
    Map<String, String> artefacts = folder.write(format, told, wish.target());
    Engine.Workspace workspace =
        new Engine.Workspace(
            wish.target(),
            folder.directory(),
            wish.graph(),
            protection.lift(wish.deployed()),
            live.lookUp(wish.target(), wish.graph()),
            wish.endedWell() ? Map.of() : live.importable(wish.target(), wish.graph()),
            wish.drifted());
    return new Prepared(engine, workspace, artefacts);
  }
}
