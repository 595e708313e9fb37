"""Reads back what an engine made, with names for ids, so that two engines can be compared."""

import json
import re

# What the service gives by itself, or what differs from one creation to the next.
OWN = {
    "Arn",
    "ARN",
    "AssociationId",
    "AutoScalingGroupARN",
    "CreateDate",
    "CreateTime",
    "CreatedTime",
    "ETag",
    "InstanceProfileId",
    "Main",
    "PolicyId",
    "ResponseMetadata",
    "RoleId",
    "RouteTableAssociationId",
    "RoleLastUsed",
    "SecurityGroupArn",
    "SecurityGroupRuleArn",
    "SecurityGroupRuleId",
    "SubnetArn",
    "SubnetId",
    "VpcArn",
}


def read(clients):
    """The fleet of tests/fleet, as plain data."""
    found = {
        **_network(clients.ec2),
        **_compute(clients),
        **_role(clients.iam),
        **_bucket(clients.s3),
    }
    return _without_system_tags(_named(_plain(found), _names(clients)))


def _by_vpc(vpc):
    return [{"Name": "vpc-id", "Values": [vpc]}]


def _vpc(ec2):
    fleet = [{"Name": "tag:Name", "Values": ["fleet"]}]
    return ec2.describe_vpcs(Filters=fleet)["Vpcs"][0]["VpcId"]


def _network(ec2):
    vpc = _vpc(ec2)
    attributes = ("enableDnsSupport", "enableDnsHostnames")
    gateways = [{"Name": "attachment.vpc-id", "Values": [vpc]}]
    groups = ec2.describe_security_groups(Filters=_by_vpc(vpc))["SecurityGroups"]
    rules = [{"Name": "group-id", "Values": [group["GroupId"] for group in groups]}]
    found = {
        "vpc": ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"],
        "dns": [ec2.describe_vpc_attribute(VpcId=vpc, Attribute=name) for name in attributes],
        "subnets": ec2.describe_subnets(Filters=_by_vpc(vpc))["Subnets"],
        "gateways": ec2.describe_internet_gateways(Filters=gateways)["InternetGateways"],
        "tables": ec2.describe_route_tables(Filters=_by_vpc(vpc))["RouteTables"],
        "groups": groups,
        "rules": ec2.describe_security_group_rules(Filters=rules)["SecurityGroupRules"],
    }
    for group in found["groups"]:
        # Seen one by one in `rules`; here they come grouped in the order of their making.
        group.pop("IpPermissions"), group.pop("IpPermissionsEgress")
    return found


def _compute(clients):
    names = ["fleet-plain", "fleet-trainers"]
    templates = ["fleet-spot", "fleet-trainers"]
    groups = clients.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=names)
    for group in groups["AutoScalingGroups"]:
        group["VPCZoneIdentifier"] = group["VPCZoneIdentifier"].split(",")
    return {
        "groups-of-instances": groups["AutoScalingGroups"],
        "templates": clients.ec2.describe_launch_templates(LaunchTemplateNames=templates)[
            "LaunchTemplates"
        ],
        "versions": [
            clients.ec2.describe_launch_template_versions(LaunchTemplateName=name)[
                "LaunchTemplateVersions"
            ]
            for name in templates
        ],
    }


def _role(iam):
    name = {"RoleName": "fleet-node"}
    return {
        "role": iam.get_role(**name)["Role"],
        "policies": iam.list_role_policies(**name)["PolicyNames"],
        "policy": iam.get_role_policy(**name, PolicyName="checkpoints"),
        "attached": iam.list_attached_role_policies(**name)["AttachedPolicies"],
        "profile": iam.get_instance_profile(InstanceProfileName="fleet-node")["InstanceProfile"],
    }


def _bucket(s3):
    name = {"Bucket": "fleet-checkpoints"}
    return {
        "versioning": s3.get_bucket_versioning(**name),
        "encryption": s3.get_bucket_encryption(**name),
        "public-access": s3.get_public_access_block(**name),
        "lifecycle": s3.get_bucket_lifecycle_configuration(**name),
        "bucket-policy": json.loads(s3.get_bucket_policy(**name)["Policy"]),
        "ownership": s3.get_bucket_ownership_controls(**name),
        "bucket-tags": s3.get_bucket_tagging(**name)["TagSet"],
    }


def _plain(value):
    """Without what is the service's own, in an order that means nothing."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if key not in OWN}
    if isinstance(value, list):
        return sorted(
            (_plain(item) for item in value),
            key=lambda item: json.dumps(item, default=str, sort_keys=True),
        )
    return value


def _names(clients):
    """Id to name, for all that the fleet's documents refer to."""
    ec2, names = clients.ec2, {}
    vpc = _vpc(ec2)
    for kind, identifier, things in (
        ("vpc", "VpcId", ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"]),
        ("subnet", "SubnetId", ec2.describe_subnets(Filters=_by_vpc(vpc))["Subnets"]),
        ("group", "GroupId", ec2.describe_security_groups(Filters=_by_vpc(vpc))["SecurityGroups"]),
        ("table", "RouteTableId", ec2.describe_route_tables(Filters=_by_vpc(vpc))["RouteTables"]),
        ("gateway", "InternetGatewayId", ec2.describe_internet_gateways()["InternetGateways"]),
        ("template", "LaunchTemplateId", ec2.describe_launch_templates()["LaunchTemplates"]),
    ):
        for thing in things:
            tags = {tag["Key"]: tag["Value"] for tag in thing.get("Tags", [])}
            name = thing.get("LaunchTemplateName") or thing.get("GroupName") or tags.get("Name")
            names[thing[identifier]] = f"<{kind} {name}>"
    return names


def _named(value, names):
    text = json.dumps(value, default=str)
    for identifier, name in names.items():
        text = text.replace(identifier, name)
    return json.loads(re.sub(r"\d{4}-\d\d-\d\d[T ][0-9:.+Z]+", "<time>", text))


def _without_system_tags(value):
    if isinstance(value, dict):
        return {key: _without_system_tags(item) for key, item in value.items()}
    if isinstance(value, list):
        items = [_without_system_tags(item) for item in value]
        kept = [
            item
            for item in items
            if not (isinstance(item, dict) and str(item.get("Key", "")).startswith("aws:"))
        ]
        return sorted(kept, key=lambda item: json.dumps(item, sort_keys=True))
    return value
