package io.plumbline.aws.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.kind.Companion;
import io.plumbline.value.Value;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AutoScalingGroupTest {

  @Test
  void knowsWhatEksMakesForANodeGroup() {
    assertThat(isOfNodeGroup("eks-trainers-1cc7bd1e")).isTrue();
  }

  @Test
  void takesNoTagAloneForAProof() {
    assertThat(isOfNodeGroup("trainers-copy")).isFalse();
  }

  private static boolean isOfNodeGroup(String name) {
    Companion companion = Objects.requireNonNull(AutoScalingGroup.KIND.companion());
    return companion.which().test(Value.object("AutoScalingGroupName", Value.text(name)));
  }
}
