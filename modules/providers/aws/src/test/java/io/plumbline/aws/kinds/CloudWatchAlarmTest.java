package io.plumbline.aws.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import org.junit.jupiter.api.Test;

class CloudWatchAlarmTest {
  private static final String POLICY =
      "arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:1:autoScalingGroupName/g:policyName/p";
  private static final String DESCRIPTION =
      "DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ";

  @Test
  void knowsWhatAwsMakesForTargetTracking() {
    assertThat(isAwss("TargetTracking-g-AlarmHigh-1", DESCRIPTION + POLICY + ".")).isTrue();
  }

  @Test
  void takesNoNameAloneForAProof() {
    assertThat(isAwss("TargetTracking-evil", "")).isFalse();
    assertThat(isAwss("TargetTracking-evil", DESCRIPTION + "another.")).isFalse();
    assertThat(isAwss("evil", DESCRIPTION + POLICY + ".")).isFalse();
  }

  private static boolean isAwss(String name, String description) {
    return CloudWatchAlarm.KIND
        .identity()
        .madeByProvider(
            Value.object(
                "AlarmName", Value.text(name),
                "AlarmDescription", Value.text(description),
                "AlarmActions", Value.list(Value.text(POLICY))));
  }
}
