"""What EKS makes by itself, and nobody asked for.

- A cluster: a security group in its network, with a tag that only AWS can write, open to itself both
  ways and outwards; an access entry of EKS's own role.
- A node group: a scaling group, started from a copy of its launch template, both with tags of EKS;
  an access entry by which the nodes of its role join.
"""

import contextlib
import uuid

from . import clusters

SERVICE_ROLE = "role/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS"
IMAGE = "ami-0abcdef1234567890"


def services(place):
    """The other services; whoever calls this holds the sandbox's lock already."""
    from ...cloudformation.api import Services

    return Services(place[1], place[0], contextlib.nullcontext())


def for_cluster(place, cluster, creator_is_administrator):
    ec2, network = services(place).ec2, cluster.document["resourcesVpcConfig"]
    subnets = ec2.describe_subnets(SubnetIds=network["subnetIds"])["Subnets"]
    network["vpcId"] = subnets[0]["VpcId"]
    network["clusterSecurityGroupId"] = _security_group(place, cluster.name, network["vpcId"])
    account = place[1]
    _enter(place, cluster, f"arn:aws:iam::{account}:{SERVICE_ROLE}", "AmazonEKSEventPolicy")
    if creator_is_administrator:
        creator = f"arn:aws:iam::{account}:user/sandbox"
        _enter(place, cluster, creator, "AmazonEKSClusterAdminPolicy")


def _security_group(place, name, network):
    from moto.ec2.models import ec2_backends

    backend = ec2_backends[place[1]][place[0]]
    group = backend.create_security_group(
        f"eks-cluster-sg-{name}-{uuid.uuid4().int % 10**9}",
        "EKS created security group applied to ENI that is attached to EKS Control Plane",
        vpc_id=network,
    )
    group.add_tags({"aws:eks:cluster-name": name, f"kubernetes.io/cluster/{name}": "owned"})
    ec2 = services(place).ec2
    itself = [{"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": group.id}]}]
    ec2.authorize_security_group_ingress(GroupId=group.id, IpPermissions=itself)
    ec2.authorize_security_group_egress(GroupId=group.id, IpPermissions=itself)
    return group.id


def _enter(place, cluster, principal, policy=None, kind="STANDARD"):
    if principal in cluster.entries:
        return
    asked = {"principalArn": principal, "type": kind}
    if kind != "STANDARD":
        asked["username"] = "system:node:{{EC2PrivateDNSName}}"
        asked["kubernetesGroups"] = ["system:nodes"]
    cluster.entries[principal] = clusters.entry(place, cluster, asked)
    if policy:
        arn = f"arn:aws:eks::aws:cluster-access-policy/{policy}"
        cluster.policies[principal, arn] = {"policyArn": arn, "accessScope": {"type": "cluster"}}


def after_cluster(place, cluster):
    group = cluster.document["resourcesVpcConfig"]["clusterSecurityGroupId"]
    services(place).ec2.delete_security_group(GroupId=group)


def for_node_group(place, cluster, group):
    _enter(place, cluster, group["nodeRole"], kind="EC2_LINUX")
    name = f"eks-{group['nodegroupName']}-{uuid.uuid4()}"
    marks = {
        "eks:cluster-name": cluster.name,
        "eks:nodegroup-name": group["nodegroupName"],
        f"kubernetes.io/cluster/{cluster.name}": "owned",
    }
    _copy_template(place, name, group)
    services(place).autoscaling.create_auto_scaling_group(
        AutoScalingGroupName=name,
        LaunchTemplate={"LaunchTemplateName": name, "Version": "1"},
        VPCZoneIdentifier=",".join(group["subnets"]),
        Tags=[
            {"Key": key, "Value": value, "PropagateAtLaunch": True}
            for key, value in marks.items()
        ],
        **_sizes(group),
    )
    group["resources"] = {"autoScalingGroups": [{"name": name}]}


def _copy_template(place, name, group):
    ec2, asked = services(place).ec2, group.get("launchTemplate")
    data = {}
    if asked:
        named = {"LaunchTemplateId": asked["id"]} if asked.get("id") else {}
        named = named or {"LaunchTemplateName": asked["name"]}
        found = ec2.describe_launch_template_versions(Versions=[asked["version"]], **named)
        version = found["LaunchTemplateVersions"][0]
        data = dict(version["LaunchTemplateData"])
        asked.update(id=version["LaunchTemplateId"], name=version["LaunchTemplateName"])
    for device in data.get("BlockDeviceMappings", []):
        # AWS takes the size of the image; moto knows none.
        device.get("Ebs", {}).setdefault("VolumeSize", 20)
    data.setdefault("ImageId", IMAGE)
    data.setdefault("InstanceType", (group.get("instanceTypes") or ["t3.medium"])[0])
    ec2.create_launch_template(LaunchTemplateName=name, LaunchTemplateData=data)


def _sizes(group):
    sizes = group["scalingConfig"]
    return {
        "MinSize": sizes["minSize"],
        "MaxSize": sizes["maxSize"],
        "DesiredCapacity": sizes["desiredSize"],
    }


def resized(place, group):
    for each in group["resources"]["autoScalingGroups"]:
        services(place).autoscaling.update_auto_scaling_group(
            AutoScalingGroupName=each["name"], **_sizes(group)
        )


def after_node_group(place, group):
    for each in group["resources"]["autoScalingGroups"]:
        services(place).autoscaling.delete_auto_scaling_group(
            AutoScalingGroupName=each["name"], ForceDelete=True
        )
        services(place).ec2.delete_launch_template(LaunchTemplateName=each["name"])
