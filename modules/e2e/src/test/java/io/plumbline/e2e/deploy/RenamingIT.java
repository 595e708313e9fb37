package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.value.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stack in a network of another team, before and after all its components got other ids, to its
 * end: neither costs a machine, and the neighbours notice nothing.
 */
class RenamingIT {
  private static final String STACK = "renamed";

  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private Neighbours neighbours;

  @BeforeEach
  void moveIn() {
    SANDBOX.empty();
    neighbours = Neighbours.moveInto(SANDBOX.aws());
    assertThat(neighbours.count()).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloudformation", "terraform"})
  void replacesNothingAndLeavesNeighboursAlone(String engine) {
    String before = neighbours.documents();
    Deployment deployment = Deployment.of(STACK, "renamed: false", engine, SANDBOX);
    succeeds(deployment.deploy());
    assertThat(neighbours.documents()).isEqualTo(before);
    findsNothing(deployment, 0);

    deployment.project().stack(STACK, "renamed: true");
    Result pending = findsNothing(deployment, 1);
    assertThat(pending.out()).doesNotContain("theirs-");
    Result plan = deployment.plumbline().run("plan");
    assertThat(plan.exit()).as("%s", plan).isEqualTo(2);
    assertThat(plan.out()).contains(" to update").doesNotContain("create", "replace", "delete");
    String ids = live(deployment);
    succeeds(deployment.plumbline().run("deploy"));
    findsNothing(deployment, 0);
    assertThat(live(deployment)).isEqualTo(ids);
    Result again = deployment.plumbline().run("plan");
    assertThat(again.out()).startsWith("sandbox: nothing to change\n");
    assertThat(neighbours.documents()).isEqualTo(before);

    Result destroyed = deployment.plumbline().run("destroy", "--yes");
    succeeds(destroyed);
    assertThat(destroyed.out()).contains("destroyed, all but:", "weights  bucket");
    assertThat(neighbours.documents()).isEqualTo(before);
  }

  private static void succeeds(Result result) {
    assertThat(result.exit()).as("%s", result).isZero();
  }

  /** Nothing has drifted; whether something is pending follows from {@code pending}. */
  private static Result findsNothing(Deployment deployment, int pending) {
    Result drift = deployment.plumbline().run("drift", "--output", "json");
    succeeds(drift);
    assertThat(drift.json().get("findings")).as("%s", drift).isEqualTo(Value.list());
    assertThat(((Value.Sequence) drift.json().get("pending")).items().size())
        .as("%s", drift)
        .matches(size -> pending == 0 ? size == 0 : size >= pending);
    return drift;
  }

  /** The ids of all that can be replaced, whatever their addresses. */
  private static String live(Deployment deployment) {
    return deployment.observe().liveIds().values().stream().sorted().toList().toString();
  }
}
