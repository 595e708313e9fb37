package io.plumbline.drift;

import io.plumbline.kind.ResourceKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks once more at what should not be there: a list can name what is gone already. */
final class Confirmation {
  private final LiveThings things;
  private final Map<String, ResourceKind> kinds = new HashMap<>();
  private final Map<Stray, Doubts.Doubt> doubts = new HashMap<>();
  private final Map<String, Set<String>> there = new HashMap<>();

  Confirmation(LiveThings things) {
    this.things = things;
    things.kinds().forEach(kind -> kinds.put(kind.id(), kind));
  }

  /** Without those of {@code counting} that a second look does not find. */
  List<Stray> of(List<Stray> strays, Predicate<Stray> counting) {
    Map<String, Set<String>> doubted = new LinkedHashMap<>();
    for (Stray stray : strays) {
      ResourceKind kind = kinds.get(stray.kind());
      Doubts.Doubt doubt = kind == null || !counting.test(stray) ? null : Doubts.about(stray, kind);
      if (doubt != null) {
        doubts.put(stray, doubt);
        doubted.computeIfAbsent(doubt.operation(), o -> new LinkedHashSet<>()).add(doubt.key());
      }
    }
    things.readings().askAgain(doubted, Duration.ZERO);
    return strays.stream().filter(stray -> isThere(stray, doubts.get(stray))).toList();
  }

  /** What could not be asked for again was seen once, which is more than nothing. */
  private boolean isThere(Stray stray, Doubts.@Nullable Doubt doubt) {
    return doubt == null
        || things.unsettled(doubt) != null
        || there.computeIfAbsent(stray.kind(), this::ids).contains(stray.liveId());
  }

  private Set<String> ids(String kind) {
    Set<String> ids = new HashSet<>();
    ResourceKind known = kinds.get(kind);
    if (known != null) {
      things.readAgain(known).forEach(row -> ids.add(row.liveId()));
    }
    return ids;
  }
}
