"""A second one of a resource, made by a stack of somebody else."""

import copy
import json
import time
from dataclasses import dataclass

ID = "plumbline:id"
NAMES = {
    "AddonName", "AlarmName", "AliasName", "AutoScalingGroupName", "BucketName", "FunctionName", "GroupName",
    "InstanceProfileName", "LaunchTemplateName", "LifecycleHookName", "LogGroupName", "Name", "NodegroupName",
    "PolicyName", "PrincipalArn", "QueueName", "RoleName", "ServiceAccount",
}
# What must differ, where it is not a name; None: it is left out. By type.
ELSE = {
    "AWS::EC2::NatGateway": {"AllocationId": None, "ConnectivityType": "private"},
    "AWS::EC2::Route": {"DestinationCidrBlock": "192.0.2.0/24", "DestinationIpv6CidrBlock": None,
                        "DestinationPrefixListId": None},
    "AWS::EC2::SecurityGroupEgress": {"FromPort": 7777, "ToPort": 7777},
    "AWS::EC2::SecurityGroupIngress": {"FromPort": 7777, "ToPort": 7777},
    "AWS::ElasticLoadBalancingV2::Listener": {"Port": 7777},
    "AWS::Lambda::EventSourceMapping": {"EventSourceArn": "arn:aws:sqs:us-east-1:123456789012:recall"},
    "AWS::EC2::FlowLog": {"TrafficType": "REJECT"},
}
# Whose names are those of what they stand in.
PARENTS = {
    "AWS::AutoScaling::LifecycleHook": {"AutoScalingGroupName"},
    "AWS::AutoScaling::ScalingPolicy": {"AutoScalingGroupName"},
    "AWS::AutoScaling::ScheduledAction": {"AutoScalingGroupName"},
    "AWS::IAM::RolePolicy": {"RoleName"},
    "AWS::Lambda::EventSourceMapping": {"FunctionName"},
    "AWS::EFS::MountTarget": set(),
}


class NoDouble(Exception):
    """There cannot be one; says why."""


@dataclass(frozen=True)
class Double:
    """`tokens` are texts that tell of it; `tags` is the property that has the tags."""

    logical: str
    stack: str
    physical: str
    tokens: tuple
    tags: str


class Doubles:
    def __init__(self, there):
        self.account = there.account
        self.stacks = there.session.client("cloudformation", endpoint_url=there.url)
        self.made = 0

    def make(self, logical, sort):
        kind, _ = self.account.resources[logical]
        properties = copy.deepcopy(self.account.properties(logical))
        tags = next((name for name in ("Tags", "HealthCheckTags", "BackupPolicyTags", "FileSystemTags")
                     if name in properties), "")
        if sort != "child" and (not tags or ID not in str(properties[tags])):
            raise NoDouble("carries no tags that say whose it is")
        if sort == "child" and not self._stands_in_ours(properties):
            raise NoDouble("stands in nothing")
        self.made += 1
        tokens = self._differ(kind, properties)
        if tags and sort == "child":
            del properties[tags]
        elif tags and sort == "added":
            properties[tags] = _retagged(properties[tags])
        stack = f"recall-{self.made}"
        self.stacks.create_stack(
            StackName=stack, Capabilities=["CAPABILITY_NAMED_IAM"],
            TemplateBody=json.dumps({"Resources": {"Double": {"Type": kind, "Properties": properties}}}))
        ended = self._ended(stack)
        if ended["StackStatus"] != "CREATE_COMPLETE":
            raise NoDouble("refused: " + self._why(stack))
        [resource] = self.stacks.list_stack_resources(StackName=stack)["StackResourceSummaries"]
        physical = resource["PhysicalResourceId"]
        return Double(logical, stack, physical, (physical, *tokens), tags)

    def remove(self, double):
        self.stacks.delete_stack(StackName=double.stack)
        self._ended(double.stack)

    def _differ(self, kind, properties):
        """Gives other names; returns what tells of them."""
        tokens = []
        for name in NAMES & set(properties) - PARENTS.get(kind, set()):
            if isinstance(properties[name], str):
                properties[name] = _renamed(kind, properties[name], self.made)
                tokens.append(properties[name])
        if kind == "AWS::EC2::Subnet":
            first, second, *_ = properties["CidrBlock"].split(".")
            properties["CidrBlock"] = f"{first}.{second}.{250 - self.made % 50}.0/28"
        for name, value in ELSE.get(kind, {}).items():
            properties.pop(name, None)
            if value is not None:
                properties[name] = value
                tokens.append(str(value))
        return tokens

    def _stands_in_ours(self, properties):
        text = json.dumps({name: value for name, value in properties.items() if "Tags" not in name})
        return any(f'"{physical}"' in text for physical in self.account.types)

    def _ended(self, stack):
        while True:
            try:
                found = self.stacks.describe_stacks(StackName=stack)["Stacks"][0]
            except self.stacks.exceptions.ClientError:
                return {"StackStatus": "DELETE_COMPLETE"}
            if not found["StackStatus"].endswith("_IN_PROGRESS"):
                return found
            time.sleep(0.05)

    def _why(self, stack):
        events = self.stacks.describe_stack_events(StackName=stack)["StackEvents"]
        return next(e["ResourceStatusReason"] for e in events if e["ResourceStatus"] == "CREATE_FAILED")[:160]


def _renamed(kind, name, number):
    if kind == "AWS::Route53::RecordSet":
        return f"recall-{number}.example.com"
    if kind == "AWS::EKS::Addon":
        return "snapshot-controller"
    return f"{name[:20]}-recall-{number}"


def _retagged(tags):
    if isinstance(tags, dict):
        return {**tags, ID: "recall"}
    return [{**tag, "Value": "recall"} if tag["Key"] == ID else tag for tag in tags]
