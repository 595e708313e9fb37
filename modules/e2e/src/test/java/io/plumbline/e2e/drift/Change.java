package io.plumbline.e2e.drift;

import java.util.List;

/**
 * Something that somebody does behind Plumbline's back.
 *
 * @param what in words, for the name of the test
 * @param found what a check must say of it, as {@link Found} writes it; nothing where it is no
 *     drift
 */
record Change(String what, List<String> found, Deed deed) {

  /** Does it; running the result undoes it. */
  interface Deed {
    Runnable to(Fleet fleet);
  }

  static Change drift(String what, String found, Deed deed) {
    return new Change(what, List.of(found), deed);
  }

  static Change noDrift(String what, Deed deed) {
    return new Change(what, List.of(), deed);
  }

  @Override
  public String toString() {
    return what;
  }
}
