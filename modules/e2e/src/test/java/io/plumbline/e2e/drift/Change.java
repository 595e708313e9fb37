package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
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

  /** Does it to a fleet, and asks for a check then, and once more after it is undone. */
  void isFoundAndUndone(DeployedFleet deployed) {
    Runnable undo = deed.to(deployed.fleet());
    Plumbline.Result after;
    try {
      after = deployed.drift();
    } finally {
      undo.run();
    }
    assertThat(Found.in(after.json(), deployed.project().home()))
        .as(after.toString())
        .containsExactlyElementsOf(found);
    assertThat(after.exit()).isEqualTo(found.isEmpty() ? 0 : 2);
    Plumbline.Result undone = deployed.drift();
    assertThat(undone.exit()).as(undone.toString()).isZero();
  }

  @Override
  public String toString() {
    return what;
  }
}
