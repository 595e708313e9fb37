package io.plumbline.cloudformation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands already of a design, in the root's stack and the nested ones. */
final class Standing {
  private Standing() {}

  /** Numbers of stacks by logical id; what is in no stack of ours has none. */
  static Map<String, Integer> of(List<Held> held) {
    Map<String, Integer> places = new HashMap<>();
    for (Held each : held) {
      String status = each.resource().resourceStatusAsString();
      boolean there = each.resource().physicalResourceId() != null && !status.startsWith("DELETE_");
      if (there && each.number() >= Placement.ROOT) {
        places.put(each.resource().logicalResourceId(), each.number());
      }
    }
    return places;
  }
}
