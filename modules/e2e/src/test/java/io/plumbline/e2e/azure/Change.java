package io.plumbline.e2e.azure;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that somebody does at Azure behind our backs. All of them are the classes of change
 * that are tried on AWS, each where Azure has its like.
 *
 * @param alone whether others would not be seen beside it
 * @param found what a check must say of it: {@code changed net tags/owner}; nothing where it is no
 *     drift
 */
record Change(String what, Deed deed, boolean alone, List<String> found) {
  /** What others are seen beside. */
  static Change beside(String what, Deed deed, String... found) {
    return new Change(what, deed, false, List.of(found));
  }

  /** What takes much along. */
  static Change alone(String what, Deed deed, String... found) {
    return new Change(what, deed, true, List.of(found));
  }

  static List<Change> all() {
    return Stream.of(
            PoolChanges.all(), NetworkChanges.all(), ClusterChanges.all(), StoreChanges.all())
        .flatMap(List::stream)
        .toList();
  }

  boolean isNoDrift() {
    return found.isEmpty();
  }
}
