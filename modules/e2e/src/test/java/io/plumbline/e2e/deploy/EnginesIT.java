package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.kind.ResourceKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One stack with every kind, deployed by Terraform into one account and by CloudFormation into
 * another. The tests share the two deploys, which take most of the time; the last ones take them
 * down.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnginesIT {
  private static final String STACK = "every-kind";

  @RegisterExtension static final SandboxServer ONE = new SandboxServer();
  @RegisterExtension static final SandboxServer OTHER = new SandboxServer();

  private static Deployment terraform;
  private static Deployment cloudFormation;

  @BeforeAll
  static void deploy() {
    terraform = Deployment.of(STACK, "most: 4", "terraform", ONE);
    cloudFormation = Deployment.of(STACK, "most: 4", "cloudformation", OTHER);
  }

  @Test
  void deployEveryKind() {
    assertThat(terraform.release().graph().resources())
        .extracting(resource -> resource.kind().id())
        .containsAll(AwsKinds.ALL.stream().map(ResourceKind::id).toList());
  }

  @Test
  void leaveNothingThatDriftFinds() {
    for (Deployment each : new Deployment[] {terraform, cloudFormation}) {
      assertThat(each.deploy().exit()).as("%s", each.deploy()).isZero();
      Result drift = each.plumbline().run("drift", "--output", "json");
      assertThat(drift.exit()).as("%s", drift).isZero();
      assertThat(drift.json().get("verdict")).hasToString("Text[value=in-sync]");
    }
  }

  @Test
  void planNothingTheSecondTime() {
    for (Deployment each : new Deployment[] {terraform, cloudFormation}) {
      Result plan = each.plumbline().run("plan");
      assertThat(plan.exit()).as("%s", plan).isZero();
      assertThat(plan.out()).isEqualTo("sandbox: nothing to change\n");
      assertThat(plan.err()).doesNotContainIgnoringCase("warning");
    }
  }
}
