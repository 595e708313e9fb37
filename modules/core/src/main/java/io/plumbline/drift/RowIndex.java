package io.plumbline.drift;

import io.plumbline.kind.ResourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The live things of one kind by all that they may be looked up by; each index made when asked. */
final class RowIndex {
  private final ResourceKind kind;
  private final List<LiveRow> rows;
  private @Nullable Map<String, List<LiveRow>> byName;
  private @Nullable Map<String, List<LiveRow>> byId;
  private @Nullable Map<String, List<LiveRow>> byKey;
  private @Nullable Map<String, List<LiveRow>> byTag;

  RowIndex(ResourceKind kind, List<LiveRow> rows) {
    this.kind = kind;
    this.rows = rows;
  }

  /** Those with this live name. */
  List<LiveRow> named(String name) {
    if (byName == null) {
      byName = by((row, add) -> add.accept(String.valueOf(row.name()), row));
    }
    return byName.getOrDefault(name, List.of());
  }

  /** Those with this output, whichever: releases and users name a thing by its id, name or ARN. */
  List<LiveRow> withId(String id) {
    if (byId == null) {
      byId =
          by(
              (row, add) -> {
                add.accept(row.liveId(), row);
                row.outputs().values().stream()
                    .distinct()
                    .filter(output -> !output.equals(row.liveId()))
                    .forEach(output -> add.accept(output, row));
              });
    }
    return byId.getOrDefault(id, List.of());
  }

  /** Those with this natural key. */
  List<LiveRow> withKey(String key) {
    if (byKey == null) {
      byKey =
          by((row, add) -> add.accept(String.valueOf(NaturalKey.of(kind, row::attribute)), row));
    }
    return byKey.getOrDefault(key, List.of());
  }

  /** Those with this tag. */
  List<LiveRow> tagged(String tag, String value) {
    if (byTag == null) {
      byTag =
          by((row, add) -> row.tags().forEach((key, text) -> add.accept(key + "=" + text, row)));
    }
    return byTag.getOrDefault(tag + "=" + value, List.of());
  }

  private Map<String, List<LiveRow>> by(BiConsumer<LiveRow, BiConsumer<String, LiveRow>> keys) {
    Map<String, List<LiveRow>> index = new HashMap<>();
    BiConsumer<String, LiveRow> add =
        (key, row) -> index.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    rows.forEach(row -> keys.accept(row, add));
    return index;
  }
}
