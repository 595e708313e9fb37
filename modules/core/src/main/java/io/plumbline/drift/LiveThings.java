package io.plumbline.drift;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The live things that were seen so far, by kind; each stays the same row however often it asks.
 */
final class LiveThings {
  private final ReadScope scope;
  private final Dialect api;
  private final LiveSource source;
  private final Readings readings;
  private final Map<String, List<LiveRow>> rows = new LinkedHashMap<>();

  LiveThings(ReadScope scope, Dialect api, LiveSource source) {
    this.scope = scope;
    this.api = api;
    this.source = source;
    this.readings = new Readings(source);
  }

  List<ResourceKind> kinds() {
    return scope.looked();
  }

  /** Ids of the kinds that nobody looks for. */
  List<String> left() {
    return scope.left();
  }

  Dialect api() {
    return api;
  }

  Readings readings() {
    return readings;
  }

  /** The read of the kind's main document. */
  static Read main(ResourceKind kind) {
    return Objects.requireNonNull(kind.reads().get(""));
  }

  /** Asks for what was not asked for yet; false where that is nothing. */
  boolean see(Map<String, Set<String>> wanted) {
    Set<String> asked = readings.ask(wanted);
    for (ResourceKind kind : kinds()) {
      if (asked.contains(main(kind).operation())) {
        rows.put(kind.id(), read(kind));
      }
    }
    return !asked.isEmpty();
  }

  private List<LiveRow> read(ResourceKind kind) {
    Shape.Struct recognisedBy = LiveRow.recognisedBy(kind);
    List<LiveRow> found = new ArrayList<>();
    for (Obj document : readings.rows(main(kind))) {
      found.add(new LiveRow(kind, recognisedBy, document, api, source.constants()));
    }
    return found;
  }

  Map<String, List<LiveRow>> rows() {
    return rows;
  }

  List<LiveRow> rows(ResourceKind kind) {
    return rows.getOrDefault(kind.id(), List.of());
  }

  /** Why {@code key} of a kind was not read; null where it was. */
  @Nullable String unread(ResourceKind kind, String key) {
    Failure failure = readings.failure(main(kind).operation(), key);
    return failure == null ? null : failure.toString();
  }
}
