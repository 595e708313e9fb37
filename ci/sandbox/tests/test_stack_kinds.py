"""Every kind of the fleet is made, changed, and changed back by CloudFormation."""

import copy
import json
import sys
import unittest

import live
from support import FLEET, SANDBOX, StackTest, tags

sys.path.insert(0, str(SANDBOX))

from plumbline_sandbox.cloudformation.template import parse  # noqa: E402

GONE = None
# Each kind's properties, changed or left out.
CHANGES = {
    "Vpc": {
        "EnableDnsHostnames": GONE,
        "EnableDnsSupport": False,
        "Tags": tags(Name="fleet", a="b"),
    },
    "SubnetA": {"MapPublicIpOnLaunch": GONE, "Tags": GONE},
    "Gateway": {"Tags": tags(Name="other")},
    "RouteTable": {"Tags": tags(Name="fleet", more="x")},
    "Route": {"DestinationCidrBlock": "10.99.0.0/16"},
    "AssociationA": {"SubnetId": {"Ref": "SubnetB"}},
    "Nodes": {
        "SecurityGroupEgress": GONE,
        "SecurityGroupIngress": [
            {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 81, "CidrIpv6": "fd00::/8"}
        ],
    },
    "NodesSelf": {"Description": "changed"},
    "NodesSsh": {"CidrIp": "10.20.0.0/16"},
    "NodesOut": {"Description": GONE},
    "Bucket": {
        "VersioningConfiguration": GONE,
        "BucketEncryption": GONE,
        "PublicAccessBlockConfiguration": GONE,
        "LifecycleConfiguration": GONE,
        "Tags": tags(Name="fleet-checkpoints", a="b"),
    },
    "BucketPolicy": {
        "PolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::*"}
            ],
        }
    },
    "Role": {
        "Description": GONE,
        "ManagedPolicyArns": GONE,
        "MaxSessionDuration": 7200,
        "Tags": GONE,
        "Policies": [
            {
                "PolicyName": "more",
                "PolicyDocument": {
                    "Version": "2012-10-17",
                    "Statement": [{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}],
                },
            }
        ],
    },
    "RolePolicy": {
        "PolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}],
        }
    },
    "Template": {"LaunchTemplateData": {"ImageId": "ami-1", "InstanceType": "p5e.48xlarge"}},
    "Trainers": {
        "CapacityRebalance": GONE,
        "Cooldown": GONE,
        "DefaultInstanceWarmup": GONE,
        "HealthCheckGracePeriod": GONE,
        "MaxInstanceLifetime": GONE,
        "NewInstancesProtectedFromScaleIn": GONE,
        "TerminationPolicies": GONE,
        "VPCZoneIdentifier": [{"Ref": "SubnetA"}],
        "Tags": [{"Key": "Name", "Value": "other", "PropagateAtLaunch": False}],
    },
}


def changed(template):
    result = copy.deepcopy(template)
    for name, properties in CHANGES.items():
        own = result["Resources"][name]["Properties"]
        for key, value in properties.items():
            own.pop(key, None)
            if value is not GONE:
                own[key] = value
    policy = result["Resources"]["Trainers"]["Properties"]["MixedInstancesPolicy"]
    policy["InstancesDistribution"] = {"SpotAllocationStrategy": "price-capacity-optimized"}
    del policy["LaunchTemplate"]["Overrides"]
    return result


def comparable(clients):
    """The live fleet, whose template has one version more after each change."""
    found = live.read(clients)
    for group in found["groups-of-instances"]:
        policy = group.get("MixedInstancesPolicy")
        if policy:
            del policy["LaunchTemplate"]["LaunchTemplateSpecification"]["Version"]
    for item in found["templates"]:
        del item["LatestVersionNumber"]
    latest = [
        max(versions, key=lambda item: item["VersionNumber"]) for versions in found["versions"]
    ]
    found["versions"] = [item["LaunchTemplateData"] for item in latest]
    return found


