package io.plumbline.graph;

/** How something that exists already is found in the live environment. */
public sealed interface Lookup {

  record ById(String id) implements Lookup {}

  record ByName(String name) implements Lookup {}

  record ByTag(String key, String value) implements Lookup {}
}
