package io.plumbline.e2e;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a vendor says of one resource type; places are {@code a/b}, lists are looked through.
 *
 * @param writable places that a template may fill
 * @param readable places that others may refer to
 * @param open places below which the user chooses the names
 */
record VendorSchema(Set<String> writable, Set<String> readable, Set<String> open) {

  VendorSchema() {
    this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /** Of these places, those that a template may not fill. */
  Set<String> refused(Set<String> places) {
    Set<String> refused = new TreeSet<>(places);
    refused.removeIf(place -> writable.contains(place) || isBelowAnOpenOne(place));
    return refused;
  }

  private boolean isBelowAnOpenOne(String place) {
    return open.stream().anyMatch(above -> place.startsWith(above + "/"));
  }
}
