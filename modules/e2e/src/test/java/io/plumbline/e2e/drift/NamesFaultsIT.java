package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.testkit.live.Fault;
import io.plumbline.testkit.live.FaultProxy;
import io.plumbline.value.Value;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every read of Route 53, spoilt: the zone, the records in it, and the health checks with their
 * tags are never taken for gone, nor for in sync.
 */
class NamesFaultsIT {
  @RegisterExtension
  static final DeployedFleet DEPLOYED =
      new DeployedFleet("names-faults", PublicNames.NAME, "weight: 100");

  private static FaultProxy proxy;

  @BeforeAll
  static void open() {
    proxy = new FaultProxy(DEPLOYED.sandbox().url());
    DEPLOYED.project().endpoint(proxy.uri());
  }

  @AfterAll
  static void close() {
    proxy.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
            "ListHostedZones", "ListResourceRecordSets", "ListHealthChecks", "ListTagsForResources")
        .flatMap(
            operation ->
                Stream.of(
                        Fault.denied(),
                        new Fault.EmptyBody(),
                        new Fault.Truncated(),
                        new Fault.WrongContent())
                    .map(fault -> Arguments.of(operation, fault)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("faults")
  void isIncomplete(String operation, Fault fault) {
    assertThat(DEPLOYED.drift().exit()).isZero();
    assertThat(proxy.calls()).contains(operation);
    proxy.spoil(operation, fault);
    try {
      Plumbline.Result spoilt = DEPLOYED.drift();
      assertThat(spoilt.exit()).as(spoilt.toString()).isEqualTo(3);
      // Tags are asked for with the checks that have them: one operation of the table.
      boolean tags = operation.equals("ListTagsForResources");
      assertThat(spoilt.out()).contains("route53:" + (tags ? "ListHealthChecks" : operation));
      assertThat(((Value.Obj) spoilt.json().get("summary")).get("missing"))
          .isEqualTo(Value.whole(0));
    } finally {
      proxy.reset();
    }
  }
}
