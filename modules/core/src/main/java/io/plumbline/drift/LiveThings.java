package io.plumbline.drift;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.value.Value.Obj;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    return take(readings.ask(wanted));
  }

  /**
   * Asks once more for what the first answers left out; false where all of it was asked before.
   * What either answer names is there.
   */
  boolean seeAgain(Map<String, Set<String>> doubted, Duration wait) {
    return take(readings.askAgain(doubted, wait));
  }

  private boolean take(Set<String> asked) {
    for (ResourceKind kind : kinds()) {
      if (asked.contains(main(kind).operation())) {
        rows.put(kind.id(), both(read(kind), readAgain(kind)));
      }
    }
    return !asked.isEmpty();
  }

  /** The second answer is the newer one of what both name. */
  private static List<LiveRow> both(List<LiveRow> first, List<LiveRow> second) {
    if (second.isEmpty()) {
      return first;
    }
    Set<String> newer = second.stream().map(LiveRow::liveId).collect(Collectors.toSet());
    return Stream.concat(
            first.stream().filter(row -> !newer.contains(row.liveId())), second.stream())
        .toList();
  }

  private List<LiveRow> read(ResourceKind kind) {
    return rows(kind, readings.rows(main(kind)));
  }

  /** What was answered when asked again; what two questions led to, once. */
  List<LiveRow> readAgain(ResourceKind kind) {
    Map<String, LiveRow> last = new LinkedHashMap<>();
    rows(kind, readings.rowsAgain(main(kind))).forEach(row -> last.put(row.liveId(), row));
    return List.copyOf(last.values());
  }

  private List<LiveRow> rows(ResourceKind kind, List<Obj> documents) {
    Shape.Struct recognisedBy = LiveRow.recognisedBy(kind);
    List<LiveRow> found = new ArrayList<>();
    for (Obj document : documents) {
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

  /** Why a doubt was not settled; null where it was. */
  @Nullable String unsettled(Doubts.Doubt doubt) {
    Failure failure = readings.failureAgain(doubt.operation(), doubt.key());
    return failure == null ? null : failure.toString();
  }
}
