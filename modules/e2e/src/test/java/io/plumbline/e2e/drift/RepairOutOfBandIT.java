package io.plumbline.e2e.drift;

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
    change.isFoundAndUndone(DEPLOYED);
  }
}
