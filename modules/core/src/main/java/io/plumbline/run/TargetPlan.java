package io.plumbline.run;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Resource;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Engine.Change;
import io.plumbline.state.Release;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would be done for one target.
 *
 * @param artefacts SHA-256 of each file that the engine works from
 * @param release what is deployed; null before the first deploy
 * @param waitsFor another target that is to be deployed first; until then the changes are a guess
 *     by the graphs alone; null where the engine has said them
 */
public record TargetPlan(
    Engine engine,
    Engine.Workspace workspace,
    Engine.Plan plan,
    Map<String, String> artefacts,
    @Nullable Release release,
    @Nullable Target waitsFor) {

  /** One that waits for nothing. */
  TargetPlan(
      Engine engine,
      Engine.Workspace workspace,
      Engine.Plan plan,
      Map<String, String> artefacts,
      @Nullable Release release) {
    this(engine, workspace, plan, artefacts, release, null);
  }

  public Target target() {
    return workspace.target();
  }

  public List<Change> changes() {
    return plan.changes();
  }

  public boolean isEmpty() {
    return plan.changes().isEmpty() && plan.file() == null && waitsFor == null;
  }

  /** The resource that a change is about, as it is wanted, else as it was; null where unknown. */
  public @Nullable Resource resource(String address) {
    Resource wanted = workspace.graph().find(address);
    return wanted != null ? wanted : workspace.released().find(address);
  }

  /** The line of Java that asks for what is at {@code address}, or asked for it. */
  public @Nullable SourceLine source(String address) {
    Resource resource = resource(address);
    return resource == null ? null : resource.source();
  }
}
