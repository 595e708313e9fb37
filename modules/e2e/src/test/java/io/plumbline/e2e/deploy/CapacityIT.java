package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account that lacks capacity, quotas or rights: told before anything is written, and after. */
class CapacityIT {
  private static final String STACK = "every-kind";
  private static final String GROUP = "sandbox-every-kind-trainers-group";

  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  @AfterEach
  void giveBack() {
    SANDBOX.limit("{}");
    SANDBOX.empty();
  }

  private static Plumbline project(String name, String engine) {
    return new Plumbline(
        ProjectFolder.make("capacity-" + name, SANDBOX).engine(engine).stack(STACK, "most: 4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"terraform", "cloudformation"})
  void whatDidNotComeIsAnOutcomeOfItsOwn(String engine) {
    SANDBOX.limit("{\"capacity\": {\"p5.48xlarge\": 0}}");
    Plumbline plumbline = project(engine, engine);

    Result lacking = plumbline.run("deploy");

    assertThat(lacking.exit()).as("%s", lacking).isEqualTo(4);
    assertThat(lacking.out())
        .contains(
            "in sync",
            "trainers/group: got 0 of 1 nodes",
            "EveryKind.java:",
            "We currently do not have sufficient p5.48xlarge capacity",
            "`plumbline deploy -e sandbox`");

    SANDBOX.limit("{}");
    SANDBOX
        .aws()
        .autoScaling()
        .setDesiredCapacity(r -> r.autoScalingGroupName(GROUP).desiredCapacity(1));
    Result again = plumbline.run("deploy");
    assertThat(again.exit()).as("%s", again).isZero();
    assertThat(again.out()).doesNotContain("got 0 of");
  }

  @Test
  void whatWillNotGoThroughIsToldBeforeAnythingIsWritten() {
    SANDBOX.limit("{\"quotas\": {\"L-417A185B\": 100}, \"denied\": [\"sqs:CreateQueue\"]}");

    Result plan = project("short", "cloudformation").run("plan");

    assertThat(plan.exit()).as("%s", plan).isEqualTo(2);
    assertThat(plan.err())
        .contains(
            "PLB-RUN-040 warning",
            "(L-417A185B): at most 576 vCPUs are needed, 0 are used by others, the quota is 100",
            "ClusterThings.java:",
            "not allowed are sqs:CreateQueue")
        .doesNotContain("note: not looked at");
  }

  @Test
  void whatCannotBeLookedAtIsSaid() {
    SANDBOX.limit("{\"denied\": [\"*\"]}");

    Result plan = project("blind", "cloudformation").run("plan");

    assertThat(plan.exit()).as("%s", plan).isEqualTo(2);
    assertThat(plan.err())
        .contains(
            "note: not looked at: quota \"Running On-Demand P instances\" (L-417A185B):"
                + " servicequotas:GetServiceQuota: AccessDenied",
            "note: not looked at: rights to make what is asked for: iam:SimulatePrincipalPolicy:"
                + " AccessDenied")
        .doesNotContain("PLB-RUN-040");
  }

  @Test
  void nothingIsSaidWhereAllIsWell() {
    Result plan = project("well", "cloudformation").run("plan");

    assertThat(plan.exit()).as("%s", plan).isEqualTo(2);
    assertThat(plan.err()).doesNotContain("PLB-RUN-040", "note:");
  }
}
