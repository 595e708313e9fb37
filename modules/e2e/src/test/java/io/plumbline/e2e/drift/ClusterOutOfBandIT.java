package io.plumbline.e2e.drift;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to a Kubernetes cluster behind Plumbline's back. */
class ClusterOutOfBandIT {
  @RegisterExtension
  static final DeployedFleet DEPLOYED =
      new DeployedFleet(ClusterFleet.NAME, ClusterFleet.NAME, "most: 4");

  static Stream<Change> changes() {
    return Stream.of(ClusterChanges.all(), NodePoolChanges.all()).flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void isFoundWhereItWasDone(Change change) {
    change.isFoundAndUndone(DEPLOYED);
  }
}
