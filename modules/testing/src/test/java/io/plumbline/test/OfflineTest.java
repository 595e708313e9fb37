package io.plumbline.test;

import static io.plumbline.test.PlumblineAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.cost.Hourly;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Image;
import io.plumbline.model.Site;
import io.plumbline.policy.SpotPoolsKeepANode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OfflineTest {
  @TempDir Path project;

  record Parameters(int nodes, boolean spot) {}

  private static final class Fleet implements Stack<Parameters> {
    @Override
    public String name() {
      return "fleet";
    }

    @Override
    public Class<Parameters> parameters() {
      return Parameters.class;
    }

    @Override
    public void describe(Blueprint blueprint, Parameters p) {
      var site = blueprint.site();
      var net =
          site.network("net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").publicSubnets(24));
      var rules = site.securityRules("rules", s -> s.in(net).amongThemselves());
      site.bucket("data");
      site.gpuPool(
          "pool",
          pool -> {
            pool.in(net.publicSubnets())
                .instanceTypes("p5.48xlarge")
                .count(p.nodes())
                .image(Image.id("ami-0abcdef1234567890"))
                .securedBy(rules);
            if (p.spot()) {
              pool.spot(s -> {});
            }
          });
    }
  }

  @BeforeEach
  void writeAnEnvironment() throws IOException {
    Files.createDirectories(project.resolve("environments"));
    Files.writeString(
        project.resolve("environments/dev.yaml"),
        """
        sites:
          main: {provider: aws, engine: cloudformation, region: "${REGION:-us-east-1}", account: "111111111111"}
        stacks:
          fleet: {nodes: 3, spot: true}
        waivers:
          - {policy: spot-pools-keep-a-node, subject: pool, owner: me, reason: a test, until: 2027-01-31}
        """);
  }

  private Offline<Parameters> fleet() {
    return Offline.stack(new Fleet(), project);
  }

  @Test
  void takesParametersFromTheEnvironmentFile() {
    SynthesisedStack fleet = fleet().inEnvironment("dev").synthesise();
    assertThat(fleet).isValid().hasComponents("net", "rules", "data", "pool");
    assertThat(fleet)
        .resource("pool/group")
        .isA("auto-scaling-group")
        .has("maxSize", 3)
        .has("mixedInstancesPolicy/launchTemplate/overrides/0/instanceType", "p5.48xlarge")
        .hasNo("launchTemplate");
    assertThat(fleet).resource("data").isProtected();
    assertThat(fleet.design().environment()).isEqualTo("dev");
  }

  @Test
  void takesParametersAsTheyAre() {
    SynthesisedStack fleet = fleet().with(new Parameters(2, false)).synthesise();
    assertThat(fleet)
        .hasNoDiagnostics()
        .hasNoResource("pool/nothing")
        .resource("pool/group")
        .has("launchTemplate/version", "${pool/template.latestVersion}");
    assertThat(fleet.costs().get(0).after().perHour())
        .isEqualTo(Hourly.exactly(new BigDecimal("110.08")));
  }

  @Test
  void writesWhatSynthWouldWrite() {
    SynthesisedStack fleet = fleet().with(new Parameters(2, false)).synthesise();
    assertThat(fleet).file("main/terraform/main.tf.json").contains("\"aws_autoscaling_group\"");
    assertThat(fleet)
        .file("main/cloudformation/template.yaml")
        .contains("AWS::AutoScaling::AutoScalingGroup");
  }

  @Test
  void saysWhatIsWrongInsteadOfThrowingIt() {
    SynthesisedStack fleet =
        fleet()
            .with(new Parameters(2, false))
            .on(new Site("main", "aws", "terraform", Map.of("region", "eu-west-1"), null))
            .synthesise();
    assertThat(fleet.isValid()).isFalse();
    assertThat(fleet).diagnostics().isNotEmpty();
    assertThatThrownBy(() -> assertThat(fleet).isValid())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("OfflineTest.java")
        .hasMessageContaining("fix:");
    assertThatThrownBy(fleet::graph).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void holdsItToPoliciesAndTheirWaivers() {
    assertThat(fleet().with(new Parameters(2, true)).holding(new SpotPoolsKeepANode()).synthesise())
        .breaches("spot-pools-keep-a-node");
    Offline<Parameters> waived = fleet().inEnvironment("dev").holding(new SpotPoolsKeepANode());
    assertThat(waived.today(LocalDate.of(2027, 1, 31)).synthesise()).isValid();
    assertThat(waived.today(LocalDate.of(2027, 2, 1)).synthesise())
        .breaches("spot-pools-keep-a-node");
  }

  @Test
  void takesVariablesFromTheTestAlone() {
    assertThat(fleet().inEnvironment("dev").variable("REGION", "eu-west-1").synthesise().isValid())
        .isFalse();
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> fleet().synthesise())
        .hasMessage("say inEnvironment(NAME), or with(PARAMETERS)");
    assertThatThrownBy(() -> fleet().inEnvironment("prod").synthesise())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there are: dev");
    SynthesisedStack fleet = fleet().with(new Parameters(2, false)).synthesise();
    assertThatThrownBy(() -> assertThat(fleet).resource("pool/grp"))
        .hasMessageContaining("pool/group");
    assertThatThrownBy(() -> assertThat(fleet).file("main.tf.json"))
        .hasMessageContaining("main/terraform/main.tf.json");
  }
}
