package com.example.fleet;

import static io.plumbline.test.PlumblineAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.policy.SpotPoolsKeepANode;
import io.plumbline.test.Offline;
import io.plumbline.test.SynthesisedStack;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LlmTrainingTest {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 21;
  private static final long MOST_MILLIS = 200;

  private static SynthesisedStack in(String environment) {
    return Offline.stack(new LlmTraining()).inEnvironment(environment).synthesise();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox", "dev", "prod"})
  void isValidEverywhere(String environment) {
    assertThat(in(environment)).isValid();
  }

  @Test
  void keepsAsManyTrainersAsTheEnvironmentSays() {
    assertThat(in("prod"))
        .resource("trainers/group")
        .has("minSize", 16)
        .has("maxSize", 16)
        .has("desiredCapacity", 16);
  }

  @Test
  void leavesTheSizeOfTheSpotPoolToTheAutoscaler() {
    assertThat(in("prod"))
        .resource("spot/group")
        .has("minSize", 0)
        .has("maxSize", 32)
        .hasNo("desiredCapacity");
  }

  @Test
  void keepsCheckpointsWhenItGoes() {
    assertThat(in("prod")).resource("checkpoints").isA("bucket").isProtected();
  }

  @Test
  void keepsANodeInProductionAndNoneElsewhere() {
    SpotPoolsKeepANode policy = new SpotPoolsKeepANode();
    assertThat(Offline.stack(new LlmTraining()).inEnvironment("prod").holding(policy).synthesise())
        .isValid();
    assertThat(Offline.stack(new LlmTraining()).inEnvironment("dev").holding(policy).synthesise())
        .breaches(policy.id());
  }

  /**
   * From the environment file to the text of every artefact, once the classes are warm; the median
   * of the processor's time of this thread, so that a busy machine does not count.
   */
  @Test
  void isSynthesisedInLessThanTwoHundredMilliseconds() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] millis = new long[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      long start = threads.getCurrentThreadCpuTime();
      assertThat(in("prod").files()).isNotEmpty();
      if (i >= 0) {
        millis[i] = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
      }
    }
    Arrays.sort(millis);
    System.out.println("synth, warm: " + millis[ROUNDS / 2] + " ms");
    assertThat(millis[ROUNDS / 2]).isLessThan(MOST_MILLIS);
  }
}
