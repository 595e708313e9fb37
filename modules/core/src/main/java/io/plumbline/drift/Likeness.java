package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tells which of several live things is most like a resource, where nothing better decides. */
final class Likeness {
  private final Resource resource;
  private final Matches matches;
  private final Dialect api;

  Likeness(Resource resource, Matches matches, Dialect api) {
    this.resource = resource;
    this.matches = matches;
    this.api = api;
  }

  /**
   * The one with the fewest differences; among equals the first by id, so that it stays the same.
   */
  LiveRow likest(List<LiveRow> rows) {
    return rows.stream()
        .min(Comparator.comparingInt(this::differences).thenComparing(LiveRow::liveId))
        .orElseThrow();
  }

  private int differences(LiveRow row) {
    Obj observed = Lens.decode(resource.kind().shape(), Map.of("", row.document()), api);
    int differences = 0;
    for (Attribute attribute : resource.kind().shape().attributes()) {
      Value wanted = matches.resolve(resource.attributes().get(attribute.name()));
      Value actual = observed.get(attribute.name());
      if (wanted != null && !Meaning.isNothing(wanted) && !Meaning.isNothing(actual)) {
        String meaning = Meaning.of(attribute.shape(), wanted);
        differences += meaning.equals(Meaning.of(attribute.shape(), actual)) ? 0 : 1;
      }
    }
    return differences;
  }
}