class KindsTest(StackTest):
    maxDiff = None

    def test_every_kind_changes_and_changes_back(self):
        template = parse((FLEET / "template.yaml").read_text())
        self.create(template)
        first = comparable(self.clients)
        self.update(changed(template))
        self.check_changed()
        self.update(template)
        self.assertEqual(comparable(self.clients), first)
        self.delete()
        self.check_gone()

    def check_changed(self):
        clients, vpc = self.clients, self.physical("Vpc")
        for name, value in (("enableDnsHostnames", False), ("enableDnsSupport", False)):
            answer = clients.ec2.describe_vpc_attribute(VpcId=vpc, Attribute=name)
            self.assertIs(answer[name[0].upper() + name[1:]]["Value"], value)
        subnet = clients.ec2.describe_subnets(SubnetIds=[self.physical("SubnetA")])["Subnets"][0]
        self.assertFalse(subnet["MapPublicIpOnLaunch"])
        self.check_rules()
        self.check_bucket()
        self.check_role()
        self.check_group()

    def check_rules(self):
        ec2, group = self.clients.ec2, self.physical("Nodes")
        rules = ec2.describe_security_group_rules(
            Filters=[{"Name": "group-id", "Values": [group]}]
        )["SecurityGroupRules"]
        seen = {
            (
                rule["IsEgress"],
                rule["IpProtocol"],
                rule.get("CidrIpv4") or rule.get("CidrIpv6") or "self",
                rule.get("Description"),
            )
            for rule in rules
        }
        self.assertEqual(
            seen,
            {
                (False, "-1", "self", "changed"),
                (False, "tcp", "10.20.0.0/16", None),
                (False, "tcp", "fd00::/8", None),
                (True, "-1", "0.0.0.0/0", None),
                (True, "-1", "self", None),
                (True, "udp", "::/0", None),
            },
        )

    def check_bucket(self):
        s3, name = self.clients.s3, {"Bucket": "fleet-checkpoints"}
        self.assertEqual(s3.get_bucket_versioning(**name)["Status"], "Suspended")
        self.refused("NoSuchLifecycleConfiguration", s3.get_bucket_lifecycle_configuration, **name)
        self.refused("NoSuchPublicAccessBlockConfiguration", s3.get_public_access_block, **name)
        rule = s3.get_bucket_encryption(**name)["ServerSideEncryptionConfiguration"]["Rules"][0]
        self.assertFalse(rule["BucketKeyEnabled"])
        policy = json.loads(s3.get_bucket_policy(**name)["Policy"])
        self.assertNotIn("Condition", policy["Statement"][0])

    def check_role(self):
        iam, name = self.clients.iam, {"RoleName": "fleet-node"}
        role = iam.get_role(**name)["Role"]
        self.assertEqual(role["MaxSessionDuration"], 7200)
        self.assertFalse(role.get("Description"))
        self.assertFalse(role.get("Tags"))
        self.assertEqual(iam.list_attached_role_policies(**name)["AttachedPolicies"], [])
        policies = sorted(iam.list_role_policies(**name)["PolicyNames"])
        self.assertEqual(policies, ["checkpoints", "more"])
        policy = iam.get_role_policy(**name, PolicyName="checkpoints")["PolicyDocument"]
        self.assertEqual(policy["Statement"][0]["Effect"], "Deny")

    def check_group(self):
        group = self.clients.autoscaling.describe_auto_scaling_groups(
            AutoScalingGroupNames=["fleet-trainers"]
        )["AutoScalingGroups"][0]
        expected = {
            "CapacityRebalance": False,
            "DefaultCooldown": 300,
            "HealthCheckGracePeriod": 0,
            "NewInstancesProtectedFromScaleIn": False,
            "TerminationPolicies": ["Default"],
            "VPCZoneIdentifier": self.physical("SubnetA"),
        }
        self.assertEqual({name: group[name] for name in expected}, expected)
        self.assertNotIn("DefaultInstanceWarmup", group)
        self.assertNotIn("MaxInstanceLifetime", group)
        own = [tag for tag in group["Tags"] if not tag["Key"].startswith("aws:")]
        self.assertEqual(
            [(tag["Key"], tag["Value"], tag["PropagateAtLaunch"]) for tag in own],
            [("Name", "other", False)],
        )
        policy = group["MixedInstancesPolicy"]
        self.assertEqual(
            policy["InstancesDistribution"],
            {
                "OnDemandAllocationStrategy": "prioritized",
                "OnDemandBaseCapacity": 0,
                "OnDemandPercentageAboveBaseCapacity": 100,
                "SpotAllocationStrategy": "price-capacity-optimized",
            },
        )
        self.assertEqual(policy["LaunchTemplate"].get("Overrides"), [])
        self.assertEqual(policy["LaunchTemplate"]["LaunchTemplateSpecification"]["Version"], "2")

    def check_gone(self):
        clients = self.clients
        self.assertEqual([vpc["IsDefault"] for vpc in clients.ec2.describe_vpcs()["Vpcs"]], [True])
        self.assertEqual(clients.ec2.describe_launch_templates()["LaunchTemplates"], [])
        self.assertEqual(
            clients.autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"], []
        )
        self.assertEqual(clients.s3.list_buckets()["Buckets"], [])
        self.refused("NoSuchEntity", clients.iam.get_role, RoleName="fleet-node")
        self.refused(
            "NoSuchEntity", clients.iam.get_instance_profile, InstanceProfileName="fleet-node"
        )


if __name__ == "__main__":
    unittest.main()
