package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link OutOfBandIT} for what repairs a fleet, which the example does not have. */
class RepairOutOfBandIT {
  @RegisterExtension
  static final DeployedFleet DEPLOYED =
      new DeployedFleet("repair-out-of-band", "every-kind", "most: 4");

  static List<Change> changes() {
    return RepairChanges.all();
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
