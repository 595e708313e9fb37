package io.plumbline.drift;

import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads main documents and matches them, in turns: some operations list all there is, others must
 * be asked by a key that only a matched parent gives. What seems to have gone is read once more
 * before it is called missing.
 */
final class Recognition {
  /** How long lists are given to name what they left out. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final LiveThings things;
  private final Target target;
  private final ResourceGraph desired;
  private final Map<String, String> recorded;
  private final Map<String, List<Resource>> byKind = new LinkedHashMap<>();

  Recognition(
      LiveThings things, Target target, ResourceGraph desired, Map<String, String> recorded) {
    this.things = things;
    this.target = target;
    this.desired = desired;
    this.recorded = recorded;
    for (Resource resource : desired.resources()) {
      byKind.computeIfAbsent(resource.kind().id(), id -> new ArrayList<>()).add(resource);
    }
  }

  Matches settle() {
    Matches matches = round(new Matches());
    // What was never seen has not disappeared, so that there is nothing to wait for.
    Duration wait = recorded.isEmpty() ? Duration.ZERO : A_MOMENT;
    while (things.seeAgain(doubted(matches), wait)) {
      matches = round(match());
    }
    return matches;
  }

  private Matches round(Matches before) {
    Matches matches = before;
    while (things.see(wanted(matches))) {
      matches = match();
    }
    return matches;
  }

  private Matches match() {
    return new Matcher(things.api(), target, desired, recorded, things.rows()).match();
  }

  /** What to ask for again, by operation: what seems not to be there. */
  private Map<String, Set<String>> doubted(Matches matches) {
    Map<String, Set<String>> doubted = new LinkedHashMap<>();
    Doubts doubts = new Doubts(things, recorded);
    for (Resource resource : desired.resources()) {
      Doubts.Doubt doubt =
          matches.at(resource.address()) == null ? doubts.about(resource, matches) : null;
      if (doubt != null) {
        doubted.computeIfAbsent(doubt.operation(), o -> new LinkedHashSet<>()).add(doubt.key());
      }
    }
    return doubted;
  }

  /** Keys by operation, as far as they are known. */
  private Map<String, Set<String>> wanted(Matches matches) {
    Map<String, Set<String>> wanted = new LinkedHashMap<>();
    for (ResourceKind kind : things.kinds()) {
      Read main = LiveThings.main(kind);
      Set<String> keys = wanted.computeIfAbsent(main.operation(), o -> new LinkedHashSet<>());
      if (main.key() == null) {
        keys.add(Readings.ALL);
      } else {
        keys.addAll(keys(kind, main.key(), matches));
      }
      keys.removeIf(key -> main.key() != null && key.equals(Readings.ALL));
    }
    return wanted;
  }

  private Set<String> keys(ResourceKind kind, String attribute, Matches matches) {
    Set<String> keys = new LinkedHashSet<>();
    for (Resource resource : byKind.getOrDefault(kind.id(), List.of())) {
      String key = key(resource, attribute, matches);
      if (key != null) {
        keys.add(key);
      }
    }
    if (attribute.equals(kind.within()) || kind.naturalKey().contains(attribute)) {
      addParents(kind.attribute(attribute), matches, keys);
    }
    return keys;
  }

  /** The value of the key attribute; null while it is not known. */
  static @Nullable String key(Resource resource, String attribute, Matches matches) {
    return switch (resource.existing()) {
      case null -> {
        Value value = matches.resolve(resource.attributes().get(attribute));
        yield value == null ? null : Meaning.scalar(value);
      }
      case Lookup.ById by -> by.id();
      case Lookup.ByName by -> by.name();
      case Lookup.ByTag by -> null;
      case Lookup.OfStack of -> of.name();
      case Lookup.OfSite of -> null;
    };
  }

  /** Each parent that is ours is asked for its children, whether the design gives it any or not. */
  private void addParents(@Nullable Attribute key, Matches matches, Set<String> keys) {
    if (key == null || !(key.shape() instanceof Shape.Reference parent)) {
      return;
    }
    for (Resource resource : byKind.getOrDefault(parent.kind(), List.of())) {
      LiveRow row = resource.isOurs() ? matches.at(resource.address()) : null;
      String id = row == null ? null : row.outputs().get(parent.output());
      if (id != null) {
        keys.add(id);
      }
    }
  }
}
