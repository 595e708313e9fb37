package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;
import software.amazon.awssdk.services.autoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.autoscaling.model.PutScheduledUpdateGroupActionRequest;
import software.amazon.awssdk.services.autoscaling.model.PutWarmPoolRequest;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.ScheduledUpdateGroupAction;

/** What is done to what moves a pool's size: policies, schedules, its hook and its warm pool. */
final class SizeChanges {
  private static final String GROUP = "servers/group";
  private static final String TARGET = "TargetTrackingScaling";
  private static final String STEPS = "StepScaling";
  private static final String NIGHTS = "0 20 * * *";

  private SizeChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a policy holds another value",
            "changed servers/scale-gpu-utilisation targetTrackingConfiguration/targetValue <-"
                + " servers",
            policy(
                TARGET,
                (r, p) ->
                    r.targetTrackingConfiguration(
                        p.targetTrackingConfiguration().toBuilder().targetValue(95.0).build()))),
        drift(
            "a policy takes no node away",
            "changed servers/scale-gpu-utilisation targetTrackingConfiguration/disableScaleIn <-"
                + " servers",
            policy(
                TARGET,
                (r, p) ->
                    r.targetTrackingConfiguration(
                        p.targetTrackingConfiguration().toBuilder().disableScaleIn(true).build()))),
        drift(
            "a policy is switched off",
            "changed servers/scale-gpu-utilisation enabled <- servers",
            policy(TARGET, (r, p) -> r.enabled(false))),
        drift(
            "a policy's steps are other ones",
            "changed servers/scale-full stepAdjustments <- servers",
            policy(
                STEPS,
                (r, p) ->
                    r.stepAdjustments(s -> s.metricIntervalLowerBound(0.0).scalingAdjustment(7)))),
        drift(
            "a policy is deleted",
            "missing servers/scale-gpu-utilisation <- servers",
            fleet -> {
              ScalingPolicy before = policy(fleet, TARGET);
              fleet
                  .scaling()
                  .deletePolicy(
                      r ->
                          r.autoScalingGroupName(before.autoScalingGroupName())
                              .policyName(before.policyName()));
              return () -> fleet.scaling().putScalingPolicy(r -> restored(r, before));
            }),
        drift(
            "a schedule asks for more nodes",
            "changed servers/schedule-nights maxSize <- servers",
            schedule(r -> r.maxSize(20))),
        drift(
            "a schedule comes at another time",
            "changed servers/schedule-nights recurrence <- servers",
            schedule(r -> r.recurrence("0 23 * * *"))),
        drift(
            "a schedule is deleted",
            "missing servers/schedule-nights <- servers",
            fleet -> {
              ScheduledUpdateGroupAction before = schedule(fleet);
              fleet
                  .scaling()
                  .deleteScheduledAction(
                      r ->
                          r.autoScalingGroupName(before.autoScalingGroupName())
                              .scheduledActionName(before.scheduledActionName()));
              return () -> fleet.scaling().putScheduledUpdateGroupAction(r -> restored(r, before));
            }),
        drift(
            "a hook waits less",
            "changed servers/drain heartbeatTimeout <- servers",
            hook(r -> r.heartbeatTimeout(60))),
        drift(
            "a hook ends by abandoning",
            "changed servers/drain defaultResult <- servers",
            hook(r -> r.defaultResult("ABANDON"))),
        drift(
            "a hook is deleted",
            "missing servers/drain <- servers",
            fleet -> {
              LifecycleHook before = hook(fleet);
              fleet
                  .scaling()
                  .deleteLifecycleHook(
                      r ->
                          r.autoScalingGroupName(before.autoScalingGroupName())
                              .lifecycleHookName(before.lifecycleHookName()));
              return () -> fleet.scaling().putLifecycleHook(r -> restored(r, before));
            }),
        drift(
            "a warm pool keeps no node for sure",
            "changed servers/group warmPool/minSize <- servers",
            warmPool(r -> r.minSize(0))),
        drift(
            "a warm pool keeps its nodes running",
            "changed servers/group warmPool/poolState <- servers",
            warmPool(r -> r.poolState("Running"))),
        drift(
            "a warm pool is deleted",
            "changed servers/group warmPool <- servers",
            fleet -> {
              String group = group(fleet);
              fleet.scaling().deleteWarmPool(r -> r.autoScalingGroupName(group).forceDelete(true));
              return () -> fleet.scaling().putWarmPool(r -> warmPool(r, group));
            }));
  }

  private static String group(Fleet fleet) {
    return fleet.group(GROUP).autoScalingGroupName();
  }

  /** A change of a request that says again what is there. */
  private interface PolicyChange {
    void of(PutScalingPolicyRequest.Builder request, ScalingPolicy policy);
  }

  /** There is one of each type. */
  private static ScalingPolicy policy(Fleet fleet, String type) {
    return fleet.scaling().describePolicies(r -> r.policyTypes(type)).scalingPolicies().stream()
        .findFirst()
        .orElseThrow();
  }

  private static Change.Deed policy(String type, PolicyChange change) {
    return fleet -> {
      ScalingPolicy before = policy(fleet, type);
      fleet
          .scaling()
          .putScalingPolicy(
              r -> {
                restored(r, before);
                change.of(r, before);
              });
      return () -> fleet.scaling().putScalingPolicy(r -> restored(r, before));
    };
  }

  private static void restored(PutScalingPolicyRequest.Builder request, ScalingPolicy before) {
    request
        .autoScalingGroupName(before.autoScalingGroupName())
        .policyName(before.policyName())
        .policyType(before.policyType())
        .adjustmentType(before.adjustmentType())
        .metricAggregationType(before.metricAggregationType())
        .estimatedInstanceWarmup(before.estimatedInstanceWarmup())
        .stepAdjustments(before.hasStepAdjustments() ? before.stepAdjustments() : null)
        .targetTrackingConfiguration(before.targetTrackingConfiguration())
        .enabled(true);
  }

  private static ScheduledUpdateGroupAction schedule(Fleet fleet) {
    return fleet.scaling().describeScheduledActions().scheduledUpdateGroupActions().stream()
        .filter(each -> NIGHTS.equals(each.recurrence()))
        .findFirst()
        .orElseThrow();
  }

  private static Change.Deed schedule(
      Consumer<PutScheduledUpdateGroupActionRequest.Builder> change) {
    return fleet -> {
      ScheduledUpdateGroupAction before = schedule(fleet);
      fleet.scaling().putScheduledUpdateGroupAction(r -> restored(r, before).applyMutation(change));
      return () -> fleet.scaling().putScheduledUpdateGroupAction(r -> restored(r, before));
    };
  }

  private static PutScheduledUpdateGroupActionRequest.Builder restored(
      PutScheduledUpdateGroupActionRequest.Builder request, ScheduledUpdateGroupAction before) {
    return request
        .autoScalingGroupName(before.autoScalingGroupName())
        .scheduledActionName(before.scheduledActionName())
        .recurrence(before.recurrence())
        .timeZone(before.timeZone())
        .minSize(before.minSize())
        .maxSize(before.maxSize());
  }

  private static LifecycleHook hook(Fleet fleet) {
    String group = group(fleet);
    return fleet
        .scaling()
        .describeLifecycleHooks(r -> r.autoScalingGroupName(group))
        .lifecycleHooks()
        .stream()
        .filter(hook -> hook.lifecycleHookName().equals("drain"))
        .findFirst()
        .orElseThrow();
  }

  private static Change.Deed hook(Consumer<PutLifecycleHookRequest.Builder> change) {
    return fleet -> {
      LifecycleHook before = hook(fleet);
      fleet.scaling().putLifecycleHook(r -> restored(r, before).applyMutation(change));
      return () -> fleet.scaling().putLifecycleHook(r -> restored(r, before));
    };
  }

  private static PutLifecycleHookRequest.Builder restored(
      PutLifecycleHookRequest.Builder request, LifecycleHook before) {
    return request
        .autoScalingGroupName(before.autoScalingGroupName())
        .lifecycleHookName(before.lifecycleHookName())
        .lifecycleTransition(before.lifecycleTransition())
        .heartbeatTimeout(before.heartbeatTimeout())
        .defaultResult(before.defaultResult());
  }

  private static Change.Deed warmPool(Consumer<PutWarmPoolRequest.Builder> change) {
    return fleet -> {
      String group = group(fleet);
      fleet.scaling().putWarmPool(r -> warmPool(r, group).applyMutation(change));
      return () -> fleet.scaling().putWarmPool(r -> warmPool(r, group));
    };
  }

  /** As the example stack asks for it. */
  private static PutWarmPoolRequest.Builder warmPool(
      PutWarmPoolRequest.Builder request, String group) {
    return request
        .autoScalingGroupName(group)
        .minSize(1)
        .maxGroupPreparedCapacity(1)
        .poolState("Stopped")
        .instanceReusePolicy(p -> p.reuseOnScaleIn(false));
  }
}
