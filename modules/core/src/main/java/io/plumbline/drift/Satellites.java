package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The documents beside the main one, of what was recognised as ours and of nothing else: in an
 * account with thousands of foreign buckets, ours alone are asked for their settings.
 */
final class Satellites {
  private final Readings readings;
  private final Map<Read, Map<String, List<Obj>>> rows = new HashMap<>();

  Satellites(LiveThings things, ResourceGraph desired, Matches matches) {
    this.readings = things.readings();
    Map<String, Set<String>> wanted = new LinkedHashMap<>();
    for (Resource resource : desired.resources()) {
      LiveRow row = matches.at(resource.address());
      if (resource.isOurs() && row != null) {
        want(row, wanted);
      }
    }
    readings.ask(wanted);
  }

  private static void want(LiveRow row, Map<String, Set<String>> wanted) {
    for (Read read : beside(row.kind()).values()) {
      String key = key(row, read);
      if (!key.isEmpty()) {
        wanted.computeIfAbsent(read.operation(), o -> new LinkedHashSet<>()).add(key);
      }
    }
  }

  private static Map<String, Read> beside(ResourceKind kind) {
    Map<String, Read> beside = new LinkedHashMap<>(kind.reads());
    beside.remove("");
    return beside;
  }

  private static String key(LiveRow row, Read read) {
    String member = read.key();
    String key = member == null ? null : Meaning.scalar(row.document().get(member));
    return key == null ? "" : key;
  }

  /** All documents of one thing; those that could not be read are {@link Value.Unknown}. */
  Map<String, Value> documents(LiveRow row) {
    Map<String, Value> documents = new LinkedHashMap<>();
    documents.put("", row.document());
    beside(row.kind()).forEach((name, read) -> documents.put(name, document(row, read)));
    return documents;
  }

  private Value document(LiveRow row, Read read) {
    String key = key(row, read);
    if (key.isEmpty()) {
      return new Value.Unknown(
          read.operation() + " asks by " + read.key() + ", which the main document does not say");
    }
    List<Obj> found = of(read).getOrDefault(key, List.of());
    Failure failure = readings.failure(read.operation(), key);
    if (failure != null) {
      return new Value.Unknown(failure.toString());
    } else if (found.size() > 1) {
      return new Value.Unknown(
          read.operation() + ": " + found.size() + " answers for " + key + ", not one");
    }
    return found.isEmpty() ? Value.NULL : found.get(0);
  }

  private Map<String, List<Obj>> of(Read read) {
    return rows.computeIfAbsent(
        read,
        r -> {
          Map<String, List<Obj>> byKey = new HashMap<>();
          for (Obj row : readings.rows(r)) {
            String key = Meaning.scalar(row.get(r.ownerMember()));
            byKey.computeIfAbsent(String.valueOf(key), k -> new ArrayList<>()).add(row);
          }
          return byKey;
        });
  }
}
