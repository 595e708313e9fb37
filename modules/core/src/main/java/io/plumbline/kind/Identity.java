package io.plumbline.kind;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells a resource from all others, read from its attributes and documents.
 *
 * @param kind says where the name stands, and what the provider makes by itself
 */
public record Identity(ResourceKind kind) {

  /** The live name; null where the kind has none, or nobody gave one. */
  public @Nullable String liveName(Obj attributes) {
    String place = kind.name();
    return place != null && Lens.find(attributes, List.of(place.split("/"))) instanceof Text name
        ? name.value()
        : null;
  }

  /** Whether the provider made by itself what this main live document describes. */
  public boolean madeByProvider(Obj document) {
    return kind.madeByProvider().test(document)
        || kind.providerMade().entrySet().stream()
            .anyMatch(e -> stands(document, List.of(e.getKey().split("/")), e.getValue()));
  }

  /**
   * Whether a parent that the provider made by itself brought along what this document describes.
   */
  public boolean broughtAlong(Obj document) {
    return kind.broughtAlong().test(document);
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
