package io.plumbline.model;

/** What a node boots from. It exists already: images are read, never made. */
public sealed interface Image {

  /** The provider's id of it: {@code ami-0abcdef1234567890}. */
  record ById(String id) implements Image {}

  /**
   * Whatever the provider's parameter of this name holds when a node starts, such as the newest
   * release of an image.
   */
  record ByParameter(String name) implements Image {}

  static Image id(String id) {
    return new ById(id);
  }

  static Image parameter(String name) {
    return new ByParameter(name);
  }
}
