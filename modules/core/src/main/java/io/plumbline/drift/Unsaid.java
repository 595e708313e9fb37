package io.plumbline.drift;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A setting of which neither the design nor a known default says anything.
 *
 * @param path of the attribute
 * @param observed what stands there
 */
record Unsaid(String path, Attribute attribute, Value observed) {

  /**
   * Whether a baseline keeps it: not what a thing is known by, what moves by itself or with the
   * thing, or what leads to something else, which gets another id when it is replaced.
   */
  boolean isKept(ResourceKind kind) {
    Set<String> known = new LinkedHashSet<>(kind.naturalKey());
    known.add(Objects.requireNonNullElse(kind.name(), ""));
    known.add(Objects.requireNonNullElse(kind.tags(), ""));
    known.add(Objects.requireNonNullElse(kind.within(), ""));
    return attribute.unkept() == null && !known.contains(path) && !leadsOn(attribute.shape());
  }

  /** What stands there as a baseline says it: unknown as a whole where a part is, else in order. */
  Value settled() {
    String unclear = Differences.unknownIn(observed);
    return unclear == null ? Settled.of(attribute.shape(), observed) : new Value.Unknown(unclear);
  }

  private static boolean leadsOn(Shape shape) {
    return switch (shape) {
      case Shape.Reference reference -> true;
      case Shape.ListOf list -> leadsOn(list.item());
      case Shape.SetOf set -> leadsOn(set.item());
      case Shape.MapOf map -> leadsOn(map.item());
      case Shape.Struct struct ->
          struct.attributes().stream()
              .anyMatch(each -> each.unkept() != null || leadsOn(each.shape()));
      case Shape.Json json -> false;
      case Shape.Leaf leaf -> false;
    };
  }
}
