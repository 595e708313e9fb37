package io.plumbline.drift;

import io.plumbline.graph.IdentityTags;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.kind.Maker;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.SmallMap;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One live thing: the main document of a resource, with as much of it decoded as recognising it
 * takes. Each is itself alone, whatever it says: two rows are never equal.
 */
final class LiveRow {
  private final ResourceKind kind;
  private final Obj document;
  private final Obj identity;
  private final Map<String, String> tags;
  private final Map<String, String> outputs;

  /**
   * A row of {@code kind}.
   *
   * @param recognisedBy {@link #recognisedBy} of the kind, worked out once for all its rows
   * @param constants what is the same for every resource of the site
   */
  LiveRow(
      ResourceKind kind,
      Shape.Struct recognisedBy,
      Obj document,
      Dialect api,
      Map<String, String> constants) {
    this.kind = kind;
    this.document = document;
    this.identity = Lens.decode(recognisedBy, Map.of("", document), api);
    this.tags =
        kind.tags() == null
            ? Map.of()
            : SmallMap.copyOf(IdentityTags.read(identity.get(kind.tags())));
    this.outputs = SmallMap.copyOf(Outputs.of(kind, document, api, constants));
  }

  /** The attributes by which a kind is recognised. */
  static Shape.Struct recognisedBy(ResourceKind kind) {
    Set<String> names = new LinkedHashSet<>(kind.naturalKey());
    String maker = kind.maker() == null ? null : kind.maker().path();
    for (String name :
        new @Nullable String[] {kind.tags(), kind.name(), kind.within(), kind.toldBy(), maker}) {
      if (name != null) {
        names.add(name.split("/", -1)[0]);
      }
    }
    List<Attribute> attributes = new ArrayList<>();
    for (Attribute attribute : kind.shape().attributes()) {
      if (names.contains(attribute.name())) {
        attributes.add(attribute);
      }
    }
    return new Shape.Struct(attributes);
  }

  ResourceKind kind() {
    return kind;
  }

  Obj document() {
    return document;
  }

  Map<String, String> tags() {
    return tags;
  }

  Map<String, String> outputs() {
    return outputs;
  }

  Value attribute(String name) {
    return identity.get(name);
  }

  /** All by which it is known but its tags, which say whose it is. */
  Obj knownBy() {
    Map<String, Value> known = new LinkedHashMap<>(identity.members());
    known.remove(kind.tags());
    return new Obj(known);
  }

  /** Whether it came with a parent that the provider made by itself. */
  boolean isBroughtAlong() {
    return kind.identity().broughtAlong(document);
  }

  /** The live name; null where the kind has none, or none is to be read. */
  @Nullable String name() {
    return kind.identity().liveName(identity);
  }

  /** Output {@code id}, else the first output; what has none is called by its natural key. */
  String liveId() {
    String id = outputs.get("id");
    if (id != null) {
      return id;
    }
    if (!outputs.isEmpty()) {
      return outputs.values().iterator().next();
    }
    List<String> key = new ArrayList<>();
    for (String name : kind.naturalKey()) {
      String part = Meaning.scalar(attribute(name));
      if (part != null) {
        key.add(part);
      }
    }
    return String.join("/", key);
  }

  /** Why it cannot be told what this is; null where it can. */
  @Nullable String unclear() {
    for (Value value : identity.members().values()) {
      if (value instanceof Value.Unknown unknown) {
        return unknown.reason();
      }
    }
    return null;
  }

  /** The name of what made it; null where nothing did, or the kind is not made. */
  @Nullable String maker() {
    Maker maker = kind.maker();
    return maker == null
        ? null
        : Meaning.scalar(Lens.find(identity, List.of(maker.path().split("/", -1))));
  }

  /** Whether the provider made it by itself. */
  boolean isProviderMade() {
    return kind.identity().madeByProvider(document);
  }
}
