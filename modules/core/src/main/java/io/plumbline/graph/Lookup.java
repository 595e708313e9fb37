package io.plumbline.graph;

import org.jspecify.annotations.Nullable;

/** How something that exists already is found in the live environment. */
public sealed interface Lookup {

  record ById(String id) implements Lookup {}

  record ByName(String name) implements Lookup {}

  record ByTag(String key, String value) implements Lookup {}

  /**
   * What another stack of the same environment has.
   *
   * @param address in that stack's graph
   * @param name its live name; null where its kind has no names
   */
  record OfStack(String stack, String address, @Nullable String name) implements Lookup {}

  /**
   * What is at another site of the same environment, and was found there.
   *
   * @param provider of that site, whose kind it is
   * @param there how it is found at that site
   */
  record OfSite(String site, String provider, Lookup there) implements Lookup {}

  /** As people say it: {@code id vpc-1}, {@code tag Name = "corporate"}. */
  default String inWords() {
    return switch (this) {
      case ById byId -> "id " + byId.id();
      case ByName byName -> "name " + byName.name();
      case ByTag byTag -> "tag " + byTag.key() + " = \"" + byTag.value() + "\"";
      case OfStack of -> of.address() + " of stack " + of.stack();
      case OfSite of -> of.there().inWords() + " at site " + of.site();
    };
  }
}
