package io.plumbline.run;

import io.plumbline.graph.DeployOrder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.EngineException;
import io.plumbline.state.Actor;
import io.plumbline.state.Commit;
import io.plumbline.state.Release;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries plans out, one target after the other, and leaves a release record for each. The record
 * is there before the engine begins: whatever ends Plumbline meanwhile, it is known that something
 * was begun, and what may be there.
 */
public final class Deployer {
  private final Project project;
  private final Stores stores;
  private final Actor actor;
  private final Clock clock;
  private final Progress progress;
  private final Planner planner;

  public Deployer(
      Project project,
      Stores stores,
      Actor actor,
      Clock clock,
      Progress progress,
      Planner planner) {
    this.planner = planner;
    this.project = project;
    this.stores = stores;
    this.actor = actor;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Makes it so. The first target that fails ends it.
   *
   * @return the records, in the order of the plans
   * @throws EngineException with what failed, what is done and what is not
   */
  public List<Release> deploy(List<TargetPlan> plans) {
    Commit commit = Commit.of(project.home());
    List<Release> done = new ArrayList<>();
    List<Target> changed = new ArrayList<>();
    for (TargetPlan each : plans) {
      try {
        DeployOrder.Needs needs = DeployOrder.needs(each.workspace().graph());
        boolean moved = each.waitsFor() != null || changed.stream().anyMatch(needs::has);
        done.add(deploy(moved ? planner.again(each) : each, commit));
        if (!each.isEmpty()) {
          changed.add(each.target());
        }
      } catch (EngineException e) {
        throw new EngineException(e.getMessage() + whatIsDone(plans, done.size()), e);
      } catch (RuntimeException e) {
        whatIsDone(plans, done.size()).strip().lines().forEach(progress::say);
        throw e;
      }
    }
    return done;
  }

  private Release deploy(TargetPlan each, @Nullable Commit commit) {
    Release before = each.release();
    Map<String, String> outputs = before == null ? Map.of() : before.outputs();
    if (each.isEmpty()) {
      progress.say(each.target() + ": nothing to change");
    } else {
      progress.say("deploying " + each.target() + " with " + each.engine().id());
      begin(each, commit);
      outputs = each.engine().apply(each.workspace(), each.plan(), progress);
    }
    Release release = release(each, commit, true, outputs, each.workspace().graph());
    stores.releases(each.target().site()).keep(each.target(), release);
    return release;
  }

  private void begin(TargetPlan each, @Nullable Commit commit) {
    ResourceGraph wanted = each.workspace().graph();
    ResourceGraph before = each.release() == null ? ResourceGraph.EMPTY : each.release().graph();
    ResourceGraph maybe = MayBeThere.of(wanted, before);
    stores
        .releases(each.target().site())
        .save(each.target(), release(each, commit, false, Map.of(), maybe));
  }

  private Release release(
      TargetPlan each,
      @Nullable Commit commit,
      boolean finished,
      Map<String, String> outputs,
      ResourceGraph graph) {
    return new Release(
        each.engine().id(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        actor.user() + "@" + actor.host(),
        commit,
        finished,
        each.artefacts(),
        outputs,
        finished ? idsThatLast(each) : idsBefore(each),
        Watched.after(each, graph),
        graph);
  }

  private static Map<String, String> idsBefore(TargetPlan each) {
    return each.release() == null ? Map.of() : each.release().liveIds();
  }

  /** Without those of what the engine has made anew or deleted: the old ones may still stand. */
  private static Map<String, String> idsThatLast(TargetPlan each) {
    Map<String, String> ids = new LinkedHashMap<>(idsBefore(each));
    for (Engine.Change change : each.plan().changes()) {
      if (change.action() != Engine.Action.UPDATE && change.action() != Engine.Action.FORGET) {
        ids.remove(change.address());
      }
    }
    return ids;
  }

  private static String whatIsDone(List<TargetPlan> plans, int done) {
    if (plans.size() == 1) {
      return "";
    }
    List<String> all = plans.stream().map(TargetPlan::target).map(Target::toString).toList();
    return "\ndone: "
        + names(all.subList(0, done))
        + "\nfailed: "
        + all.get(done)
        + "\nnot started: "
        + names(all.subList(done + 1, all.size()));
  }

  private static String names(List<String> targets) {
    return targets.isEmpty() ? "none" : String.join(", ", targets);
  }
}
