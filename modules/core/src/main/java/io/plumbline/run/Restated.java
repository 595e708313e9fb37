package io.plumbline.run;

import io.plumbline.graph.Band;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What another controller moves, and the design says anew. Engines leave such a value alone, or
 * each deploy would undo what the controller did; but one that has changed in Java since the last
 * release is meant to arrive. So that deploy writes it, once, and from then on it is the
 * controller's again.
 */
final class Restated {
  private final ResourceGraph released;

  private Restated(ResourceGraph released) {
    this.released = released;
  }

  /**
   * The graph as an engine is to be told of it: what is restated is in no band. A dialect that says
   * itself that only what is unchanged is left alone gets the graph as it is.
   */
  static ResourceGraph forEngine(ResourceGraph wanted, ResourceGraph released, Dialect dialect) {
    Restated restated = new Restated(released);
    return new ResourceGraph(
        wanted.resources().stream()
            .map(each -> saysItself(each.kind(), dialect) ? each : restated.withoutBands(each))
            .toList());
  }

  private static boolean saysItself(ResourceKind kind, Dialect dialect) {
    return !kind.whereMoved(dialect).members().isEmpty() || kind.isUnsaidWhereMoved(dialect);
  }

  /** The graph as a record of it says it until it is known to be there: as it was before. */
  static ResourceGraph asBefore(ResourceGraph wanted, ResourceGraph released) {
    Restated restated = new Restated(released);
    return new ResourceGraph(wanted.resources().stream().map(restated::withValuesBefore).toList());
  }

  private @Nullable Resource before(Resource wanted) {
    Resource before = released.find(wanted.address());
    return before == null && wanted.formerly() != null ? released.find(wanted.formerly()) : before;
  }

  /** Moved attributes of which the design says another value than the last release did. */
  private Set<String> restated(Resource wanted, Resource before) {
    Map<String, Value> values = new LinkedHashMap<>();
    wanted.moved().forEach(name -> values.put(name, wanted.attributes().get(name)));
    values
        .entrySet()
        .removeIf(each -> before.attributes().get(each.getKey()).equals(each.getValue()));
    return values.keySet();
  }

  private Resource withoutBands(Resource wanted) {
    Resource before = before(wanted);
    if (before == null) {
      return wanted;
    }
    Map<String, Band> bands = new LinkedHashMap<>(wanted.bands());
    bands.keySet().removeAll(restated(wanted, before));
    return wanted.withBands(bands);
  }

  private Resource withValuesBefore(Resource wanted) {
    Resource before = before(wanted);
    if (before == null) {
      return wanted;
    }
    Map<String, Value> values = new LinkedHashMap<>(wanted.attributes().members());
    restated(wanted, before).forEach(name -> values.put(name, before.attributes().get(name)));
    return wanted.withAttributes(new Value.Obj(values));
  }
}
