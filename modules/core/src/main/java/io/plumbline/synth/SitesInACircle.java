package io.plumbline.synth;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.DeployOrder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import io.plumbline.rule.Problems;
import java.util.List;
import java.util.Map;

/** Sites of which each waits for what the other one makes: none could be deployed first. */
final class SitesInACircle {
  private SitesInACircle() {}

  static void check(Map<Target, ResourceGraph> graphs, Problems problems) {
    List<Target> circle = DeployOrder.circle(graphs);
    if (!circle.isEmpty()) {
      List<String> names =
          circle.stream().map(each -> each.stack() + " on " + each.site().name()).toList();
      problems.addAll(
          List.of(
              new Diagnostic(
                  "PLB-REF-006",
                  Diagnostic.Severity.ERROR,
                  "sites refer to each other in a circle",
                  "got " + String.join(" -> ", names),
                  circle.getFirst().site().source(),
                  "leave one of the references out: choose the name yourself, or make two stacks"
                      + " of it")));
    }
  }
}
