package io.plumbline.kind;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tells a resource from all others, read from its canonical attributes; desired and observed are asked the same way.
 *
 * @param kind says where tags, name and natural key stand
 */
public record Identity(ResourceKind kind) {

  /** The tags by name, whether the kind holds them as a map or as a set of {@code key} and {@code value}. */
  public Map<String, Value> tags(Obj attributes) {
    String place = kind.tags();
    if (place == null) {
      return Map.of();
    }
    return switch (attributes.get(place)) {
      case Obj map -> map.members();
      case Sequence entries -> byKey(entries);
      default -> Map.of();
    };
  }

  private static Map<String, Value> byKey(Sequence entries) {
    Map<String, Value> tags = new LinkedHashMap<>();
    for (Value entry : entries.items()) {
      if (entry instanceof Obj tag && tag.get("key") instanceof Text key) {
        tags.put(key.value(), tag.get("value"));
      }
    }
    return tags;
  }

  /** The live name; null where the kind has none, or nobody gave one. */
  public @Nullable String liveName(Obj attributes) {
    String place = kind.name();
    return place != null && Lens.find(attributes, List.of(place.split("/"))) instanceof Text name
        ? name.value()
        : null;
  }

  /**
   * The values that together tell one from its siblings, in the order of {@link ResourceKind#naturalKey()}; what nobody said is
   * what the provider fills in. Empty for a kind that has no such key.
   */
  public List<Value> naturalKey(Obj attributes) {
    return kind.naturalKey().stream().map(name -> valueOrDefault(attributes, name)).toList();
  }

  private Value valueOrDefault(Obj attributes, String name) {
    Attribute attribute = kind.attribute(name);
    Value byDefault = attribute == null ? null : attribute.byDefault();
    return attributes.has(name) || byDefault == null ? attributes.get(name) : byDefault;
  }

  /** Whether the provider made by itself what this main live document describes. */
  public boolean madeByProvider(Obj document) {
    return kind.providerMade().entrySet().stream()
        .anyMatch(e -> stands(document, List.of(e.getKey().split("/")), e.getValue()));
  }

  private static boolean stands(Value at, List<String> path, Value wanted) {
    return switch (at) {
      case Sequence items -> items.items().stream().anyMatch(item -> stands(item, path, wanted));
      case Obj object when !path.isEmpty() ->
          stands(object.get(path.get(0)), path.subList(1, path.size()), wanted);
      default -> path.isEmpty() && at.equals(wanted);
    };
  }
}
