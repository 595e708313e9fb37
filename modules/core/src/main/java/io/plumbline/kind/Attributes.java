package io.plumbline.kind;

import java.util.List;
import java.util.stream.Stream;

/** The words in which kind files declare attributes; meant for static import. */
public final class Attributes {
  private Attributes() {}

  public static Attribute text(String name) {
    return Attribute.of(name, Shape.Leaf.TEXT);
  }

  public static Attribute whole(String name) {
    return Attribute.of(name, Shape.Leaf.WHOLE);
  }

  public static Attribute decimal(String name) {
    return Attribute.of(name, Shape.Leaf.DECIMAL);
  }

  public static Attribute flag(String name) {
    return Attribute.of(name, Shape.Leaf.FLAG);
  }

  public static Attribute json(String name) {
    return Attribute.of(name, new Shape.Json());
  }

  /** Names and texts that the user chooses. */
  public static Attribute map(String name) {
    return Attribute.of(name, new Shape.MapOf(Shape.Leaf.TEXT));
  }

  public static Attribute one(String name, Shape shape) {
    return Attribute.of(name, shape);
  }

  public static Attribute list(String name, Shape item) {
    return Attribute.of(name, new Shape.ListOf(item));
  }

  public static Attribute set(String name, Shape item) {
    return Attribute.of(name, new Shape.SetOf(item));
  }

  /** What the provider answers as it was given: nothing where nobody gave anything. */
  public static Attribute[] asGiven(Attribute... attributes) {
    return Stream.of(attributes).map(Attribute::asGiven).toArray(Attribute[]::new);
  }

  /** An output of another resource of kind {@code kind}. */
  public static Attribute ref(String name, String kind, String output) {
    return Attribute.of(name, new Shape.Reference(kind, output));
  }

  public static Shape reference(String kind, String output) {
    return new Shape.Reference(kind, output);
  }

  /**
   * A record. What nobody says in one is not there: of a rule or a disk that a design describes,
   * every further setting that is found is a change. A member that the provider fills in by itself
   * says its default.
   */
  public static Shape record(Attribute... attributes) {
    return new Shape.Struct(List.of(asGiven(attributes)));
  }
}
