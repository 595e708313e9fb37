package io.plumbline.run;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * What a destroy leaves: what is protected, what that needs, and what is a part of either. A group
 * that stays keeps its rules: without them it would be another group, and an engine that lets out
 * what no rule forbids could not even say it.
 */
final class Survivors {
  private final ResourceGraph graph;
  private final Set<String> kept = new HashSet<>();

  private Survivors(ResourceGraph graph) {
    this.graph = graph;
  }

  static ResourceGraph of(ResourceGraph graph) {
    Survivors survivors = new Survivors(graph);
    graph.keeping(Resource::keep).resources().forEach(each -> survivors.kept.add(each.address()));
    survivors.addParts();
    return graph.keeping(each -> survivors.kept.contains(each.address()));
  }

  private void addParts() {
    int before;
    do {
      before = kept.size();
      graph.resources().stream()
          .filter(this::isPartOfKept)
          .forEach(each -> kept.add(each.address()));
    } while (kept.size() > before);
  }

  /** A part that needs something more would hold that back too, which may cost. */
  private boolean isPartOfKept(Resource resource) {
    ResourceKind kind = resource.kind();
    return kind.isFree()
        && kind.within() != null
        && kind.naturalKey().contains(kind.within())
        && resource.attributes().get(kind.within()) instanceof Value.Ref
        && ResourceGraph.needs(resource).stream()
            .allMatch(need -> kept.contains(need) || graph.find(need) == null);
  }
}
