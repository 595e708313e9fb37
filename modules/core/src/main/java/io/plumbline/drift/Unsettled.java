package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resources of which it is not known whether they are there: a live thing that nobody has may be
 * one of them, if it stands where that one should.
 */
final class Unsettled {
  private final Matches matches;
  private final Map<String, List<Resource>> byKind = new HashMap<>();

  Unsettled(ResourceGraph desired, Matches matches, Set<String> addresses) {
    this.matches = matches;
    for (String address : addresses) {
      Resource resource = desired.get(address);
      byKind.computeIfAbsent(resource.kind().id(), kind -> new ArrayList<>()).add(resource);
    }
  }

  /** Whether a live thing, which is no other resource, may be one of these. */
  boolean mayBe(LiveRow row) {
    return byKind.getOrDefault(row.kind().id(), List.of()).stream()
        .anyMatch(resource -> mayStandTogether(resource, row));
  }

  /** Unless it is known that the one stands in something else than the other. */
  private boolean mayStandTogether(Resource resource, LiveRow row) {
    String within = row.kind().within();
    if (within == null) {
      return true;
    }
    Value home = matches.resolve(resource.attributes().get(within));
    return home == null || mayHaveOneInCommon(home, row.attribute(within));
  }

  private static boolean mayHaveOneInCommon(Value some, Value others) {
    if (some instanceof Value.Sequence all) {
      return all.items().stream().anyMatch(each -> mayHaveOneInCommon(each, others));
    } else if (others instanceof Value.Sequence) {
      return mayHaveOneInCommon(others, some);
    }
    String one = Meaning.scalar(some);
    String other = Meaning.scalar(others);
    return one == null || other == null || one.equals(other);
  }
}
