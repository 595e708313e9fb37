package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Maker;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The kinds that a check reads: those that the design has, those that can stand in what it has of
 * its own, or be made by it, and those of which a design of before may have left something. A fleet
 * without file systems asks for no right to list them, and waits for no answer.
 */
final class ReadScope {
  private static final String ANYTHING = "*";

  private final List<ResourceKind> looked = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  /**
   * Sorts the kinds of a provider.
   *
   * @param kinds all that the provider has, and all that the design has
   * @param watched ids of those of which something may be left
   */
  ReadScope(List<ResourceKind> kinds, ResourceGraph desired, Set<String> watched) {
    Set<String> there = new LinkedHashSet<>(watched);
    Set<String> ours = new LinkedHashSet<>();
    for (Resource resource : desired.resources()) {
      there.add(resource.kind().id());
      if (resource.isOurs()) {
        ours.add(resource.kind().id());
      }
    }
    while (kinds.stream().anyMatch(kind -> belongs(kind, ours) && ours.add(kind.id()))) {
      // what stands in something of ours is ours, too, and things can stand in that
    }
    for (ResourceKind kind : kinds) {
      if (there.contains(kind.id()) || ours.contains(kind.id())) {
        looked.add(kind);
      } else {
        left.add(kind.id());
      }
    }
  }

  /** The kinds to read. */
  List<ResourceKind> looked() {
    return looked;
  }

  /** Ids of the others. */
  List<String> left() {
    return left;
  }

  private static boolean belongs(ResourceKind kind, Set<String> ours) {
    Maker maker = kind.maker();
    Attribute within = kind.within() == null ? null : kind.attribute(kind.within());
    return (maker != null && ours.contains(maker.kind()))
        || (within != null && isOneOf(within.shape(), ours));
  }

  private static boolean isOneOf(Shape shape, Set<String> ours) {
    return switch (shape) {
      case Shape.Reference reference ->
          ours.contains(reference.kind()) || (reference.kind().equals(ANYTHING) && !ours.isEmpty());
      case Shape.ListOf list -> isOneOf(list.item(), ours);
      case Shape.SetOf set -> isOneOf(set.item(), ours);
      case Shape.MapOf map -> false;
      case Shape.Struct struct -> false;
      case Shape.Json json -> false;
      case Shape.Leaf leaf -> false;
    };
  }
}
