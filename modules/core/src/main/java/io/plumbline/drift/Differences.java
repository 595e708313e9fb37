package io.plumbline.drift;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Shape;
import io.plumbline.kind.Spelling;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a desired value against an observed one, by shape, and collects where they differ. */
final class Differences {
  private final Dialect api;
  private final Dialect engine;
  private final Links links;
  private final boolean strict;
  private final List<Difference> found = new ArrayList<>();
  private final List<Unsaid> unsaid = new ArrayList<>();

  /**
   * A comparison of one attribute or more.
   *
   * @param api the dialect that the observed side was read in
   * @param engine the dialect of the engine that would mend a difference
   * @param strict whether what the design does not say must not be there
   */
  Differences(Dialect api, Dialect engine, Links links, boolean strict) {
    this.api = api;
    this.engine = engine;
    this.links = links;
    this.strict = strict;
  }

  List<Difference> found() {
    return found;
  }

  /** What is left open: by the design, and by what is known of defaults. */
  List<Unsaid> unsaid() {
    return unsaid;
  }

  /**
   * Where in a resource something stands.
   *
   * @param replaces whether mending it replaces the resource
   * @param byHand whether no engine sets it
   */
  record Place(String path, boolean replaces, boolean byHand) {
    Place at(String member) {
      return new Place(path.isEmpty() ? member : path + "/" + member, replaces, byHand);
    }

    Place of(Attribute attribute, Dialect engine) {
      return new Place(
          at(attribute.name()).path,
          replaces || attribute.replacesIn(engine),
          byHand || attribute.isByHand());
    }
  }

  void attribute(Attribute attribute, Place parent, @Nullable Value desired, Value observed) {
    Place place = parent.of(attribute, engine);
    if (attribute.spelling(api) instanceof Spelling.Absent absent) {
      if (desired != null) {
        found.add(new Difference.Unreadable(place.path, absent.reason()));
      }
    } else if (desired == null) {
      undeclared(attribute, place, observed);
    } else if (isUnsaid(attribute, desired, observed)) {
      found.add(new Difference.Unreadable(place.path, unsaid(attribute)));
    } else if (!Meaning.isNothing(observed) || !isDefault(attribute, desired)) {
      value(attribute.shape(), place, desired, observed);
    }
  }

  /**
   * Whether the engine has no words for it, so that nobody undid anything where nothing is there,
   * or what somebody made up: a name, where the engine cannot give one.
   */
  private boolean isUnsaid(Attribute attribute, Value desired, Value observed) {
    return attribute.spelling(engine) instanceof Spelling.Absent
        && (Meaning.isNothing(observed) || attribute.byDefault() instanceof Value.Unknown)
        && !Meaning.isNothing(desired);
  }

  private String unsaid(Attribute attribute) {
    return "not set by the engine: " + ((Spelling.Absent) attribute.spelling(engine)).reason();
  }

  private static boolean isDefault(Attribute attribute, Value value) {
    Value byDefault = attribute.byDefault();
    return byDefault != null
        && Meaning.of(attribute.shape(), byDefault).equals(Meaning.of(attribute.shape(), value));
  }

  /** What the design does not say must be what the provider fills in, as far as that is known. */
  private void undeclared(Attribute attribute, Place place, Value observed) {
    Value byDefault = attribute.byDefault();
    if (byDefault == null || byDefault instanceof Value.Unknown) {
      unsaid.add(new Unsaid(place.path, attribute, observed));
    }
    if (byDefault instanceof Value.Unknown || (byDefault == null && !strict)) {
      return;
    }
    String unclear = unknownIn(observed);
    if (unclear != null) {
      found.add(new Difference.Unclear(place.path, unclear));
    } else if (!isNothing(attribute.shape(), observed) && !isDefault(attribute, observed)) {
      Value filledIn = byDefault instanceof Value.Null ? null : byDefault;
      changed(place, filledIn, filledIn, observed);
    }
  }

  /** A record that says no more than its members' defaults says nothing either. */
  private static boolean isNothing(Shape shape, Value observed) {
    return Meaning.isNothing(observed)
        || (shape instanceof Shape.Struct
            && Meaning.of(shape, observed).equals(Meaning.of(shape, Obj.EMPTY)));
  }

