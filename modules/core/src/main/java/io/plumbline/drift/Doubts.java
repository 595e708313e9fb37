package io.plumbline.drift;

import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a second time before something counts as gone. Lists of large providers lag behind: a
 * list can leave out what is there, and name what is there no more.
 */
final class Doubts {
  private final LiveThings things;
  private final Map<String, String> recorded;

  /**
   * Doubts about one target.
   *
   * @param recorded live ids by address, as the last release recorded them
   */
  Doubts(LiveThings things, Map<String, String> recorded) {
    this.things = things;
    this.recorded = recorded;
  }

  /**
   * A question about one thing.
   *
   * @param key what the thing is asked for by; {@link Readings#ALL} where nobody knows more than
   *     that a list should name it
   */
  record Doubt(String operation, String key) {}

  /** About a resource that was not found; null where nothing more can be asked. */
  @Nullable Doubt about(Resource resource, Matches matches) {
    ResourceKind kind = resource.kind();
    if (!kind.reads().containsKey("")) {
      return null;
    }
    Read main = LiveThings.main(kind);
    String attribute = main.key();
    String first = attribute == null ? Readings.ALL : Recognition.key(resource, attribute, matches);
    if (first == null || things.unread(kind, first) != null) {
      return null; // a read that failed has been tried often enough
    }
    String key = attribute == null ? sought(resource, main.sought(), matches) : first;
    return key == null ? null : new Doubt(main.operation(), key);
  }

  /** Null while a parent is not known by whom it is sought: that one is in doubt itself. */
  private @Nullable String sought(Resource resource, @Nullable String attribute, Matches matches) {
    return switch (resource.existing()) {
      case null -> attribute == null ? lastId(resource) : value(resource, attribute, matches);
      case Lookup.ById by -> attribute == null ? by.id() : Readings.ALL;
      case Lookup.ByName by -> Readings.ALL;
      case Lookup.ByTag by -> Readings.ALL;
      case Lookup.OfStack of -> Readings.ALL;
      case Lookup.OfSite of -> Readings.ALL;
    };
  }

  private static @Nullable String value(Resource resource, String attribute, Matches matches) {
    Value value = matches.resolve(resource.attributes().get(attribute));
    return value == null ? null : Meaning.scalar(value);
  }

  private String lastId(Resource resource) {
    String id = recorded.get(resource.address());
    String before = resource.formerly() == null ? null : recorded.get(resource.formerly());
    return id != null ? id : before != null ? before : Readings.ALL;
  }

  /**
   * About a thing that a list named, and that should not be there; null where none can be asked.
   */
  static @Nullable Doubt about(Stray stray, ResourceKind kind) {
    Read main = LiveThings.main(kind);
    String attribute = main.key() == null ? main.sought() : main.key();
    String key =
        attribute == null ? stray.liveId() : Meaning.scalar(stray.observed().get(attribute));
    return key == null || key.isEmpty() ? null : new Doubt(main.operation(), key);
  }
}
