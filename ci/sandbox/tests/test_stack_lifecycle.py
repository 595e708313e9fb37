"""Stacks: making, events, failing and turning back, deleting, protection."""

import json
import unittest

from support import StackTest, att, ref, resource, tags, template

NET = template(
    Vpc=resource("EC2::VPC", CidrBlock="10.0.0.0/16", Tags=tags(Name="net")),
    Subnet=resource("EC2::Subnet", VpcId=ref("Vpc"), CidrBlock="10.0.1.0/24"),
    Table=resource("EC2::RouteTable", VpcId=ref("Vpc")),
    Association=resource(
        "EC2::SubnetRouteTableAssociation", SubnetId=ref("Subnet"), RouteTableId=ref("Table")
    ),
)
BAD_SUBNET = resource("EC2::Subnet", VpcId=ref("Vpc"), CidrBlock="192.168.0.0/24")


class CreateTest(StackTest):
    def test_events_tell_the_story_in_order(self):
        self.create(template(Vpc=NET["Resources"]["Vpc"], Subnet=NET["Resources"]["Subnet"]))
        self.assertEqual(
            self.events(),
            [
                "fleet CREATE_IN_PROGRESS User Initiated",
                "Vpc CREATE_IN_PROGRESS",
                "Vpc CREATE_IN_PROGRESS Resource creation Initiated",
                "Vpc CREATE_COMPLETE",
                "Subnet CREATE_IN_PROGRESS",
                "Subnet CREATE_IN_PROGRESS Resource creation Initiated",
                "Subnet CREATE_COMPLETE",
                "fleet CREATE_COMPLETE",
            ],
        )

    def test_resources_carry_system_and_stack_tags(self):
        stack = self.create(NET, Tags=tags(team="a", Name="stack"))
        vpc = self.clients.ec2.describe_vpcs(VpcIds=[self.physical("Vpc")])["Vpcs"][0]
        self.assertEqual(
            {tag["Key"]: tag["Value"] for tag in vpc["Tags"]},
            {
                "Name": "net",
                "team": "a",
                "aws:cloudformation:logical-id": "Vpc",
                "aws:cloudformation:stack-id": stack["StackId"],
                "aws:cloudformation:stack-name": "fleet",
            },
        )
        self.assertEqual(stack["Tags"], tags(team="a", Name="stack"))

    def test_the_template_comes_back_as_it_was_given(self):
        body = (
            "Resources:\n  V:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: 10.0.0.0/16}\n"
        )
        self.create(body)
        self.assertEqual(self.stacks.get_template(StackName=self.NAME)["TemplateBody"], body)

    def test_a_taken_name_is_refused(self):
        self.create(NET)
        self.refused(
            "AlreadyExistsException",
            self.stacks.create_stack,
            StackName=self.NAME,
            TemplateBody=json.dumps(NET),
        )

    def test_an_unknown_stack_is_refused(self):
        message = self.refused("ValidationError", self.stacks.describe_stacks, StackName="none")
        self.assertEqual(message, "Stack with id none does not exist")

    def test_a_failure_leaves_nothing_behind(self):
        before = self.account()
        stack = self.create(
            template(**NET["Resources"], Zoo=BAD_SUBNET), expect="ROLLBACK_COMPLETE"
        )
        self.assertEqual(self.account(), before)
        events = self.events(stack["StackId"])
        self.assertTrue(any(event.startswith("Zoo CREATE_FAILED") for event in events), events)
        self.assertIn(
            "fleet ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Zoo]. "
            "Rollback requested by user.",
            events,
        )
        self.assertEqual(events[-1], "fleet ROLLBACK_COMPLETE")

    def account(self):
        ec2 = self.clients.ec2
        return [
            len(ec2.describe_vpcs()["Vpcs"]),
            len(ec2.describe_subnets()["Subnets"]),
            len(ec2.describe_route_tables()["RouteTables"]),
            len(ec2.describe_security_groups()["SecurityGroups"]),
        ]

    def test_do_nothing_on_failure_keeps_what_was_made(self):
        self.create(
            template(Vpc=NET["Resources"]["Vpc"], Zoo=BAD_SUBNET),
            expect="CREATE_FAILED",
            OnFailure="DO_NOTHING",
        )
        self.assertEqual(len(self.clients.ec2.describe_vpcs()["Vpcs"]), 2)
        self.delete()

    def test_a_type_without_a_handler_fails_the_stack_and_says_so(self):
        stack = self.create(
            template(T=resource("SNS::Topic", TopicName="t")), expect="ROLLBACK_COMPLETE"
        )
        text = "\n".join(self.events(stack["StackId"]))
        self.assertIn("The sandbox does not implement AWS::SNS::Topic", text)

    def test_a_property_without_a_handler_fails_the_stack_and_says_so(self):
        stack = self.create(
            template(V=resource("EC2::VPC", Ipv4IpamPoolId="ipam-pool-1", Ipv4NetmaskLength=16)),
            expect="ROLLBACK_COMPLETE",
        )
        text = "\n".join(self.events(stack["StackId"]))
        self.assertIn("The sandbox does not implement AWS::EC2::VPC Ipv4IpamPoolId", text)

    def test_a_property_that_aws_does_not_have_fails_the_stack(self):
        stack = self.create(
            template(V=resource("EC2::VPC", CidrBlock="10.0.0.0/16", Colour="blue")),
            expect="ROLLBACK_COMPLETE",
        )
        text = "\n".join(self.events(stack["StackId"]))
        self.assertIn("[#: extraneous key [Colour] is not permitted]", text)


