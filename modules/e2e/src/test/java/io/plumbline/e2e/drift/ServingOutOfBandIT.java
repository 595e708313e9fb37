package io.plumbline.e2e.drift;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The serving fleet as deployed, and what people do to its balancer and to what scales it. */
class ServingOutOfBandIT {
  @RegisterExtension
  static final DeployedFleet DEPLOYED =
      new DeployedFleet("serving-out-of-band", "scaled-serving", Example.SERVING);

  static Stream<Change> changes() {
    return Stream.of(
            BalancerChanges.all(), ListenerChanges.all(), AlarmChanges.all(), SizeChanges.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void isFoundWhereItWasDone(Change change) {
    change.isFoundAndUndone(DEPLOYED);
  }
}
