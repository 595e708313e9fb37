package io.plumbline.run;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.state.Release;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of which a stack may have left something: what an engine let go of, what was made
 * twice, what was not removed. They are read until a check has seen that nothing is there.
 */
final class Watched {
  private Watched() {}

  /**
   * Ids of the kinds to watch once a plan is carried out.
   *
   * @param graph what is then there, or may be
   */
  static Set<String> after(TargetPlan plan, ResourceGraph graph) {
    Release before = plan.release();
    Set<String> watched = new LinkedHashSet<>();
    if (before != null) {
      watched.addAll(before.watched());
      // Of a stack that is gone altogether, what the engine did not let go of is gone as well.
      watched.addAll(graph.isEmpty() ? Set.of() : kinds(before.graph()));
    }
    watched.removeAll(kinds(graph));
    for (Change change : plan.changes()) {
      if (change.action() == Action.FORGET) {
        watched.add(change.type());
      }
    }
    return watched;
  }

  private static Set<String> kinds(ResourceGraph graph) {
    return graph.resources().stream()
        .filter(Resource::isOurs)
        .map(each -> each.kind().id())
        .collect(Collectors.toSet());
  }
}
