"""Auto Scaling groups: every setting is kept, and an update changes what it names and no more.

Shapes in the API reference:
- UpdateAutoScalingGroup leaves as it is what the request does not name. moto drops
  MixedInstancesPolicy unless resent, and never changes DefaultCooldown, TerminationPolicies,
  CapacityRebalance, PlacementGroup.
- DefaultInstanceWarmup (-1 removes it), MaxInstanceLifetime (0 removes it), Context,
  AvailabilityZoneDistribution, AvailabilityZoneImpairmentPolicy, CapacityReservationSpecification,
  DesiredCapacityType, InstanceMaintenancePolicy: moto reads none of them.
- EnableMetricsCollection adds to what is collected, DisableMetricsCollection takes away; without
  names both mean all. moto replaces, and does not know the other one.
- InstancesDistribution: what is left out has a default, which DescribeAutoScalingGroups shows; an
  empty SpotMaxPrice removes the price.
- CreateAutoScalingGroup: HealthCheckGracePeriod is 0 by default; a name that is taken answers
  AlreadyExists; the desired capacity lies between minimum and maximum; an unknown template or
  subnet answers ValidationError, where moto passes EC2's own error on.
"""

import contextlib

from . import method

DISTRIBUTION = {
    "OnDemandAllocationStrategy": "prioritized",
    "OnDemandBaseCapacity": 0,
    "OnDemandPercentageAboveBaseCapacity": 100,
    "SpotAllocationStrategy": "lowest-price",
}
# Member of the API, attribute of moto's group, the value that removes it.
FURTHER = (
    ("AvailabilityZoneDistribution", "availability_zone_distribution", None),
    ("AvailabilityZoneImpairmentPolicy", "availability_zone_impairment_policy", None),
    ("CapacityReservationSpecification", "capacity_reservation_specification", None),
    ("Context", "context", ""),
    ("DefaultInstanceWarmup", "default_instance_warmup", -1),
    ("DesiredCapacityType", "desired_capacity_type", None),
    ("InstanceMaintenancePolicy", "instance_maintenance_policy", None),
    ("MaxInstanceLifetime", "max_instance_lifetime", 0),
)
METRICS = [
    f"Group{name}"
    for name in (
        "MinSize",
        "MaxSize",
        "DesiredCapacity",
        "InServiceInstances",
        "PendingInstances",
        "StandbyInstances",
        "TerminatingInstances",
        "TotalInstances",
        "InServiceCapacity",
        "PendingCapacity",
        "StandbyCapacity",
        "TerminatingCapacity",
        "TotalCapacity",
    )
]
CHANGEABLE = (
    ("CapacityRebalance", "capacity_rebalance", None),
    ("DefaultCooldown", "default_cooldown", None),
    ("PlacementGroup", "placement_group", ""),
    ("TerminationPolicies", "termination_policies", None),
)


def fill():
    from moto.autoscaling import exceptions
    from moto.autoscaling.models import FakeAutoScalingGroup
    from moto.autoscaling.responses import AutoScalingResponse

    class AlreadyExists(exceptions.AutoscalingClientError):
        code = "AlreadyExists"

    _mend_creation(AutoScalingResponse, AlreadyExists, exceptions.ValidationError)
    _mend_update(AutoScalingResponse, FakeAutoScalingGroup, exceptions.ValidationError)
    _mend_reading(AutoScalingResponse, exceptions.ValidationError)
    _mend_metrics(AutoScalingResponse)


def _mend_creation(responses, already_exists, invalid):
    @method(responses)
    def create_auto_scaling_group(self):
        name = self._get_param("AutoScalingGroupName")
        backend = self.autoscaling_backend
        if name in backend.autoscaling_groups:
            raise already_exists(
                "AutoScalingGroup by this name already exists - A group with the name "
                f"{name} already exists"
            )
        check_capacity(
            invalid, *(self.params.get(key) for key in ("MinSize", "MaxSize", "DesiredCapacity"))
        )
        if policy := self.params.get("MixedInstancesPolicy"):
            policy["InstancesDistribution"] = distribution(policy.get("InstancesDistribution"))
        with _own_error(invalid):
            result = create_auto_scaling_group.before(self)
        group = backend.autoscaling_groups[name]
        # moto's own default is 300.
        group.health_check_grace_period = self._get_int_param("HealthCheckGracePeriod", 0)
        if self._get_int_param("DefaultCooldown") == 0:
            group.default_cooldown = 0
        _set(group, self.params, FURTHER)
        return result


