"""A group's instances: a handful real ones, and stand-ins beyond, so that a thousand cost nothing.

moto makes an EC2 instance with disk and interface for each, 3 ms apiece, and keeps them for ever.
Here a group makes at most REAL of them; the others stand in its Instances alone, in the shape of
the API reference: InstanceId, InstanceType, AvailabilityZone, LifecycleState, HealthStatus,
LaunchTemplate, ProtectedFromScaleIn.
"""

from . import method

REAL = 4


class StandIn:
    """What moto's InstanceState reads of an instance."""

    def __init__(self, group, number):
        from moto.ec2.utils import random_instance_id

        zones = group.availability_zones
        self.id = random_instance_id()
        self.placement = zones[number % len(zones)]
        self.instance_type = group.instance_type
        self.autoscaling_group = group


def fill():
    from moto.autoscaling.models import FakeAutoScalingGroup, InstanceState

    @method(FakeAutoScalingGroup)
    def replace_autoscaling_group_instances(self, count_needed, propagated_tags):
        real = sum(not isinstance(state.instance, StandIn) for state in self.instance_states)
        make = min(count_needed, max(REAL - real, 0))
        if make:
            replace_autoscaling_group_instances.before(self, make, propagated_tags)
        for number in range(count_needed - make):
            protected = self.new_instances_protected_from_scale_in
            state = InstanceState(StandIn(self, number), protected_from_scale_in=protected)
            self.instance_states.append(state)

    @method(FakeAutoScalingGroup)
    def set_desired_capacity(self, new_capacity):
        wanted = self.min_size if new_capacity is None else new_capacity
        surplus = len(self.instance_states) - (wanted or 0)
        if surplus > 0:
            _drop_stand_ins(self, surplus)
        set_desired_capacity.before(self, new_capacity)


def _drop_stand_ins(group, surplus):
    """Stand-ins go first; moto terminates the real ones."""
    kept = []
    for state in reversed(group.instance_states):
        removable = isinstance(state.instance, StandIn) and (
            not state.protected_from_scale_in or group.desired_capacity == 0
        )
        if surplus and removable:
            surplus -= 1
        else:
            kept.append(state)
    group.instance_states = kept[::-1]
