package io.plumbline.run;

import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.state.Release;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be said of a deploy that no engine can plan yet, since something is not there yet. */
final class Guess {
  private Guess() {}

  /**
   * The first of the other targets of which something is needed that its last deploy has not made.
   *
   * @param of the target whose graph it is
   * @param site by name; null where the environment has none of this name
   * @param release of a target; null where it was never deployed
   */
  static @Nullable Target waitsFor(
      ResourceGraph graph,
      Target of,
      Function<String, @Nullable Site> site,
      Function<Target, @Nullable Release> release) {
    for (Resource resource : graph.resources()) {
      Lookup lookup = resource.existing();
      Site where = of.site();
      if (lookup instanceof Lookup.OfSite elsewhere) {
        lookup = elsewhere.there();
        where = site.apply(elsewhere.site());
      }
      if (where != null && lookup instanceof Lookup.OfStack there) {
        Target other = new Target(of.environment(), there.stack(), where);
        Release made = release.apply(other);
        if (made == null || !made.finished() || made.graph().find(there.address()) == null) {
          return other;
        }
      }
    }
    return null;
  }

  /** What differs between what is wanted and what is deployed; what was renamed is the same. */
  static List<Change> changes(ResourceGraph wanted, ResourceGraph released) {
    List<Change> changes = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Resource each : wanted.resources()) {
      if (each.isOurs()) {
        Resource before = before(each, released);
        if (before == null) {
          changes.add(change(Action.CREATE, each));
          continue;
        }
        known.add(before.address());
        if (before.kind() != each.kind()) {
          changes.add(change(Action.REPLACE, each));
        } else if (!sameWish(before, each)) {
          changes.add(change(Action.UPDATE, each));
        }
      }
    }
    for (Resource each : released.resources()) {
      if (each.isOurs() && !known.contains(each.address())) {
        changes.add(change(Action.DELETE, each));
      }
    }
    return changes;
  }

  private static @Nullable Resource before(Resource wanted, ResourceGraph released) {
    Resource same = released.find(wanted.address());
    String formerly = wanted.formerly();
    return same != null || formerly == null ? same : released.find(formerly);
  }

  private static boolean sameWish(Resource before, Resource after) {
    return before.attributes().equals(after.attributes())
        && Objects.equals(before.raw(), after.raw());
  }

  private static Change change(Action action, Resource resource) {
    return new Change(action, resource.address(), resource.kind().id(), List.of());
  }
}
