package io.plumbline.run;

import io.plumbline.model.Site;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.Preflight;
import io.plumbline.state.Actor;
import io.plumbline.synth.Plugins;
import java.time.Clock;
import java.util.List;

/** The pieces that runs in one environment share, put together once. */
public final class Workshop {
  private final Plugins plugins;
  private final Progress progress;
  private final Stores stores;
  private final Live live;
  private final Planner planner;
  private final Deployer deployer;

  /**
   * The pieces of one environment.
   *
   * @param sites all that it has, of which one may need what another has made
   */
  public Workshop(
      String environment,
      List<Site> sites,
      Project project,
      Plugins plugins,
      Progress progress,
      boolean allowLocalState) {
    this.plugins = plugins;
    this.progress = progress;
    this.stores = new Stores(environment, project, plugins, allowLocalState);
    this.live = new Live(plugins, sites);
    this.planner = new Planner(project, plugins, stores, live, progress);
    this.deployer =
        new Deployer(project, stores, Actor.current(), Clock.systemUTC(), progress, planner);
  }

  public Stores stores() {
    return stores;
  }

  public Planner planner() {
    return planner;
  }

  public Deployer deployer() {
    return deployer;
  }

  /** What the provider says of these plans before they are carried out. */
  public List<Preflight> preflight(List<TargetPlan> plans) {
    return plans.stream()
        .filter(Workshop::makesSomething)
        .flatMap(plan -> live.preflight(plan).stream())
        .toList();
  }

  private static boolean makesSomething(TargetPlan plan) {
    return plan.changes().stream()
        .anyMatch(change -> change.action() != Action.DELETE && change.action() != Action.FORGET);
  }

  /** Nodes that did not come, of what was deployed. */
  public Capacity capacity() {
    return new Capacity(live, progress);
  }

  public PlanFiles planFiles() {
    return new PlanFiles(stores, live, planner);
  }

  /**
   * A check.
   *
   * @param environments of the project, by name: what their stacks made, they answer for
   * @param sites of this environment
   */
  public Drift drift(boolean strict, List<String> environments, List<Site> sites) {
    return new Drift(
        plugins,
        stores,
        live,
        progress,
        strict,
        new DeployedNeighbours(stores, environments, sites));
  }
}
