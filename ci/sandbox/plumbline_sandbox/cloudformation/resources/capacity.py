"""Placement groups and capacity reservations."""

from ..api import gone
from .ec2_network import tag_specifications
from .handler import Handler, handles


@handles("AWS::EC2::PlacementGroup")
class PlacementGroup(Handler):
    """Nothing of it changes: the schema replaces it. CloudFormation makes up its name."""

    properties = {"PartitionCount", "SpreadLevel", "Strategy", "Tags"}
    name_property = "GroupName"

    def create(self, work):
        members = {
            name: work.get(name)
            for name in ("PartitionCount", "SpreadLevel", "Strategy")
            if name in work.properties
        }
        work.services.ec2.create_placement_group(
            GroupName=work.name,
            TagSpecifications=tag_specifications(work, "placement-group"),
            **members,
        )
        return work.name

    def delete(self, work):
        gone(
            work.services.ec2.delete_placement_group,
            "InvalidPlacementGroup.Unknown",
            GroupName=work.physical_id,
        )

    def attributes(self, work):
        return {"GroupName": work.physical_id}


@handles("AWS::EC2::CapacityReservation")
class CapacityReservation(Handler):
    """Its count, its end and who may use it change; the rest replaces it."""

    changeable = ("EndDate", "EndDateType", "InstanceCount", "InstanceMatchCriteria")
    properties = {
        "AvailabilityZone",
        "EbsOptimized",
        "EphemeralStorage",
        "InstancePlatform",
        "InstanceType",
        "PlacementGroupArn",
        "TagSpecifications",
        "Tenancy",
        *changeable,
    }

    def create(self, work):
        answer = work.services.ec2.create_capacity_reservation(**work.properties)
        return answer["CapacityReservation"]["CapacityReservationId"]

    def update(self, work):
        members = {name: work.get(name) for name in self.changeable if name in work.properties}
        members.setdefault("EndDateType", "unlimited")
        members.setdefault("InstanceMatchCriteria", "open")
        work.services.ec2.modify_capacity_reservation(
            CapacityReservationId=work.physical_id, **members
        )

    def delete(self, work):
        gone(
            work.services.ec2.cancel_capacity_reservation,
            "InvalidCapacityReservationState",
            CapacityReservationId=work.physical_id,
        )

    def attributes(self, work):
        found = work.services.ec2.describe_capacity_reservations(
            CapacityReservationIds=[work.physical_id]
        )["CapacityReservations"][0]
        return {
            "AvailableInstanceCount": found["AvailableInstanceCount"],
            "CapacityReservationArn": found["CapacityReservationArn"],
            "Id": work.physical_id,
            "State": found["State"],
            "TotalInstanceCount": found["TotalInstanceCount"],
        }
