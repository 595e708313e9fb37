package io.plumbline.kind;

import java.util.List;

/**
 * The type of an attribute. It says how values are compared, and records carry the names, hence the
 * spellings.
 */
public sealed interface Shape {

  enum Leaf implements Shape {
    FLAG,
    WHOLE,
    DECIMAL,
    TEXT
  }

  /**
   * An output of another resource: of a kind with id {@code kind}, or of any kind where that is
   * {@code "*"}.
   */
  record Reference(String kind, String output) implements Shape {}

  /** Order matters. */
  record ListOf(Shape item) implements Shape {}

  /** Order does not matter. */
  record SetOf(Shape item) implements Shape {}

  /** Names that the user chooses: tags. */
  record MapOf(Shape item) implements Shape {}

  /** A document compared by meaning, such as an IAM policy; may hold references anywhere inside. */
  record Json() implements Shape {}

  record Struct(List<Attribute> attributes) implements Shape {
    public Struct {
      attributes = List.copyOf(attributes);
    }
  }
}
