package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.MetricType;

/**
 * What others add to a group of ours to move its size. The alarms that AWS makes for a target are
 * its own business, and no finding.
 */
final class ScalingChanges {
  private static final String TRAINERS = "trainers/group";

  private ScalingChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a group gets a scaling policy",
            "unmanaged scaling-policy <- trainers",
            ScalingChanges::policy),
        drift(
            "a group gets a schedule",
            "unmanaged scheduled-action <- trainers",
            ScalingChanges::schedule),
        drift(
            "a group gets a lifecycle hook",
            "unmanaged lifecycle-hook <- trainers",
            ScalingChanges::hook));
  }

  private static Runnable policy(Fleet fleet) {
    String group = fleet.group(TRAINERS).autoScalingGroupName();
    fleet
        .scaling()
        .putScalingPolicy(
            r ->
                r.autoScalingGroupName(group)
                    .policyName("by-hand")
                    .policyType("TargetTrackingScaling")
                    .targetTrackingConfiguration(
                        t ->
                            t.targetValue(40.0)
                                .predefinedMetricSpecification(
                                    m ->
                                        m.predefinedMetricType(
                                            MetricType.ASG_AVERAGE_CPU_UTILIZATION))));
    return () ->
        fleet.scaling().deletePolicy(r -> r.autoScalingGroupName(group).policyName("by-hand"));
  }

  private static Runnable schedule(Fleet fleet) {
    String group = fleet.group(TRAINERS).autoScalingGroupName();
    fleet
        .scaling()
        .putScheduledUpdateGroupAction(
            r ->
                r.autoScalingGroupName(group)
                    .scheduledActionName("by-hand")
                    .recurrence("0 3 * * *")
                    .maxSize(9));
    return () ->
        fleet
            .scaling()
            .deleteScheduledAction(
                r -> r.autoScalingGroupName(group).scheduledActionName("by-hand"));
  }

  private static Runnable hook(Fleet fleet) {
    String group = fleet.group(TRAINERS).autoScalingGroupName();
    fleet
        .scaling()
        .putLifecycleHook(
            r ->
                r.autoScalingGroupName(group)
                    .lifecycleHookName("by-hand")
                    .lifecycleTransition("autoscaling:EC2_INSTANCE_LAUNCHING"));
    return () ->
        fleet
            .scaling()
            .deleteLifecycleHook(r -> r.autoScalingGroupName(group).lifecycleHookName("by-hand"));
  }
}
