"""Capacity reservations, which moto has not at all.

Shapes in the API reference:
- CreateCapacityReservation: InstanceType, InstancePlatform, InstanceCount and a zone are needed;
  what is left out has a default (tenancy default, match criteria open, end date type unlimited);
  an end date goes with the type limited alone, and lies in the future. The placement group is one
  of strategy cluster. It answers the reservation.
- DescribeCapacityReservations lists those that were cancelled, too; it pages.
- ModifyCapacityReservation changes the count, the end and the match criteria of an active one.
- CancelCapacityReservation: one that is over already answers
  InvalidCapacityReservationState (an unknown one InvalidCapacityReservationId.NotFound).
- RunInstances into it is not modelled: AvailableInstanceCount stays what was reserved.
"""

import datetime

from . import method

PRESENT = ("active", "pending", "scheduled")
# Member of the API, attribute here, what it is by default.
SETTINGS = (
    ("EbsOptimized", "ebs_optimized", False),
    ("EndDateType", "end_date_type", "unlimited"),
    ("EphemeralStorage", "ephemeral_storage", False),
    ("InstanceMatchCriteria", "match_criteria", "open"),
    ("InstancePlatform", "platform", None),
    ("InstanceType", "instance_type", None),
    ("PlacementGroupArn", "placement_group_arn", None),
    ("Tenancy", "tenancy", "default"),
)


def fill():
    from moto.core.responses import ActionResult
    from moto.ec2.exceptions import EC2ClientError
    from moto.ec2.responses import EC2Response
    from moto.ec2.utils import EC2_RESOURCE_TO_PREFIX, generic_filter

    # Tags are given by id.
    EC2_RESOURCE_TO_PREFIX["capacity-reservation"] = "cr"
    made = _reservation_class()

    def find(response, identifier):
        found = reservations_of(response.ec2_backend).get(identifier)
        if found is None:
            raise EC2ClientError(
                "InvalidCapacityReservationId.NotFound",
                f"The capacity reservation ID '{identifier}' does not exist",
            )
        return found

    @method(EC2Response)
    def create_capacity_reservation(self):
        self.error_on_dryrun()
        values = {name: self._get_param(member, other) for member, name, other in SETTINGS}
        for name in ("InstanceType", "InstancePlatform", "AvailabilityZone", "InstanceCount"):
            if not self._get_param(name):
                raise EC2ClientError(
                    "MissingParameter", f"The request must contain the parameter {name}"
                )
        _check_place(self, values, EC2ClientError)
        end = _end(self, values["end_date_type"], EC2ClientError)
        reservation = made(
            self.ec2_backend,
            self._get_param("AvailabilityZone"),
            self._get_int_param("InstanceCount"),
            end,
            values,
            self._parse_tag_specification().get("capacity-reservation", {}),
        )
        reservations_of(self.ec2_backend)[reservation.id] = reservation
        return ActionResult({"CapacityReservation": reservation.answer()})

    @method(EC2Response)
    def describe_capacity_reservations(self):
        self.error_on_dryrun()
        wanted = self._get_param("CapacityReservationIds", [])
        found = [find(self, identifier) for identifier in wanted]
        if not wanted:
            found = list(reservations_of(self.ec2_backend).values())
        found = generic_filter(self._filters_from_querystring(), found)
        return ActionResult({"CapacityReservations": [each.answer() for each in found]})

    @method(EC2Response)
    def modify_capacity_reservation(self):
        self.error_on_dryrun()
        reservation = find(self, self._get_param("CapacityReservationId"))
        _check_present(reservation, EC2ClientError)
        kind = self._get_param("EndDateType", reservation.end_date_type)
        if self._get_param("EndDateType") or self._get_param("EndDate"):
            reservation.end_date = _end(self, kind, EC2ClientError)
            reservation.end_date_type = kind
        reservation.count = self._get_int_param("InstanceCount", reservation.count)
        reservation.match_criteria = self._get_param(
            "InstanceMatchCriteria", reservation.match_criteria
        )
        return ActionResult({"Return": True})

    @method(EC2Response)
    def cancel_capacity_reservation(self):
        self.error_on_dryrun()
        reservation = find(self, self._get_param("CapacityReservationId"))
        _check_present(reservation, EC2ClientError)
        reservation.state = "cancelled"
        return ActionResult({"Return": True})


