package io.plumbline.run;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What another controller moves, and a dialect must say when a resource is made. Sent again with a
 * change of something else, it would undo what the controller did; so from the first change on it
 * is not said any more. The release remembers that, by not having the value either.
 */
final class SaidOnce {
  private final ResourceGraph released;
  private final boolean finished;
  private final Dialect dialect;

  private SaidOnce(ResourceGraph released, boolean finished, Dialect dialect) {
    this.dialect = dialect;
    this.released = released;
    this.finished = finished;
  }

  /**
   * The graph as it is wanted after {@code released}.
   *
   * @param finished whether that release ended well; if not, what it was to make may not be there,
   *     and must be said to be made
   */
  static ResourceGraph of(
      ResourceGraph wanted, ResourceGraph released, boolean finished, Dialect dialect) {
    SaidOnce said = new SaidOnce(released, finished, dialect);
    return new ResourceGraph(
        wanted.resources().stream()
            .map(each -> each.kind().isUnsaidWhereMoved(dialect) ? said.now(each) : each)
            .toList());
  }

  private Resource now(Resource wanted) {
    Resource before = released.find(wanted.address());
    if (before == null && wanted.formerly() != null) {
      before = released.find(wanted.formerly());
    }
    return before == null || wanted.bands().isEmpty() || !isSilent(before, wanted)
        ? wanted
        : silent(wanted);
  }

  private boolean isSilent(Resource before, Resource wanted) {
    Set<String> moved = wanted.bands().keySet();
    boolean already =
        moved.stream().allMatch(name -> before.attributes().get(name) instanceof Value.Null);
    boolean same =
        wanted.kind().shape().attributes().stream()
                .map(Attribute::name)
                .filter(name -> !moved.contains(name))
                .allMatch(
                    name -> before.attributes().get(name).equals(wanted.attributes().get(name)))
            && before.raw().equals(wanted.raw())
            && before.bands().equals(wanted.bands());
    return already || (finished && (!same || wanted.kind().isUnsaidOnceMade(dialect)));
  }

  private static Resource silent(Resource wanted) {
    Map<String, Value> said = new LinkedHashMap<>(wanted.attributes().members());
    said.keySet().removeAll(wanted.bands().keySet());
    return wanted.withAttributes(new Value.Obj(said));
  }
}
