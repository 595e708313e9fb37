package io.plumbline.aws.kinds;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Attributes;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Shape;

/**
 * The words of {@link Attributes} for services whose API names its members as attributes are named
 * here, in lowerCamel: EKS.
 */
final class LowerCamel {
  private LowerCamel() {}

  static Attribute text(String name) {
    return spelled(Attributes.text(name));
  }

  static Attribute whole(String name) {
    return spelled(Attributes.whole(name));
  }

  static Attribute flag(String name) {
    return spelled(Attributes.flag(name));
  }

  static Attribute json(String name) {
    return spelled(Attributes.json(name));
  }

  static Attribute map(String name) {
    return spelled(Attributes.map(name));
  }

  static Attribute one(String name, Shape shape) {
    return spelled(Attributes.one(name, shape));
  }

  static Attribute list(String name, Shape item) {
    return spelled(Attributes.list(name, item));
  }

  static Attribute set(String name, Shape item) {
    return spelled(Attributes.set(name, item));
  }

  static Attribute ref(String name, String kind, String output) {
    return spelled(Attributes.ref(name, kind, output));
  }

  private static Attribute spelled(Attribute attribute) {
    return attribute.in(Dialect.AWS_API, attribute.name());
  }
}
