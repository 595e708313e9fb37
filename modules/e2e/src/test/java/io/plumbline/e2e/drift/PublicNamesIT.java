package io.plumbline.e2e.drift;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to names and health checks behind Plumbline's back. */
class PublicNamesIT {
  @RegisterExtension
  static final DeployedFleet DEPLOYED =
      new DeployedFleet(PublicNames.NAME, PublicNames.NAME, "weight: 100");

  static List<Change> changes() {
    return DnsChanges.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void isFoundWhereItWasDone(Change change) {
    change.isFoundAndUndone(DEPLOYED);
  }
}
