package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One deployed fleet, and what people do to it behind Plumbline's back, one thing at a time: each
 * is one finding, at the place where it was done, with the line of Java that asks for it; undone,
 * nothing is left of it.
 */
class OutOfBandIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static ProjectFolder project;
  private static Plumbline plumbline;
  private static Fleet fleet;

  @BeforeAll
  static void deploy() {
    project =
        ProjectFolder.make("out-of-band", SANDBOX)
            .engine("cloudformation")
            .stack("llm-training", Example.PARAMETERS);
    plumbline = new Plumbline(project);
    fleet = new Fleet(SANDBOX.aws());
    Plumbline.Result deployed = plumbline.run("deploy");
    assertThat(deployed.exit()).as(deployed.toString()).isZero();
  }

  static Stream<Change> changes() {
    return Stream.of(
            PoolChanges.all(), NetworkChanges.all(), FabricChanges.all(), StorageChanges.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void isFoundWhereItWasDone(Change change) {
    Runnable undo = change.deed().to(fleet);
    Plumbline.Result after;
    try {
      after = plumbline.run("drift", "--output", "json");
    } finally {
      undo.run();
    }
    assertThat(Found.in(after.json(), project.home()))
        .as(after.toString())
        .containsExactlyElementsOf(change.found());
    assertThat(after.exit()).isEqualTo(change.found().isEmpty() ? 0 : 2);
    Plumbline.Result undone = plumbline.run("drift", "--output", "json");
    assertThat(undone.exit()).as(undone.toString()).isZero();
  }
}
