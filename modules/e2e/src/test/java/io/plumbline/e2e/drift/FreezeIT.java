package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody changes an environment that somebody has frozen; everybody may look. */
class FreezeIT {
  @RegisterExtension static final DeployedFleet DEPLOYED = new DeployedFleet("freeze");

  @AfterEach
  void lift() {
    assertThat(run("freeze", "--lift").exit()).isZero();
  }

  @Test
  void stopsDeployAndDestroyAndSaysWhoUntilWhenWhyAndHowItIsLifted() {
    Result frozen = run("freeze", "--until", "2099-01-04T08:00:00Z", "--reason", "year's end");
    assertThat(frozen.exit()).as(frozen.toString()).isZero();
    assertThat(frozen.out())
        .startsWith("sandbox: frozen until 2099-01-04T08:00:00Z by ")
        .endsWith(": year's end\n");

    for (Result refused : new Result[] {run("deploy"), run("destroy", "--yes")}) {
      assertThat(refused.exit()).as(refused.toString()).isEqualTo(1);
      assertThat(refused.err())
          .contains("PLB-RUN-060", "frozen until 2099-01-04T08:00:00Z by ", "year's end")
          .contains("plumbline freeze -e sandbox --lift", "--despite-freeze");
    }
    for (Result looked : new Result[] {run("plan"), run("drift")}) {
      assertThat(looked.exit()).as(looked.toString()).isZero();
      assertThat(looked.err()).contains("note: sandbox is frozen until 2099-01-04T08:00:00Z by ");
    }
    Result despite = run("deploy", "--despite-freeze");
    assertThat(despite.exit()).as(despite.toString()).isZero();
    assertThat(despite.err()).contains("note: sandbox is frozen until 2099");

    assertThat(run("freeze", "--lift").out()).isEqualTo("sandbox: not frozen\n");
    assertThat(run("deploy").exit()).isZero();
  }

  @Test
  void isToldAndIgnoredOnceItHasEnded() throws IOException {
    assertThat(run("freeze", "--until", "4h", "--reason", "a demo").exit()).isZero();
    Path record = record();
    Files.writeString(
        record,
        Files.readString(record)
            .replaceFirst("\"until\": \"[^\"]*\"", "\"until\": \"2026-01-01T00:00:00Z\""));
    Result deployed = run("deploy");
    assertThat(deployed.exit()).as(deployed.toString()).isZero();
    assertThat(deployed.err()).contains("note: sandbox is frozen no more; it was until 2026-01-01");
    assertThat(run("freeze").out()).startsWith("sandbox: not frozen; it was until 2026-01-01");
  }

  @Test
  void holdsWhereItsRecordIsDamaged() throws IOException {
    Files.writeString(record(), "{\"until\": \"soon\"}");
    Result refused = run("deploy");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("PLB-RUN-061", "freeze.json");
    assertThat(run("plan").exit()).isZero();
  }

  @Test
  void wantsAnEndToComeAndAReason() {
    refused("--until", "4h");
    refused("--reason", "none");
    refused("--until", "2020-01-01", "--reason", "past");
    refused("--until", "tomorrow", "--reason", "unclear");
    refused("--until", "4h", "--reason", "one stack", "-s", "llm-training");
    assertThat(run("freeze").out()).isEqualTo("sandbox: not frozen\n");
  }

  private static void refused(String... options) {
    String[] command = new String[options.length + 1];
    command[0] = "freeze";
    System.arraycopy(options, 0, command, 1, options.length);
    Result refused = run(command);
    assertThat(refused.exit()).as(refused.toString()).isEqualTo(1);
    assertThat(refused.err()).contains("PLB-RUN-062");
  }

  private static Path record() {
    return DEPLOYED.project().home().resolve(".plumbline/sandbox/freeze.json");
  }

  private static Result run(String... command) {
    return DEPLOYED.plumbline().run(command);
  }
}