def reservations_of(backend):
    """The backend's reservations by id; moto makes backends anew when it is reset."""
    return backend.__dict__.setdefault("plumbline_capacity_reservations", {})


def _check_present(reservation, error):
    if reservation.state not in PRESENT:
        raise error(
            "InvalidCapacityReservationState",
            f"The capacity reservation '{reservation.id}' is {reservation.state}.",
        )


def _check_place(response, values, error):
    from .placement_groups import groups_of

    arn = values["placement_group_arn"]
    groups = groups_of(response.ec2_backend).values()
    if arn and not any(each.arn() == arn and each.strategy == "cluster" for each in groups):
        raise error("InvalidPlacementGroup.Unknown", f"The Placement Group '{arn}' is unknown.")


def _end(response, kind, error):
    given = response._get_param("EndDate")
    if (kind == "limited") != bool(given):
        raise error(
            "InvalidParameterCombination", "EndDate goes with EndDateType limited, and no other."
        )
    if not given:
        return None
    end = given
    if not isinstance(end, datetime.datetime):
        end = datetime.datetime.fromisoformat(str(given).replace("Z", "+00:00"))
    if end.tzinfo is None:
        end = end.replace(tzinfo=datetime.timezone.utc)
    if end <= datetime.datetime.now(datetime.timezone.utc):
        raise error("InvalidParameterValue", "The end date must be in the future.")
    return end


def _reservation_class():
    from moto.ec2.models.core import TaggedEC2Resource
    from moto.moto_api._internal import mock_random

    class CapacityReservation(TaggedEC2Resource):
        def __init__(self, backend, zone, count, end, values, tags):
            self.ec2_backend = backend
            self.id = f"cr-{mock_random.get_random_hex(17)}"
            self.zone = zone
            self.count = count
            self.end_date = end
            self.state = "active"
            self.created = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
            for name, value in values.items():
                setattr(self, name, value)
            self.add_tags(tags)

        def get_filter_value(self, filter_name, method_name=None):
            known = {
                "availability-zone": self.zone,
                "end-date-type": self.end_date_type,
                "instance-match-criteria": self.match_criteria,
                "instance-platform": self.platform,
                "instance-type": self.instance_type,
                "placement-group-arn": self.placement_group_arn,
                "state": self.state,
                "tenancy": self.tenancy,
            }
            if filter_name in known:
                return known[filter_name]
            return super().get_filter_value(filter_name, "DescribeCapacityReservations")

        def arn(self):
            own = self.ec2_backend
            return (
                f"arn:{own.partition}:ec2:{own.region_name}:{own.account_id}"
                f":capacity-reservation/{self.id}"
            )

        def answer(self):
            members = {member: getattr(self, name) for member, name, _ in SETTINGS}
            members.update(
                AvailabilityZone=self.zone,
                AvailabilityZoneId=_zone_id(self.ec2_backend, self.zone),
                AvailableInstanceCount=self.count,
                CapacityReservationArn=self.arn(),
                CapacityReservationId=self.id,
                CreateDate=self.created,
                EndDate=self.end_date,
                OwnerId=self.ec2_backend.account_id,
                ReservationType="default",
                StartDate=self.created,
                State=self.state,
                Tags=self.get_tags(),
                TotalInstanceCount=self.count,
            )
            return {name: value for name, value in members.items() if value is not None}

    return CapacityReservation


def _zone_id(backend, zone):
    zones = backend.describe_availability_zones()
    return next((each.zone_id for each in zones if each.name == zone), None)
