"""Auto Scaling groups and what moves their size."""

from ..resources.autoscaling import SAME
from .reader import GONE, TAGS, first, picked, reads, tags_of

ALIKE = [name for name in SAME if name != "AvailabilityZones"]  # the subnets say these


@reads("AWS::AutoScaling::AutoScalingGroup")
def group(work):
    """The number of instances is a policy's own where there is one; sizes are a schedule's where
    the update policy says so."""
    autoscaling, name = work.services.autoscaling, work.physical_id
    there = autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])
    found = first(there["AutoScalingGroups"])
    if found is GONE:
        return GONE
    sizes = ["MinSize", "MaxSize"]
    schedules = work.update_policy.get("AutoScalingScheduledAction") or {}
    if schedules.get("IgnoreUnmodifiedGroupSizeProperties"):
        sizes = []
    elif not autoscaling.describe_policies(AutoScalingGroupName=name)["ScalingPolicies"]:
        sizes.append("DesiredCapacity")
    return {
        **picked(found, *ALIKE, *sizes),
        "Cooldown": found.get("DefaultCooldown"),
        "TargetGroupARNs": found.get("TargetGroupARNs", []),
        "VPCZoneIdentifier": [zone for zone in found.get("VPCZoneIdentifier", "").split(",") if zone],
        TAGS: tags_of(found),
    }


@reads("AWS::AutoScaling::ScalingPolicy")
def policy(work):
    """Its settings are left to AWS; whether it is there is not."""
    group_name = work.get("AutoScalingGroupName")
    found = work.services.autoscaling.describe_policies(AutoScalingGroupName=group_name)
    arns = [item["PolicyARN"] for item in found["ScalingPolicies"]]
    return {} if work.physical_id in arns else GONE


@reads("AWS::AutoScaling::ScheduledAction")
def schedule(work):
    found = work.services.autoscaling.describe_scheduled_actions(
        AutoScalingGroupName=work.get("AutoScalingGroupName"),
        ScheduledActionNames=[work.physical_id],
    )
    action = first(found["ScheduledUpdateGroupActions"])
    names = ("DesiredCapacity", "MaxSize", "MinSize", "Recurrence", "TimeZone")
    return GONE if action is GONE else picked(action, *names)


@reads("AWS::AutoScaling::LifecycleHook")
def hook(work):
    found = work.services.autoscaling.describe_lifecycle_hooks(
        AutoScalingGroupName=work.get("AutoScalingGroupName"),
        LifecycleHookNames=[work.physical_id],
    )
    found = first(found["LifecycleHooks"])
    names = ("DefaultResult", "HeartbeatTimeout", "LifecycleTransition")
    return GONE if found is GONE else picked(found, *names)


@reads("AWS::AutoScaling::WarmPool")
def warm_pool(work):
    found = work.services.autoscaling.describe_warm_pool(AutoScalingGroupName=work.physical_id)
    pool = found.get("WarmPoolConfiguration")
    if not pool:
        return GONE
    return picked(pool, "InstanceReusePolicy", "MaxGroupPreparedCapacity", "MinSize", "PoolState")
