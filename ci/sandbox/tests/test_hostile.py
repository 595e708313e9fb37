"""A sandbox that answers as awkwardly as AWS does: other words, the same facts."""

import json
import unittest

import support
from support import Clients, SandboxTest, tags

POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"AWS": ["123456789012"]},
            "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
            "Resource": ["arn:aws:s3:::store/*"],
            "Condition": {"Bool": {"aws:SecureTransport": True}},
        }
    ],
}


class HostileTest(unittest.TestCase):
    """One account that answers so, from one seed, for all tests."""

    @classmethod
    def setUpClass(cls):
        process, url = support.start("--idle-seconds", "600", "--hostile", "7")
        cls.addClassCleanup(support.stop, process)
        cls.clients = Clients(url)

    def group(self, name, *zones):
        launch = self.clients.autoscaling
        launch.create_launch_configuration(
            LaunchConfigurationName=name, ImageId="ami-1", InstanceType="g5.xlarge"
        )
        launch.create_auto_scaling_group(
            AutoScalingGroupName=name,
            LaunchConfigurationName=name,
            MinSize=0,
            MaxSize=1,
            AvailabilityZones=list(zones),
        )
        found = launch.describe_auto_scaling_groups(AutoScalingGroupNames=[name])
        return found["AutoScalingGroups"][0]

    def test_order_is_chance_and_nothing_is_lost(self):
        wanted = tags(**{f"key{i}": str(i) for i in range(8)})
        ec2 = self.clients.ec2
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        ec2.create_tags(Resources=[vpc], Tags=wanted)
        orders = set()
        for _ in range(8):
            there = ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]["Tags"]
            self.assertCountEqual(there, wanted)
            orders.add(tuple(tag["Key"] for tag in there))
        self.assertGreater(len(orders), 1)

    def test_pages_are_short_and_lead_on(self):
        ec2 = self.clients.ec2
        made = {ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"] for _ in range(12)}
        pages = list(ec2.get_paginator("describe_vpcs").paginate(PaginationConfig={"PageSize": 900}))
        self.assertGreater(len(pages), 2)
        seen = [vpc["VpcId"] for page in pages for vpc in page["Vpcs"]]
        self.assertEqual(len(seen), len(set(seen)))
        self.assertLessEqual(made, set(seen))

    def test_policies_are_written_anew(self):
        s3 = self.clients.s3
        s3.create_bucket(Bucket="store")
        s3.put_bucket_policy(Bucket="store", Policy=json.dumps(POLICY))
        iam = self.clients.iam
        iam.create_role(RoleName="node", AssumeRolePolicyDocument=json.dumps(POLICY))
        statement = iam.get_role(RoleName="node")["Role"]["AssumeRolePolicyDocument"]["Statement"][0]
        self.assertEqual(statement["Principal"], {"AWS": "arn:aws:iam::123456789012:root"})
        self.assertEqual(statement["Resource"], "arn:aws:s3:::store/*")
        self.assertCountEqual(statement["Action"], POLICY["Statement"][0]["Action"])
        self.assertEqual(statement["Condition"], {"Bool": {"aws:SecureTransport": "true"}})

    def test_what_was_not_said_is_filled_in(self):
        group = self.group("filled", "us-east-1a")
        self.assertEqual(
            group["AvailabilityZoneDistribution"],
            {"CapacityDistributionStrategy": "balanced-best-effort"},
        )
        self.assertEqual(group["MaxSize"], 1)

    def test_what_was_said_stays(self):
        logs = self.clients.logs
        logs.create_log_group(logGroupName="kept", tags={"a": "b"})
        logs.put_retention_policy(logGroupName="kept", retentionInDays=30)
        [group] = logs.describe_log_groups(logGroupNamePrefix="kept")["logGroups"]
        self.assertEqual((group["retentionInDays"], group["logGroupClass"]), (30, "STANDARD"))

    def test_documents_of_s3_are_whole(self):
        s3 = self.clients.s3
        s3.create_bucket(Bucket="whole")
        rule = {"ID": "age", "Status": "Enabled", "Filter": {"Prefix": "runs/"}}
        rule["Expiration"] = {"Days": 3}
        configuration = {"Rules": [rule]}
        s3.put_bucket_lifecycle_configuration(
            Bucket="whole", LifecycleConfiguration=configuration
        )
        [found] = s3.get_bucket_lifecycle_configuration(Bucket="whole")["Rules"]
        self.assertEqual({name: found[name] for name in rule}, rule)

    def test_empty_lists_come_and_go(self):
        self.group("empty", "us-east-1a")
        there = set()
        for _ in range(12):
            found = self.clients.autoscaling.describe_auto_scaling_groups(
                AutoScalingGroupNames=["empty"]
            )
            there.add("LoadBalancerNames" in found["AutoScalingGroups"][0])
        self.assertEqual(there, {True, False})

    def test_an_order_that_means_something_is_kept(self):
        ec2 = self.clients.ec2
        ec2.create_launch_template(
            LaunchTemplateName="ordered", LaunchTemplateData={"InstanceType": "g5.xlarge"}
        )
        types = [f"g5.{size}xlarge" for size in (48, 2, 24, 4, 16, 8)]
        self.clients.autoscaling.create_auto_scaling_group(
            AutoScalingGroupName="ordered",
            MinSize=0,
            MaxSize=1,
            AvailabilityZones=["us-east-1a"],
            MixedInstancesPolicy={
                "LaunchTemplate": {
                    "LaunchTemplateSpecification": {"LaunchTemplateName": "ordered", "Version": "1"},
                    "Overrides": [{"InstanceType": each} for each in types],
                }
            },
        )
        found = self.clients.autoscaling.describe_auto_scaling_groups(
            AutoScalingGroupNames=["ordered"]
        )["AutoScalingGroups"][0]["MixedInstancesPolicy"]
        overrides = found["LaunchTemplate"]["Overrides"]
        self.assertEqual([each["InstanceType"] for each in overrides], types)
        self.assertEqual(found["InstancesDistribution"]["OnDemandAllocationStrategy"], "prioritized")


class PlainTest(SandboxTest):
    """Without the flag nothing of it happens."""

    def test_lists_keep_their_order(self):
        wanted = tags(**{f"key{i}": str(i) for i in range(8)})
        vpc = self.clients.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.clients.ec2.create_tags(Resources=[vpc], Tags=wanted)
        found = [self.clients.ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]["Tags"] for _ in range(4)]
        self.assertEqual([found[0]] * 4, found)


class StaleTest(unittest.TestCase):
    def test_the_newest_is_missing_once(self):
        process, url = support.start("--idle-seconds", "600", "--hostile", "1", "--stale")
        self.addCleanup(support.stop, process)
        ec2 = Clients(url).ec2
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        seen = [[each["VpcId"] for each in ec2.describe_vpcs()["Vpcs"]] for _ in range(2)]
        self.assertEqual([vpc in each for each in seen], [False, True])
