package io.plumbline.aws.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.aws.kinds.HealthCheck;
import io.plumbline.graph.Resource;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import org.junit.jupiter.api.Test;

/** What a record's health check says to a server of HTTPS. */
class HealthCheckTest {
  @Test
  void sendsTheNameThatItAsksFor() {
    assertThat(check("api.example.com").attributes().get("enableSni")).isEqualTo(Value.flag(true));
  }

  @Test
  void leavesOpenWhatIsSentWhereThereIsNoName() {
    Resource check = check("*.example.com");
    assertThat(check.attributes().get("ipAddress")).isEqualTo(Value.text("192.0.2.1"));
    assertThat(check.attributes().members())
        .doesNotContainKeys("enableSni", "fullyQualifiedDomainName");
  }

  private static Resource check(String name) {
    return new AwsProvider()
            .lower(
                Describing.on(
                    site -> {
                      var zone =
                          site.existingZone("zone", "example.com", z -> z.withId("Z0123456789ABC"));
                      site.dnsRecord(
                          "api",
                          d ->
                              d.in(zone, name)
                                  .a("192.0.2.1")
                                  .healthCheck(h -> h.https(443, "/health")));
                    }),
                Describing.TARGET)
            .resources()
            .stream()
            .filter(resource -> resource.kind() == HealthCheck.KIND)
            .findFirst()
            .orElseThrow();
  }
}
