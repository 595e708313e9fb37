package io.plumbline.drift;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The attributes that tell one thing from its siblings, as one text. */
final class NaturalKey {
  private NaturalKey() {}

  /**
   * The key; null where the kind has none, or a part of it is not known, or all of it says nothing.
   *
   * @param value the value of an attribute by name, null where it is not known
   */
  static @Nullable String of(ResourceKind kind, Function<String, @Nullable Value> value) {
    StringBuilder key = new StringBuilder();
    boolean saysSomething = false;
    for (String name : kind.naturalKey()) {
      Attribute attribute = kind.attribute(name);
      Value part = value.apply(name);
      if (attribute == null || part == null) {
        return null;
      }
      Value byDefault = attribute.byDefault();
      Value full = Meaning.isNothing(part) && byDefault != null ? byDefault : part;
      saysSomething |= !Meaning.isNothing(full);
      key.append(Meaning.isNothing(full) ? "-" : Meaning.of(attribute.shape(), full)).append('\n');
    }
    return saysSomething ? key.toString() : null;
  }
}
