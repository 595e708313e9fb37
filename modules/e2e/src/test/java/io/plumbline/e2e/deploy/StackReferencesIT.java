package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One stack stands on another: by both engines, from an empty account and back to one. */
class StackReferencesIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  @ParameterizedTest
  @ValueSource(strings = {"terraform", "cloudformation"})
  void deploysInOrderFeedsOneWithTheOtherAndTakesDownBackwards(String engine) {
    SANDBOX.empty();
    ProjectFolder project =
        ProjectFolder.make("references-" + engine, SANDBOX)
            .engine(engine)
            .stack("a-reader", "nodes: 1")
            .stack("shared-ground", "cidr: 10.9.0.0/16");
    Plumbline plumbline = new Plumbline(project);

    Result first = plumbline.run("plan");
    assertThat(first.exit()).as("%s", first).isEqualTo(2);
    assertThat(first.out()).contains("planned once shared-ground is deployed");
    Result kept = plumbline.run("plan", "-o", project.home().resolve("a.plan").toString());
    assertThat(kept.exit()).as("%s", kept).isEqualTo(1);
    assertThat(kept.err()).contains("PLB-RUN-052");
    Result alone = plumbline.run("deploy", "-s", "a-reader");
    assertThat(alone.exit()).as("%s", alone).isEqualTo(1);
    assertThat(alone.err()).contains("PLB-RUN-016", "deploy stack shared-ground first");

    Result deploy = plumbline.run("deploy");
    assertThat(deploy.exit()).as("%s", deploy).isZero();
    assertThat(deploy.out()).contains("sandbox: in sync");
    assertThat(deploy.err().indexOf("deploying sandbox/shared-ground"))
        .isLessThan(deploy.err().indexOf("deploying sandbox/a-reader"));
    Result again = plumbline.run("plan");
    assertThat(again.exit()).as("%s", again).isZero();
    Result drift = plumbline.run("drift");
    assertThat(drift.exit()).as("%s", drift).isZero();

    project.stack("a-reader", "nodes: 2");
    Result more = plumbline.run("plan", "-s", "a-reader");
    assertThat(more.exit()).as("%s", more).isEqualTo(2);
    assertThat(more.out()).contains("1 to update");

    Result destroy = plumbline.run("destroy", "--yes");
    assertThat(destroy.exit()).as("%s", destroy).isZero();
    assertThat(SANDBOX.aws().autoScaling().describeAutoScalingGroups().autoScalingGroups())
        .isEmpty();
  }
}
