package io.plumbline.synth;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.rule.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two resources of one place have one live name, so that each deploy would take what the other has
 * made: names are joined by hyphens, and {@code a-b} with {@code c} reads as {@code a} with {@code
 * b-c}. Stands here, and not with the other rules, since only what is lowered has names.
 */
final class NameTaken {
  private final Problems problems;
  private final Map<String, String> owners = new HashMap<>();

  NameTaken(Problems problems) {
    this.problems = problems;
  }

  void check(Target target, ResourceGraph graph) {
    for (Resource resource : graph.resources()) {
      String attribute = resource.kind().name();
      boolean isTag = attribute == null || attribute.contains("/");
      String name = isTag ? null : resource.kind().identity().liveName(resource.attributes());
      if (name != null && resource.isOurs()) {
        String owner = target.stack() + ": " + resource.address();
        String other =
            owners.putIfAbsent(place(target.site()) + resource.kind() + " " + name, owner);
        if (other != null && !other.equals(owner)) {
          problems.addAll(List.of(problem(resource, name, owner, other)));
        }
      }
    }
  }

  /** Where names are told apart: two sites may be one place. */
  private static String place(Site site) {
    return site.setting("account")
        + " "
        + site.setting("region")
        + " "
        + site.setting("endpoint")
        + " ";
  }

  private static Diagnostic problem(Resource resource, String name, String owner, String other) {
    return new Diagnostic(
        "PLB-ID-003",
        Diagnostic.Severity.ERROR,
        "live name used twice",
        "got " + resource.kind() + " " + name + " for " + owner + " and for " + other,
        resource.source(),
        "give one of the components, or of the stacks, another name");
  }
}
