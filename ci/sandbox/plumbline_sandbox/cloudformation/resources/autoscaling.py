"""Auto Scaling groups."""

from botocore.exceptions import ClientError

from ..api import error_code
from .handler import Handler, handles

DEFAULTS = {
    "CapacityRebalance": False,
    "DefaultCooldown": 300,
    "HealthCheckType": "EC2",
    "NewInstancesProtectedFromScaleIn": False,
    "TerminationPolicies": ["Default"],
}
SAME = (
    "AvailabilityZoneDistribution",
    "AvailabilityZoneImpairmentPolicy",
    "AvailabilityZones",
    "CapacityRebalance",
    "CapacityReservationSpecification",
    "Context",
    "DefaultInstanceWarmup",
    "DesiredCapacityType",
    "HealthCheckGracePeriod",
    "HealthCheckType",
    "InstanceMaintenancePolicy",
    "LaunchTemplate",
    "MaxInstanceLifetime",
    "MixedInstancesPolicy",
    "NewInstancesProtectedFromScaleIn",
    "PlacementGroup",
    "TerminationPolicies",
)
NUMBERS = {"MinSize": "MinSize", "MaxSize": "MaxSize", "DesiredCapacity": "DesiredCapacity"}


DISTRIBUTION = {
    "OnDemandAllocationStrategy": "prioritized",
    "OnDemandBaseCapacity": 0,
    "OnDemandPercentageAboveBaseCapacity": 100,
    "SpotAllocationStrategy": "lowest-price",
    "SpotMaxPrice": "",
}


def _whole(policy):
    """An update keeps what it does not name; so what the template leaves out is named here."""
    given = policy.get("InstancesDistribution") or {}
    template = {"Overrides": [], **policy["LaunchTemplate"]}
    return {"InstancesDistribution": {**DISTRIBUTION, **given}, "LaunchTemplate": template}


@handles("AWS::AutoScaling::AutoScalingGroup")
class AutoScalingGroup(Handler):
    properties = {
        "AutoScalingGroupName",
        "Cooldown",
        "MetricsCollection",
        "Tags",
        "TargetGroupARNs",
        "VPCZoneIdentifier",
        *SAME,
        *NUMBERS,
    }
    name_property = "AutoScalingGroupName"

    def create(self, work):
        work.services.autoscaling.create_auto_scaling_group(
            AutoScalingGroupName=work.name,
            Tags=self._tags(work),
            TargetGroupARNs=work.get("TargetGroupARNs", []),
            **self._members(work),
        )
        self._collect(work, work.name)
        return work.name

    def update(self, work):
        members = self._members(work)
        for name, default in DEFAULTS.items():
            members.setdefault(name, default)
        if "DefaultInstanceWarmup" in work.previous:
            members.setdefault("DefaultInstanceWarmup", -1)
        if "MaxInstanceLifetime" in work.previous:
            members.setdefault("MaxInstanceLifetime", 0)
        members.setdefault("HealthCheckGracePeriod", 0)
        if policy := members.get("MixedInstancesPolicy"):
            members["MixedInstancesPolicy"] = _whole(policy)
        if work.get("DesiredCapacity") == work.previous.get("DesiredCapacity"):
            members.pop("DesiredCapacity", None)
        schedules = work.update_policy.get("AutoScalingScheduledAction") or {}
        if schedules.get("IgnoreUnmodifiedGroupSizeProperties"):
            for name in ("MinSize", "MaxSize"):
                if work.get(name) == work.previous.get(name):
                    members.pop(name, None)
        work.services.autoscaling.update_auto_scaling_group(
            AutoScalingGroupName=work.physical_id, **members
        )
        self._retag(work)
        self._attach(work)
        if work.get("MetricsCollection") != work.previous.get("MetricsCollection"):
            self._collect(work, work.physical_id)

    @staticmethod
    def _attach(work):
        """Target groups are attached and detached one by one, not by an update."""
        wanted = work.get("TargetGroupARNs", [])
        there = work.previous.get("TargetGroupARNs", [])
        autoscaling, group = work.services.autoscaling, work.physical_id
        if added := [arn for arn in wanted if arn not in there]:
            autoscaling.attach_load_balancer_target_groups(
                AutoScalingGroupName=group, TargetGroupARNs=added
            )
        if gone := [arn for arn in there if arn not in wanted]:
            autoscaling.detach_load_balancer_target_groups(
                AutoScalingGroupName=group, TargetGroupARNs=gone
            )

    @staticmethod
    def _collect(work, group):
        """Without names, a granularity means every metric; without a collection, none."""
        autoscaling = work.services.autoscaling
        if "MetricsCollection" in work.previous:
            autoscaling.disable_metrics_collection(AutoScalingGroupName=group)
        for collection in work.get("MetricsCollection", []):
            autoscaling.enable_metrics_collection(AutoScalingGroupName=group, **collection)

    @staticmethod
    def _members(work):
        members = {name: work.get(name) for name in SAME if name in work.properties}
        for name, theirs in NUMBERS.items():
            if name in work.properties:
                members[theirs] = int(work.get(name))
        if "Cooldown" in work.properties:
            members["DefaultCooldown"] = int(work.get("Cooldown"))
        if subnets := work.get("VPCZoneIdentifier"):
            members["VPCZoneIdentifier"] = ",".join(subnets)
        return members

    @staticmethod
    def _tags(work):
        """The group's own tags say whether they go on instances; the stack's always do."""
        own = {tag["Key"]: tag["PropagateAtLaunch"] for tag in work.get("Tags", [])}
        return [
            {
                "Key": key,
                "Value": value,
                "PropagateAtLaunch": own.get(key, True),
                "ResourceId": work.name or work.physical_id,
                "ResourceType": "auto-scaling-group",
            }
            for key, value in work.tags.items()
        ]

    def _retag(self, work):
        group, autoscaling = work.physical_id, work.services.autoscaling
        if removed := work.removed_tags():
            autoscaling.delete_tags(
                Tags=[
                    {"Key": key, "ResourceId": group, "ResourceType": "auto-scaling-group"}
                    for key in removed
                ]
            )
        if tags := self._tags(work):
            autoscaling.create_or_update_tags(Tags=tags)

    def delete(self, work):
        try:
            work.services.autoscaling.delete_auto_scaling_group(
                AutoScalingGroupName=work.physical_id, ForceDelete=True
            )
        except ClientError as problem:
            if error_code(problem) != "ValidationError" or "not found" not in str(problem):
                raise

    def attributes(self, work):
        groups = work.services.autoscaling.describe_auto_scaling_groups(
            AutoScalingGroupNames=[work.physical_id]
        )["AutoScalingGroups"]
        return {"AutoScalingGroupARN": groups[0]["AutoScalingGroupARN"]} if groups else {}
