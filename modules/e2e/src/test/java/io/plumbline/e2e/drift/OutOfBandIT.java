package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One deployed fleet, and what people do to it behind Plumbline's back, one thing at a time: each
 * is one finding, at the place where it was done, with the line of Java that asks for it; undone,
 * nothing is left of it.
 */
class OutOfBandIT {
  @RegisterExtension static final DeployedFleet DEPLOYED = new DeployedFleet("out-of-band");

  static Stream<Change> changes() {
    return Stream.of(
            PoolChanges.all(),
            NetworkChanges.all(),
            WayOutChanges.all(),
            FabricChanges.all(),
            StorageChanges.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void isFoundWhereItWasDone(Change change) {
    Runnable undo = change.deed().to(DEPLOYED.fleet());
    Plumbline.Result after;
    try {
      after = DEPLOYED.drift();
    } finally {
      undo.run();
    }
    assertThat(Found.in(after.json(), DEPLOYED.project().home()))
        .as(after.toString())
        .containsExactlyElementsOf(change.found());
    assertThat(after.exit()).isEqualTo(change.found().isEmpty() ? 0 : 2);
    Plumbline.Result undone = DEPLOYED.drift();
    assertThat(undone.exit()).as(undone.toString()).isZero();
  }
}
