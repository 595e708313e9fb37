package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.testkit.live.Fault;
import io.plumbline.testkit.live.FaultProxy;
import io.plumbline.value.JsonWriter;
import io.plumbline.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/** What the design leaves open: written down once, and held against what is live from then on. */
class BaselineIT {
  private static final String CROSS_ZONE = "scaled-serving main front crossZone";

  @RegisterExtension
  static final DeployedFleet DEPLOYED =
      new DeployedFleet("baseline", "scaled-serving", Example.SERVING);

  private static Path file() {
    return DEPLOYED.project().home().resolve("environments/baseline/sandbox.yaml");
  }

  private static Result baseline() {
    return DEPLOYED.plumbline().run("baseline");
  }

  private static void crossZone(String whether) {
    String balancer = DEPLOYED.fleet().balancer().loadBalancerArn();
    DEPLOYED
        .fleet()
        .balancing()
        .modifyLoadBalancerAttributes(
            r ->
                r.loadBalancerArn(balancer)
                    .attributes(
                        LoadBalancerAttribute.builder()
                            .key("load_balancing.cross_zone.enabled")
                            .value(whether)
                            .build()));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(
                SandboxServer.repository().resolve("docs/schema/baseline.schema.json")));
  }

  private static String asJson() throws IOException {
    return JsonWriter.pretty(YamlDocument.read(Files.readString(file()), "baseline").value());
  }

  @BeforeEach
  void write() throws IOException {
    Files.deleteIfExists(file());
    Result written = baseline();
    assertThat(written.exit()).as(written.toString()).isZero();
    assertThat(written.out())
        .startsWith("sandbox: ")
        .contains(" settings in environments/baseline/sandbox.yaml: ")
        .contains(" 0 changed, 0 removed\n")
        .contains("  added      " + CROSS_ZONE + " = false\n");
  }

  @Test
  void staysWhereNoRecordOfADeployIsFound() throws IOException {
    byte[] before = Files.readAllBytes(file());
    Path record =
        DEPLOYED.project().home().resolve(".plumbline/sandbox/scaled-serving/main/release.json");
    Path aside = record.resolveSibling("aside");
    Files.move(record, aside);
    try {
      Result refused = baseline();
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains("PLB-RUN-065", "environments/baseline/sandbox.yaml");
    } finally {
      Files.move(aside, record);
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void isTheSameTheSecondTime() throws IOException {
    byte[] first = Files.readAllBytes(file());
    assertThat(schema().validate(asJson(), InputFormat.JSON)).isEmpty();
    Result again = baseline();
    assertThat(again.exit()).isZero();
    assertThat(again.out()).contains(": 0 added, 0 changed, 0 removed\n").hasLineCount(1);
    assertThat(Files.readAllBytes(file())).isEqualTo(first);
  }

  @Test
  void isWhatASettingIsHeldAgainst() throws IOException {
    assertThat(DEPLOYED.drift().exit()).isZero();
    crossZone("true");
    try {
      Result drift = DEPLOYED.drift();
      assertThat(drift.exit()).as(drift.toString()).isEqualTo(2);
      List<String> lines = Files.readAllLines(file());
      int line = 1 + lines.indexOf("          crossZone: false");
      assertThat(Found.items(drift.json(), "findings"))
          .singleElement()
          .asString()
          .contains(
              "id=Text[value=front]",
              "crossZone",
              "environments/baseline/sandbox.yaml",
              "line=Int[value=" + line + "]");
      assertThat(DEPLOYED.plumbline().run("drift").out())
          .contains("environments/baseline/sandbox.yaml:" + line)
          .contains(", and environments/baseline/sandbox.yaml");
      Result changed = baseline();
      assertThat(changed.out())
          .contains("0 added, 1 changed, 0 removed\n  changed    " + CROSS_ZONE + " = true\n");
      assertThat(DEPLOYED.drift().exit()).isZero();
    } finally {
      crossZone("false");
    }
    assertThat(baseline().out()).contains("1 changed");
    assertThat(DEPLOYED.drift().exit()).isZero();
  }

  @Test
  void isKeptOfWhatCannotBeRead() throws IOException {
    String before = Files.readString(file());
    try (FaultProxy proxy = new FaultProxy(DEPLOYED.sandbox().url())) {
      DEPLOYED.project().endpoint(proxy.uri());
      for (String operation : List.of("DescribeLoadBalancers", "DescribeLoadBalancerAttributes")) {
        proxy.reset();
        proxy.spoil(operation, Fault.denied());
        Result spoilt = baseline();
        assertThat(spoilt.exit()).as(spoilt.toString()).isEqualTo(3);
        assertThat(spoilt.out())
            .contains(": 0 added, 0 changed, 0 removed\n")
            .contains("  not read   scaled-serving main front, which stays as it was\n");
        assertThat(Files.readString(file())).isEqualTo(before);
      }
    } finally {
      DEPLOYED.project().endpoint(DEPLOYED.sandbox().url());
    }
  }

  @Test
  void isWarnedOfWhereItSpeaksOfWhatIsNoMore() throws IOException {
    String more =
        """
              gone/balancer:
                kind: load-balancer
                settings:
                  clientKeepAlive: 3600
        """;
    Files.writeString(file(), Files.readString(file()) + more);
    Result drift = DEPLOYED.plumbline().run("drift");
    assertThat(drift.exit()).as(drift.toString()).isZero();
    assertThat(drift.out() + drift.err())
        .contains("PLB-BASE-001")
        .contains("gone/balancer clientKeepAlive: the design has no such load-balancer");
    assertThat(baseline().out()).contains("  removed    scaled-serving main gone/balancer");
  }

  @Test
  void isRefusedWhereItIsWrong() throws IOException {
    String whole = Files.readString(file());
    Files.writeString(file(), whole.replace("crossZone: false", "crossZone: long"));
    for (String command : List.of("drift", "baseline")) {
      Result refused = DEPLOYED.plumbline().run(command);
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err())
          .contains("PLB-ENV-004")
          .contains("environments/baseline/sandbox.yaml:")
          .contains("column 22: front: got \"long\"; allowed: true or false");
    }
  }
}
