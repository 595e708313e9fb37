"""Gaps placement_groups and capacity_reservations, and both in CloudFormation."""

import unittest

from support import StackTest, resource, tags, template

KEPT = {
    "InstanceType": "p5.48xlarge",
    "InstancePlatform": "Linux/UNIX",
    "AvailabilityZone": "us-east-1a",
    "InstanceCount": 2,
}


class PlacementGroupsTest(StackTest):
    def groups(self, **members):
        return self.clients.ec2.describe_placement_groups(**members)["PlacementGroups"]

    def test_a_group_is_made_found_and_deleted(self):
        ec2 = self.clients.ec2
        made = ec2.create_placement_group(
            GroupName="near",
            Strategy="cluster",
            TagSpecifications=[{"ResourceType": "placement-group", "Tags": tags(Name="near")}],
        )["PlacementGroup"]
        ec2.create_placement_group(GroupName="parts", Strategy="partition", PartitionCount=7)
        ec2.create_placement_group(GroupName="apart", Strategy="spread")
        self.assertEqual(
            made["GroupArn"], "arn:aws:ec2:us-east-1:123456789012:placement-group/near"
        )
        self.assertEqual((made["State"], made["Tags"]), ("available", tags(Name="near")))
        near, parts, apart = self.groups(GroupNames=["near", "parts", "apart"])
        self.assertEqual((near["Strategy"], near.get("PartitionCount")), ("cluster", None))
        self.assertEqual((parts["PartitionCount"], apart["SpreadLevel"]), (7, "rack"))
        found = self.groups(Filters=[{"Name": "strategy", "Values": ["spread"]}])
        self.assertEqual([group["GroupName"] for group in found], ["apart"])
        ec2.create_tags(Resources=[near["GroupId"]], Tags=tags(a="b"))
        found = self.groups(Filters=[{"Name": "tag:a", "Values": ["b"]}])
        self.assertEqual([group["GroupName"] for group in found], ["near"])
        ec2.delete_placement_group(GroupName="near")
        self.refused("InvalidPlacementGroup.Unknown", self.groups, GroupNames=["near"])

    def test_what_ec2_refuses_is_refused(self):
        ec2 = self.clients.ec2
        ec2.create_placement_group(GroupName="near", Strategy="cluster")
        for code, members in (
            ("InvalidPlacementGroup.Duplicate", {"Strategy": "cluster"}),
            ("InvalidParameterCombination", {"GroupName": "x", "PartitionCount": 2}),
            ("InvalidParameterValue", {"Strategy": "partition", "PartitionCount": 8}),
        ):
            members = {"GroupName": "near" if "Duplicate" in code else "x", **members}
            members.setdefault("Strategy", "cluster")
            self.refused(code, ec2.create_placement_group, **members)
        self.refused(
            "InvalidPlacementGroup.Unknown", ec2.delete_placement_group, GroupName="nobody"
        )

    def test_a_scaling_group_needs_one_that_is_there(self):
        ec2, scaling = self.clients.ec2, self.clients.autoscaling
        ec2.create_launch_template(
            LaunchTemplateName="near",
            LaunchTemplateData={"ImageId": "ami-1", "InstanceType": "g5.xlarge"},
        )
        subnet = ec2.describe_subnets()["Subnets"][0]["SubnetId"]
        members = {
            "AutoScalingGroupName": "g",
            "MinSize": 1,
            "MaxSize": 1,
            "VPCZoneIdentifier": subnet,
            "LaunchTemplate": {"LaunchTemplateName": "near", "Version": "1"},
            "PlacementGroup": "near",
        }
        self.refused("ValidationError", scaling.create_auto_scaling_group, **members)
        ec2.create_placement_group(GroupName="near", Strategy="cluster")
        scaling.create_auto_scaling_group(**members)
        self.refused("InvalidPlacementGroup.InUse", ec2.delete_placement_group, GroupName="near")
        scaling.delete_auto_scaling_group(AutoScalingGroupName="g", ForceDelete=True)
        ec2.delete_placement_group(GroupName="near")