  void value(Shape shape, Place place, Value desired, Value observed) {
    if (observed instanceof Value.Unknown unknown) {
      found.add(new Difference.Unclear(place.path, unknown.reason()));
      return;
    }
    switch (shape) {
      case Shape.Struct struct when desired instanceof Obj d && observed instanceof Obj o ->
          struct(struct, place, d, o);
      case Shape.ListOf list
          when desired instanceof Sequence d
              && observed instanceof Sequence o
              && d.items().size() == o.items().size()
              && !isReordered(list.item(), d, o) ->
          items(list.item(), place, d, o);
      case Shape.SetOf set when desired instanceof Sequence d && isSequence(observed) ->
          new SetDifferences(this, links, set.item(), place).compare(d, items(observed));
      case Shape.MapOf map when desired instanceof Obj d && isObject(observed) ->
          map(map.item(), place, d, observed instanceof Obj o ? o : Obj.EMPTY);
      case Shape.Struct other -> whole(other, place, desired, observed);
      case Shape.ListOf other -> whole(other, place, desired, observed);
      case Shape.SetOf other -> whole(other, place, desired, observed);
      case Shape.MapOf other -> whole(other, place, desired, observed);
      case Shape.Json other -> whole(other, place, desired, observed);
      case Shape.Leaf other -> leaf(other, place, desired, observed);
      case Shape.Reference other -> leaf(other, place, desired, observed);
    }
  }

  /** Whether the same stands there in another order: one difference, not one at each place. */
  private boolean isReordered(Shape item, Sequence desired, Sequence observed) {
    if (!(links.resolve(desired).value() instanceof Sequence resolved)) {
      return false;
    }
    List<String> wanted = meanings(item, resolved);
    List<String> there = meanings(item, observed);
    return !wanted.equals(there)
        && wanted.stream().sorted().toList().equals(there.stream().sorted().toList());
  }

  private static List<String> meanings(Shape item, Sequence items) {
    return items.items().stream().map(each -> Meaning.of(item, each)).toList();
  }

  private static boolean isSequence(Value value) {
    return value instanceof Sequence || value instanceof Value.Null;
  }

  private static boolean isObject(Value value) {
    return value instanceof Obj || value instanceof Value.Null;
  }

  private static List<Value> items(Value value) {
    return value instanceof Sequence sequence ? sequence.items() : List.of();
  }

  private void struct(Shape.Struct struct, Place place, Obj desired, Obj observed) {
    for (Attribute attribute : struct.attributes()) {
      attribute(
          attribute,
          place,
          desired.members().get(attribute.name()),
          observed.get(attribute.name()));
    }
  }

  private void items(Shape item, Place place, Sequence desired, Sequence observed) {
    for (int i = 0; i < desired.items().size(); i++) {
      value(item, place.at(Integer.toString(i)), desired.items().get(i), observed.items().get(i));
    }
  }

  private void map(Shape item, Place place, Obj desired, Obj observed) {
    desired
        .members()
        .forEach((name, value) -> value(item, place.at(name), value, observed.get(name)));
    observed
        .members()
        .forEach(
            (name, value) -> {
              if (!desired.has(name)) {
                changed(place.at(name), null, null, value);
              }
            });
  }

  private void leaf(Shape shape, Place place, Value desired, Value observed) {
    if (observed instanceof Obj || observed instanceof Sequence) {
      found.add(new Difference.Unclear(place.path, "not understood: one value was expected there"));
    } else {
      whole(shape, place, desired, observed);
    }
  }

  /** By meaning, as one. */
  private void whole(Shape shape, Place place, Value desired, Value observed) {
    Links.Resolved resolved = links.resolve(desired);
    String unclear = resolved.unclear() == null ? unknownIn(observed) : resolved.unclear();
    boolean nothing = Meaning.isNothing(resolved.value()) && Meaning.isNothing(observed);
    if (resolved.missing() != null) {
      found.add(new Difference.Follows(place.path, resolved.missing()));
    } else if (unclear != null) {
      found.add(new Difference.Unclear(place.path, unclear));
    } else if (!nothing
        && !Meaning.of(shape, resolved.value()).equals(Meaning.of(shape, observed))) {
      changed(place, desired, resolved.value(), observed);
    }
  }

  void changed(
      Place place, @Nullable Value wanted, @Nullable Value desired, @Nullable Value observed) {
    Value there = observed instanceof Value.Null ? null : observed;
    found.add(
        new Difference.Changed(place.path, wanted, desired, there, place.replaces, place.byHand));
  }

  void add(Difference difference) {
    found.add(difference);
  }

  /** The same comparison from scratch, to try whether two values are equal. */
  Differences another() {
    return new Differences(api, engine, links, strict);
  }

  /** The reason of the first unknown inside; null where all is known. */
  static @Nullable String unknownIn(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> unknown.reason();
      case Sequence sequence -> firstUnknown(sequence.items());
      case Obj object -> firstUnknown(object.members().values());
      default -> null;
    };
  }

  private static @Nullable String firstUnknown(Iterable<Value> values) {
    for (Value value : values) {
      String reason = unknownIn(value);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }
}
