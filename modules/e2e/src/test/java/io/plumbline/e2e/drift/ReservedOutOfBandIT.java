package io.plumbline.e2e.drift;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reserved cluster as deployed, and what people do to its capacity behind Plumbline's back. */
class ReservedOutOfBandIT {
  @RegisterExtension
  static final DeployedFleet DEPLOYED =
      new DeployedFleet("reserved-out-of-band", "reserved-training", Example.RESERVED);

  static List<Change> changes() {
    return CapacityChanges.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void isFoundWhereItWasDone(Change change) {
    change.isFoundAndUndone(DEPLOYED);
  }
}
