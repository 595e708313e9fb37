package io.plumbline.arm;

import io.plumbline.graph.Resource;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a target stands in resource groups of somebody else: a template is deployed to one group,
 * and what is in another wants a deployment of its own there.
 */
final class OtherGroups {
  private static final String GROUP = "resourceGroup";

  private final String ours;
  private final SortedMap<String, List<Resource>> byName = new TreeMap<>();

  OtherGroups(List<Resource> resources, Target target) {
    this.ours = target.site().setting("resource-group", "");
    for (Resource resource : resources) {
      if (hold(resource)) {
        String group = ((Value.Text) resource.attributes().get(GROUP)).value();
        byName.computeIfAbsent(group, name -> new ArrayList<>()).add(resource);
      }
    }
  }

  /** Whether a resource stands in one of them: a group of the stack's own is referred to. */
  boolean hold(Resource resource) {
    return resource.attributes().get(GROUP) instanceof Value.Text named
        && !named.value().equals(ours);
  }

  /** What is in each. */
  SortedMap<String, List<Resource>> byName() {
    return Collections.unmodifiableSortedMap(byName);
  }
}
