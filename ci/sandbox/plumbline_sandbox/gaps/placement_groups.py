"""Placement groups, which moto has not at all.

Shapes in the API reference:
- CreatePlacementGroup: the name is unique (InvalidPlacementGroup.Duplicate); PartitionCount is of
  the strategy partition alone (2 by default, at most 7), SpreadLevel of spread alone (rack by
  default). It answers the group.
- DescribePlacementGroups takes names, ids and filters, and does not page; a name that is unknown
  answers InvalidPlacementGroup.Unknown.
- DeletePlacementGroup takes the name; while a group has instances, or a reservation is made in it,
  it answers InvalidPlacementGroup.InUse.
- CreateAutoScalingGroup with a group that is not there answers ValidationError.
"""

from . import method


def fill():
    from moto.autoscaling import exceptions as autoscaling
    from moto.autoscaling.responses import AutoScalingResponse
    from moto.core.responses import ActionResult
    from moto.ec2.models import EC2Backend
    from moto.ec2.responses import EC2Response
    from moto.ec2.utils import EC2_RESOURCE_TO_PREFIX

    # Tags are given by id.
    EC2_RESOURCE_TO_PREFIX["placement-group"] = "pg"
    _mend_backend(EC2Backend)

    @method(EC2Response)
    def create_placement_group(self):
        self.error_on_dryrun()
        group = self.ec2_backend.create_placement_group(
            self._get_param("GroupName"),
            self._get_param("Strategy", "cluster"),
            self._get_int_param("PartitionCount"),
            self._get_param("SpreadLevel"),
            self._parse_tag_specification().get("placement-group", {}),
        )
        return ActionResult({"PlacementGroup": group.answer()})

    @method(EC2Response)
    def describe_placement_groups(self):
        self.error_on_dryrun()
        found = self.ec2_backend.describe_placement_groups(
            self._get_param("GroupNames", []),
            self._get_param("GroupIds", []),
            self._filters_from_querystring(),
        )
        return ActionResult({"PlacementGroups": [group.answer() for group in found]})

    @method(EC2Response)
    def delete_placement_group(self):
        self.error_on_dryrun()
        self.ec2_backend.delete_placement_group(self._get_param("GroupName"))
        return ActionResult({})

    _refuse_unknown(AutoScalingResponse, autoscaling.ValidationError)


def _refuse_unknown(responses, invalid):
    for operation in ("create_auto_scaling_group", "update_auto_scaling_group"):

        def checked(self, before=getattr(responses, operation)):
            name = self._get_param("PlacementGroup")
            ec2 = self.autoscaling_backend.ec2_backend
            if name and name not in groups_of(ec2):
                raise invalid(f"The placement group '{name}' does not exist")
            return before(self)

        method(responses, operation)(checked)


def groups_of(backend):
    """The backend's groups by name; moto makes backends anew when it is reset."""
    return backend.__dict__.setdefault("plumbline_placement_groups", {})


def _group_class():
    from moto.ec2.models.core import TaggedEC2Resource
    from moto.moto_api._internal import mock_random

    class PlacementGroup(TaggedEC2Resource):
        def __init__(self, backend, name, strategy, partitions, level, tags):
            self.ec2_backend = backend
            self.name = name
            self.strategy = strategy
            self.partitions = (partitions or 2) if strategy == "partition" else None
            self.level = (level or "rack") if strategy == "spread" else None
            self.id = f"pg-{mock_random.get_random_hex(17)}"
            self.add_tags(tags)

        def get_filter_value(self, filter_name, method_name=None):
            known = {
                "group-arn": self.arn(),
                "group-name": self.name,
                "spread-level": self.level,
                "state": "available",
                "strategy": self.strategy,
            }
            if filter_name in known:
                return known[filter_name]
            return super().get_filter_value(filter_name, "DescribePlacementGroups")

        def arn(self):
            own = self.ec2_backend
            return (
                f"arn:{own.partition}:ec2:{own.region_name}:{own.account_id}"
                f":placement-group/{self.name}"
            )

        def answer(self):
            members = {
                "GroupArn": self.arn(),
                "GroupId": self.id,
                "GroupName": self.name,
                "PartitionCount": self.partitions,
                "SpreadLevel": self.level,
                "State": "available",
                "Strategy": self.strategy,
                "Tags": self.get_tags(),
            }
            return {name: value for name, value in members.items() if value is not None}

    return PlacementGroup


def _mend_backend(backend):
    from moto.ec2.exceptions import EC2ClientError
    from moto.ec2.utils import generic_filter

    made = _group_class()

    @method(backend)
    def create_placement_group(self, name, strategy, partitions, level, tags):
        groups = groups_of(self)
        if not name:
            raise EC2ClientError(
                "MissingParameter", "The request must contain the parameter groupName"
            )
        if name in groups:
            raise EC2ClientError(
                "InvalidPlacementGroup.Duplicate", f"The placement group '{name}' already exists."
            )
        if strategy not in ("cluster", "partition", "spread"):
            raise EC2ClientError("InvalidParameterValue", f"Invalid strategy '{strategy}'.")
        _check("partitionCount", partitions, strategy == "partition")
        _check("spreadLevel", level, strategy == "spread")
        if partitions is not None and not 1 <= partitions <= 7:
            raise EC2ClientError(
                "InvalidParameterValue", "The partition count must be between 1 and 7."
            )
        groups[name] = made(self, name, strategy, partitions, level, tags)
        return groups[name]

    def _check(parameter, value, allowed):
        if value is not None and not allowed:
            raise EC2ClientError(
                "InvalidParameterCombination",
                f"The parameter {parameter} cannot be used with this strategy.",
            )

    @method(backend)
    def describe_placement_groups(self, names, identifiers, filters):
        groups = groups_of(self)
        for name in names:
            if name not in groups:
                raise _unknown(name)
        for identifier in identifiers:
            if all(group.id != identifier for group in groups.values()):
                raise _unknown(identifier)
        found = [
            group
            for group in groups.values()
            if (not names or group.name in names) and (not identifiers or group.id in identifiers)
        ]
        return generic_filter(filters, found)

    def _unknown(name):
        return EC2ClientError(
            "InvalidPlacementGroup.Unknown", f"The Placement Group '{name}' is unknown."
        )

    @method(backend)
    def delete_placement_group(self, name):
        groups = groups_of(self)
        if name not in groups:
            raise _unknown(name)
        if _is_used(self, groups[name]):
            raise EC2ClientError(
                "InvalidPlacementGroup.InUse",
                f"The placement group '{name}' is in use and may not be deleted.",
            )
        del groups[name]


def _is_used(backend, group):
    from moto.autoscaling.models import autoscaling_backends

    from .capacity_reservations import PRESENT, reservations_of

    scaling = autoscaling_backends[backend.account_id][backend.region_name]
    nodes = any(
        each.placement_group == group.name and each.instance_states
        for each in scaling.autoscaling_groups.values()
    )
    kept = any(
        each.placement_group_arn == group.arn() and each.state in PRESENT
        for each in reservations_of(backend).values()
    )
    return nodes or kept
