package io.plumbline.onprem.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlurmStateTest {
  @ParameterizedTest
  @ValueSource(strings = {"idle", "mixed", "allocated+", "completing", "idle~", "mixed-", "idle@"})
  void isInServiceWhereJobsComeAndGo(String state) {
    assertThat(SlurmState.decode(Value.text(state))).isEqualTo(Value.text("in service"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idle*",
        "down*: Not responding",
        "drained: kernel, by ann",
        "draining: plumbline: 2026.11",
        "inval: gres/gpu count reported lower than configured (7 < 8)",
        "maint",
        "unknown*",
        "idle^",
        ""
      })
  void isWhatSlurmSaysOtherwise(String state) {
    assertThat(SlurmState.decode(Value.text(state))).isEqualTo(Value.text(state));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drained: plumbline-repair: not in service by the inventory",
        "drained*: kernel, by ann",
        "draining: by ann",
        "inval: plumbline-repair: not in service by the inventory"
      })
  void isOutOfWorkInRepair(String state) {
    assertThat(SlurmState.decodeInRepair(Value.text(state))).isEqualTo(Value.text("drained"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"idle", "mixed", "down*: Not responding", "inval: plumbline-health: 7 of 8 GPUs"})
  void mayGetJobsInRepair(String state) {
    assertThat(SlurmState.decodeInRepair(Value.text(state))).isEqualTo(Value.text(state));
  }

  @ParameterizedTest
  @CsvSource({
    "inval: gres/gpu count reported lower than configured (7 < 8), gpus/count, true",
    "drained: plumbline-health: 7 of 8 GPUs, gpus/count, true",
    "drained: by ann, gpus/count, false",
    "down*: Not responding, services/slurmd, true",
    "idle*, services/munge, true",
    "down*: Not responding, files//etc/motd, false",
    "inval: x, services/slurmd, false",
  })
  void tellsOfWhatItsWordsSay(String state, String path, boolean tells) {
    assertThat(SlurmState.tellsOf(state, path)).isEqualTo(tells);
  }

  @ParameterizedTest
  @CsvSource({
    "down*: Not responding, host:Facts: NoAnswer: No route to host, true",
    "idle*, host:Facts: Timeout: no answer within 60 s, true",
    "drained*: by ann, host:Facts: NoAnswer: No route to host, true",
    "drained: by ann, host:Facts: NoAnswer: No route to host, false",
    "down: by ann, host:Facts: NoAnswer: No route to host, false",
    "down*: Not responding, host:Facts: AccessDenied: Permission denied, false",
    "down*: Not responding, host:Facts: NotTrusted: another key, false",
  })
  void isOutOfReachTooWhereNobodyIsHeard(String state, String reason, boolean too) {
    assertThat(SlurmState.isOutOfReachToo(state, reason)).isEqualTo(too);
  }
}
