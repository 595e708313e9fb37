package io.plumbline.live.azure;

import io.plumbline.azure.client.ArmId;
import io.plumbline.azure.client.ArmRest;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Resource Manager itself lists in a subscription, and when each thing was last changed.
 * Resource Graph hears of a change later: nineteen in twenty within half a minute, the rest
 * whenever; until then it tells of what was. So what the two do not agree about, or what was
 * changed of late, is not believed to it, and asked for by id. Asked once for each source. Source:
 * REST reference, Resources - List, {@code $expand=changedTime}; how late it is: Azure/azure-dev
 * issue 540; read 2026-11.
 */
final class Inventory {
  private static final String LIST =
      "/resources?api-version=2021-04-01&$expand=changedTime&$top=1000";
  private static final Duration OF_LATE = Duration.ofMinutes(30);

  private final ArmRest rest;
  private final String subscription;
  private final String location;
  private @Nullable Map<String, Listed> all;

  Inventory(ArmRest rest, String subscription, String location) {
    this.rest = rest;
    this.subscription = subscription;
    this.location = location;
  }

  private record Listed(String type, boolean isHere, @Nullable Instant changed) {}

  /**
   * Ids, in lower case, of what is to be asked for by id.
   *
   * @param seen those that Resource Graph has of the type, in lower case
   */
  Set<String> doubtful(String type, Set<String> seen) {
    Map<String, Listed> known = all();
    Instant late = Instant.now().minus(OF_LATE);
    Set<String> doubtful = new TreeSet<>();
    known.forEach(
        (id, listed) -> {
          boolean isNew = listed.changed != null && listed.changed.isAfter(late);
          if (listed.type.equalsIgnoreCase(type)
              && listed.isHere
              && (isNew || !seen.contains(id))) {
            doubtful.add(id);
          }
        });
    if (isWhole(type)) {
      seen.stream().filter(id -> !known.containsKey(id)).forEach(doubtful::add);
    }
    return doubtful;
  }

  /** Some children have a place of their own in the list, most have not. */
  private static boolean isWhole(String type) {
    return type.indexOf('/') == type.lastIndexOf('/')
        && !type.startsWith("Microsoft.Authorization/");
  }

  private synchronized Map<String, Listed> all() {
    if (all == null) {
      Map<String, Listed> listed = new HashMap<>();
      rest.list(
          "/subscriptions/" + subscription + LIST,
          each -> listed.put(text(each, "id").toLowerCase(Locale.ROOT), listed(each)));
      all = listed;
    }
    return all;
  }

  private Listed listed(Obj resource) {
    String id = text(resource, "id");
    if (!ArmId.is(id)) {
      throw new IllegalStateException("the answer is not whole: a resource without an id");
    }
    return new Listed(ArmId.typeOf(id), isHere(resource), time(text(resource, "changedTime")));
  }

  /** Whether it stands at this location, or at none. */
  boolean isHere(Obj resource) {
    String place = text(resource, "location").toLowerCase(Locale.ROOT).replace(" ", "");
    return Set.of("", "global", location).contains(place);
  }

  private static @Nullable Instant time(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return Instant.MAX; // nobody knows how long ago that was
    }
  }

  private static String text(Obj object, String member) {
    return object.get(member) instanceof Value.Text text ? text.value() : "";
  }
}