class CapacityReservationsTest(StackTest):
    def kept(self, *identifiers, **members):
        answer = self.clients.ec2.describe_capacity_reservations(
            CapacityReservationIds=list(identifiers), **members
        )
        return answer["CapacityReservations"]

    def reserve(self, **members):
        made = self.clients.ec2.create_capacity_reservation(**{**KEPT, **members})
        return made["CapacityReservation"]["CapacityReservationId"]

    def test_a_reservation_is_made_changed_and_cancelled(self):
        ec2 = self.clients.ec2
        specification = {"ResourceType": "capacity-reservation", "Tags": tags(Name="kept")}
        identifier = self.reserve(TagSpecifications=[specification])
        found = self.kept(identifier)[0]
        self.assertEqual(
            {name: found[name] for name in ("TotalInstanceCount", "State", "EndDateType", "Tenancy")},
            {
                "TotalInstanceCount": 2,
                "State": "active",
                "EndDateType": "unlimited",
                "Tenancy": "default",
            },
        )
        self.assertEqual((found["Tags"], found["EbsOptimized"]), (tags(Name="kept"), False))
        self.assertTrue(found["AvailabilityZoneId"].startswith("use1-az"))
        ec2.modify_capacity_reservation(
            CapacityReservationId=identifier,
            InstanceCount=4,
            EndDateType="limited",
            EndDate="2099-01-01T00:00:00Z",
        )
        found = self.kept(identifier)[0]
        self.assertEqual((found["TotalInstanceCount"], found["EndDate"].year), (4, 2099))
        ec2.cancel_capacity_reservation(CapacityReservationId=identifier)
        self.assertEqual(self.kept(identifier)[0]["State"], "cancelled")
        active = [{"Name": "state", "Values": ["active", "pending"]}]
        self.assertEqual(self.kept(Filters=active), [])
        self.refused(
            "InvalidCapacityReservationState",
            ec2.cancel_capacity_reservation,
            CapacityReservationId=identifier,
        )

    def test_what_ec2_refuses_is_refused(self):
        ec2 = self.clients.ec2
        for code, members in (
            ("InvalidParameterCombination", {"EndDateType": "limited"}),
            ("InvalidParameterCombination", {"EndDate": "2099-01-01T00:00:00Z"}),
            (
                "InvalidParameterValue",
                {"EndDateType": "limited", "EndDate": "2001-01-01T00:00:00Z"},
            ),
            (
                "InvalidPlacementGroup.Unknown",
                {"PlacementGroupArn": "arn:aws:ec2:us-east-1:123456789012:placement-group/x"},
            ),
        ):
            self.refused(code, ec2.create_capacity_reservation, **{**KEPT, **members})
        self.refused(
            "InvalidCapacityReservationId.NotFound",
            ec2.describe_capacity_reservations,
            CapacityReservationIds=["cr-0123456789abcdef0"],
        )

    def test_they_are_listed_page_by_page(self):
        made = {self.reserve() for _ in range(3)}
        first = self.clients.ec2.describe_capacity_reservations(MaxResults=2)
        rest = self.clients.ec2.describe_capacity_reservations(
            MaxResults=2, NextToken=first["NextToken"]
        )
        self.assertNotIn("NextToken", rest)
        found = first["CapacityReservations"] + rest["CapacityReservations"]
        self.assertEqual({each["CapacityReservationId"] for each in found}, made)


class CapacityStackTest(StackTest):
    def test_cloudformation_makes_changes_and_removes_them(self):
        arn = {
            "Fn::Sub": "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}"
            ":placement-group/${Near}"
        }
        near = resource("EC2::PlacementGroup", Strategy="cluster", Tags=tags(a="b"))

        def kept(**properties):
            return resource(
                "EC2::CapacityReservation", **{**KEPT, "PlacementGroupArn": arn, **properties}
            )

        specification = {"ResourceType": "capacity-reservation", "Tags": tags(a="b")}
        self.create(template(Near=near, Kept=kept(TagSpecifications=[specification])))
        identifier = self.physical("Kept")
        found = self.reservation(identifier)
        group = self.clients.ec2.describe_placement_groups(GroupNames=[self.physical("Near")])
        self.assertEqual(found["PlacementGroupArn"], group["PlacementGroups"][0]["GroupArn"])
        self.assertEqual(found["Tags"], tags(a="b"))
        self.assertEqual(group["PlacementGroups"][0]["Tags"], tags(a="b"))
        more = kept(TagSpecifications=[specification], InstanceCount=3)
        self.update(template(Near=near, Kept=more))
        self.assertEqual(self.physical("Kept"), identifier)
        self.assertEqual(self.reservation(identifier)["TotalInstanceCount"], 3)
        self.delete()
        self.assertEqual(self.reservation(identifier)["State"], "cancelled")
        self.assertEqual(self.clients.ec2.describe_placement_groups()["PlacementGroups"], [])

    def reservation(self, identifier):
        return self.clients.ec2.describe_capacity_reservations(
            CapacityReservationIds=[identifier]
        )["CapacityReservations"][0]


if __name__ == "__main__":
    unittest.main()