def check_capacity(invalid, least, most, desired):
    least, most = int(least), int(most)
    if least > most:
        raise invalid(f"Min bound, {least}, must be less than or equal to max bound, {most}")
    if desired is not None and not least <= int(desired) <= most:
        raise invalid(
            f"Desired capacity:{desired} must be between the specified min size:{least} and max "
            f"size:{most}"
        )


def distribution(given, former=None):
    """An instances distribution with its defaults, over the former one where there is one."""
    result = {**DISTRIBUTION, **(former or {}), **(given or {})}
    if result.get("SpotMaxPrice") == "":
        del result["SpotMaxPrice"]
    if result["SpotAllocationStrategy"] == "lowest-price":
        result.setdefault("SpotInstancePools", 2)
    else:
        result.pop("SpotInstancePools", None)
    return result


def _set(group, params, attributes):
    for member, attribute, removes in attributes:
        if member in params:
            value = params[member]
            setattr(group, attribute, None if removes is not None and value == removes else value)


def _mend_update(responses, group_class, invalid):
    for _, attribute, _ in FURTHER:
        setattr(group_class, attribute, None)

    @method(responses)
    def update_auto_scaling_group(self):
        params = self.params
        group = self.autoscaling_backend.autoscaling_groups.get(params["AutoScalingGroupName"])
        if group is None:
            raise invalid("AutoScalingGroup name not found - null")
        _check_sizes(group, params, invalid)
        former = group.mixed_instances_policy
        other = any(name in params for name in ("LaunchTemplate", "LaunchConfigurationName"))
        if policy := params.get("MixedInstancesPolicy"):
            params["MixedInstancesPolicy"] = _merged(policy, former)
        elif former and not other:
            params["MixedInstancesPolicy"] = _merged({}, former)
        with _own_error(invalid):
            result = update_auto_scaling_group.before(self)
        _set(group, params, CHANGEABLE + FURTHER)
        return result


def _check_sizes(group, params, invalid):
    """A new bound moves the desired capacity along, unless the request names one."""
    least = params.get("MinSize", group.min_size)
    most = params.get("MaxSize", group.max_size)
    desired = params.get("DesiredCapacity")
    check_capacity(invalid, least, most, desired)
    if desired is None:
        moved = min(max(group.desired_capacity or 0, int(least)), int(most))
        if moved != group.desired_capacity:
            params["DesiredCapacity"] = moved


def _merged(policy, former):
    former = former or {}
    result = {**former, **policy}
    result["InstancesDistribution"] = distribution(
        policy.get("InstancesDistribution"), former.get("InstancesDistribution")
    )
    result["LaunchTemplate"] = {
        **former.get("LaunchTemplate", {}),
        **policy.get("LaunchTemplate", {}),
    }
    if "LaunchTemplate" not in policy:
        # moto has added the name to the id that was given; it takes one of them only.
        specification = dict(result["LaunchTemplate"]["LaunchTemplateSpecification"])
        if "LaunchTemplateId" in specification:
            specification.pop("LaunchTemplateName", None)
        result["LaunchTemplate"]["LaunchTemplateSpecification"] = specification
    return result


@contextlib.contextmanager
def _own_error(invalid):
    """What EC2 does not know is a ValidationError of Auto Scaling."""
    from moto.ec2.exceptions import EC2ClientError

    try:
        yield
    except EC2ClientError as problem:
        prefix = "You must use a valid fully-formed launch template. "
        known = "LaunchTemplate" in problem.code
        raise invalid((prefix if known else "") + problem.message) from None


def _mend_metrics(responses):
    from moto.core.responses import EmptyResult

    @method(responses)
    def enable_metrics_collection(self):
        group = self.autoscaling_backend.autoscaling_groups[self.params["AutoScalingGroupName"]]
        asked = self.params.get("Metrics")
        there = group.metrics or []
        group.metrics = [*there, *(m for m in asked if m not in there)] if asked else METRICS
        return EmptyResult()

    @method(responses)
    def disable_metrics_collection(self):
        group = self.autoscaling_backend.autoscaling_groups[self.params["AutoScalingGroupName"]]
        asked = self.params.get("Metrics")
        group.metrics = [m for m in group.metrics or [] if asked and m not in asked]
        return EmptyResult()


def _mend_reading(responses, invalid):
    @method(responses)
    def describe_auto_scaling_groups(self):
        size = self._get_int_param("MaxRecords", 50)
        if not 1 <= size <= 100:
            raise invalid(
                f"1 validation error detected: Value '{size}' at 'maxRecords' failed to satisfy "
                "constraint: Member must have value less than or equal to 100"
            )
        return describe_auto_scaling_groups.before(self)
