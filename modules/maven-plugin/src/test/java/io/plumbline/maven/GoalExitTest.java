package io.plumbline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GoalExitTest {

  @Test
  void tellsDriftFromAnIncompleteReadAndFromAnError() {
    assertThat(new DriftMojo().failure(0)).isEmpty();
    assertThat(new DriftMojo().failure(2))
        .hasValueSatisfying(it -> assertThat(it).contains("drift found"));
    assertThat(new DriftMojo().failure(3))
        .hasValueSatisfying(it -> assertThat(it).contains("not everything"));
    assertThat(new DriftMojo().failure(1))
        .hasValueSatisfying(it -> assertThat(it).contains("failed"));
  }

  @Test
  void countsPlannedChangesAsNoFailure() {
    assertThat(new PlanMojo().failure(2)).isEmpty();
    assertThat(new PlanMojo().failure(1)).isPresent();
  }

  @Test
  void failsTheBuildOnAFailedDeploy() {
    assertThat(new DeployMojo().failure(0)).isEmpty();
    assertThat(new DeployMojo().failure(1)).isPresent();
  }
}