class DeleteTest(StackTest):
    def test_everything_goes_in_reverse_order(self):
        self.create(NET)
        stack = self.delete()
        deleted = [
            event.split()[0]
            for event in self.events(stack["StackId"])
            if event.endswith("DELETE_COMPLETE")
        ]
        self.assertEqual(deleted, ["Association", "Table", "Subnet", "Vpc", "fleet"])
        self.assertEqual(self.stacks.describe_stacks()["Stacks"], [])
        self.assertEqual(len(self.clients.ec2.describe_vpcs()["Vpcs"]), 1)

    def test_retained_resources_stay(self):
        self.create(
            template(
                Kept=resource("S3::Bucket", deletion="Retain", BucketName="kept"),
                Gone=resource("S3::Bucket", BucketName="gone"),
            )
        )
        stack = self.delete()
        self.assertIn("Kept DELETE_SKIPPED", self.events(stack["StackId"]))
        self.assertEqual(self.buckets(), ["kept"])

    def test_what_is_retained_except_on_create_goes_in_a_rollback_alone(self):
        bucket = resource("S3::Bucket", deletion="RetainExceptOnCreate", BucketName="kept")
        failing = resource("EC2::Subnet", depends="B", VpcId="vpc-0", CidrBlock="10.0.0.0/24")
        self.create(template(B=bucket, Bad=failing), expect="ROLLBACK_COMPLETE")
        self.assertEqual(self.buckets(), [])
        self.delete()
        self.create(template(B=bucket))
        self.update(template(B=bucket, Bad=failing), expect="UPDATE_ROLLBACK_COMPLETE")
        self.assertEqual(self.buckets(), ["kept"])
        stack = self.delete()
        self.assertIn("B DELETE_SKIPPED", self.events(stack["StackId"]))
        self.assertEqual(self.buckets(), ["kept"])

    def test_what_is_retained_except_on_create_goes_where_the_update_that_made_it_fails(self):
        bucket = resource("S3::Bucket", deletion="RetainExceptOnCreate", BucketName="kept")
        failing = resource("EC2::Subnet", depends="B", VpcId="vpc-0", CidrBlock="10.0.0.0/24")
        self.create(NET)
        self.update(
            template(**NET["Resources"], B=bucket, Bad=failing), expect="UPDATE_ROLLBACK_COMPLETE"
        )
        self.assertEqual(self.buckets(), [])

    def test_what_a_rollback_removed_is_not_removed_again_with_the_stack(self):
        failing = resource("EC2::Subnet", depends="B", VpcId="vpc-0", CidrBlock="10.0.0.0/24")
        self.create(
            template(B=resource("S3::Bucket", BucketName="name"), Bad=failing),
            expect="ROLLBACK_COMPLETE",
        )
        self.clients.s3.create_bucket(Bucket="name")
        self.delete()
        self.assertEqual(self.buckets(), ["name"])

    def buckets(self):
        return [bucket["Name"] for bucket in self.clients.s3.list_buckets()["Buckets"]]

    def test_what_cannot_go_fails_the_deletion_and_can_be_retained(self):
        self.create(template(B=resource("S3::Bucket", BucketName="full")))
        self.clients.s3.put_object(Bucket="full", Key="k", Body=b"x")
        stack = self.delete(expect="DELETE_FAILED")
        self.assertIn("[B]", stack["StackStatusReason"])
        self.stacks.delete_stack(StackName=self.NAME, RetainResources=["B"])
        self.assertEqual(self.settled(stack["StackId"])["StackStatus"], "DELETE_COMPLETE")
        self.clients.s3.head_bucket(Bucket="full")

    def test_what_is_gone_already_is_no_obstacle(self):
        self.create(NET)
        ec2 = self.clients.ec2
        ec2.disassociate_route_table(AssociationId=self.physical("Association"))
        ec2.delete_subnet(SubnetId=self.physical("Subnet"))
        self.delete()

    def test_a_protected_stack_is_not_deleted(self):
        self.create(NET, EnableTerminationProtection=True)
        message = self.refused("ValidationError", self.stacks.delete_stack, StackName=self.NAME)
        self.assertIn("TerminationProtection is enabled", message)
        self.stacks.update_termination_protection(
            StackName=self.NAME, EnableTerminationProtection=False
        )
        self.delete()

    def test_deleting_an_unknown_stack_is_no_error(self):
        self.stacks.delete_stack(StackName="unknown")

    def test_a_name_is_free_after_deletion(self):
        self.create(NET)
        self.delete()
        self.create(NET)

    def test_a_group_with_instances_goes_with_its_network(self):
        self.create(
            template(
                **NET["Resources"],
                Lt=resource(
                    "EC2::LaunchTemplate",
                    LaunchTemplateData={"ImageId": "ami-1", "InstanceType": "t3.micro"},
                ),
                Asg=resource(
                    "AutoScaling::AutoScalingGroup",
                    MinSize="2",
                    MaxSize="9",
                    VPCZoneIdentifier=[ref("Subnet")],
                    LaunchTemplate={"LaunchTemplateId": ref("Lt"), "Version": "1"},
                ),
            )
        )
        group = self.clients.autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]
        self.assertEqual(len(group["Instances"]), 2)
        self.delete()

    def test_an_export_in_use_keeps_its_stack(self):
        exporting = dict(NET)
        exporting["Outputs"] = {"V": {"Value": ref("Vpc"), "Export": {"Name": "the-vpc"}}}
        self.create(exporting)
        importing = template(
            G=resource(
                "EC2::SecurityGroup",
                GroupDescription="d",
                VpcId={"Fn::ImportValue": "the-vpc"},
            )
        )
        importing["Outputs"] = {"G": {"Value": att("G", "GroupId")}}
        self.create(importing, StackName="user")
        self.assertEqual(self.stacks.list_exports()["Exports"][0]["Name"], "the-vpc")
        self.refused("ValidationError", self.stacks.delete_stack, StackName=self.NAME)


if __name__ == "__main__":
    unittest.main()
