"""VPC, subnet, gateways, route tables, routes."""

from ..api import gone
from ..errors import ResourceFailure
from .handler import Handler, handles


def tag_specifications(work, kind):
    tags = work.tag_list()
    return [{"ResourceType": kind, "Tags": tags}] if tags else []


def retag(work):
    """Brings an EC2 resource's tags from the previous to the present ones."""
    if removed := work.removed_tags():
        tags = [{"Key": key} for key in removed]
        work.services.ec2.delete_tags(Resources=[work.physical_id], Tags=tags)
    if work.tags and work.tags != work.previous_tags:
        work.services.ec2.create_tags(Resources=[work.physical_id], Tags=work.tag_list())


@handles("AWS::EC2::VPC")
class Vpc(Handler):
    properties = {"CidrBlock", "EnableDnsHostnames", "EnableDnsSupport", "InstanceTenancy", "Tags"}

    def create(self, work):
        ec2 = work.services.ec2
        answer = ec2.create_vpc(
            CidrBlock=work.get("CidrBlock"),
            InstanceTenancy=work.get("InstanceTenancy", "default"),
            TagSpecifications=tag_specifications(work, "vpc"),
        )
        work.physical_id = answer["Vpc"]["VpcId"]
        self._dns(work)
        return work.physical_id

    def update(self, work):
        self._dns(work)
        retag(work)

    def _dns(self, work):
        ec2, vpc = work.services.ec2, work.physical_id
        support = {"Value": work.get("EnableDnsSupport", True)}
        hostnames = {"Value": work.get("EnableDnsHostnames", False)}
        ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsSupport=support)
        ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames=hostnames)

    def delete(self, work):
        gone(work.services.ec2.delete_vpc, VpcId=work.physical_id)

    def attributes(self, work):
        ec2, vpc = work.services.ec2, work.physical_id
        found = ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]
        groups = ec2.describe_security_groups(
            Filters=[
                {"Name": "vpc-id", "Values": [vpc]},
                {"Name": "group-name", "Values": ["default"]},
            ]
        )["SecurityGroups"]
        acls = ec2.describe_network_acls(
            Filters=[{"Name": "vpc-id", "Values": [vpc]}, {"Name": "default", "Values": ["true"]}]
        )["NetworkAcls"]
        blocks = found.get("CidrBlockAssociationSet", [])
        return {
            "VpcId": vpc,
            "CidrBlock": found["CidrBlock"],
            "CidrBlockAssociations": [block["AssociationId"] for block in blocks],
            "DefaultSecurityGroup": groups[0]["GroupId"] if groups else None,
            "DefaultNetworkAcl": acls[0]["NetworkAclId"] if acls else None,
            "Ipv6CidrBlocks": [],
        }


@handles("AWS::EC2::Subnet")
class Subnet(Handler):
    properties = {"AvailabilityZone", "CidrBlock", "MapPublicIpOnLaunch", "Tags", "VpcId"}

    def create(self, work):
        members = {"VpcId": work.get("VpcId"), "CidrBlock": work.get("CidrBlock")}
        if zone := work.get("AvailabilityZone"):
            members["AvailabilityZone"] = zone
        answer = work.services.ec2.create_subnet(
            **members, TagSpecifications=tag_specifications(work, "subnet")
        )
        work.physical_id = answer["Subnet"]["SubnetId"]
        self._public(work)
        return work.physical_id

    def update(self, work):
        self._public(work)
        retag(work)

    def _public(self, work):
        work.services.ec2.modify_subnet_attribute(
            SubnetId=work.physical_id,
            MapPublicIpOnLaunch={"Value": work.get("MapPublicIpOnLaunch", False)},
        )

    def delete(self, work):
        gone(work.services.ec2.delete_subnet, SubnetId=work.physical_id)

    def attributes(self, work):
        ec2, subnet = work.services.ec2, work.physical_id
        found = ec2.describe_subnets(SubnetIds=[subnet])["Subnets"][0]
        return {
            "SubnetId": subnet,
            "AvailabilityZone": found["AvailabilityZone"],
            "AvailabilityZoneId": found.get("AvailabilityZoneId"),
            "CidrBlock": found["CidrBlock"],
            "VpcId": found["VpcId"],
            "Ipv6CidrBlocks": [],
        }


@handles("AWS::EC2::InternetGateway")
class InternetGateway(Handler):
    properties = {"Tags"}

    def create(self, work):
        answer = work.services.ec2.create_internet_gateway(
            TagSpecifications=tag_specifications(work, "internet-gateway")
        )
        return answer["InternetGateway"]["InternetGatewayId"]

    def update(self, work):
        retag(work)

    def delete(self, work):
        gone(work.services.ec2.delete_internet_gateway, InternetGatewayId=work.physical_id)

    def attributes(self, work):
        return {"InternetGatewayId": work.physical_id}


@handles("AWS::EC2::VPCGatewayAttachment")
class VpcGatewayAttachment(Handler):
    properties = {"InternetGatewayId", "VpcId"}

    def create(self, work):
        self._attach(work)
        return f"IGW|{work.get('VpcId')}"

    def _attach(self, work):
        gateway = work.get("InternetGatewayId")
        if not gateway:
            raise ResourceFailure("Either InternetGatewayId or VpnGatewayId must be specified.")
        work.services.ec2.attach_internet_gateway(
            InternetGatewayId=gateway, VpcId=work.get("VpcId")
        )

    def update(self, work):
        work_before = dict(work.previous)
        self._detach(work, work_before)
        self._attach(work)

    def delete(self, work):
        self._detach(work, work.properties)

    @staticmethod
    def _detach(work, properties):
        gone(
            work.services.ec2.detach_internet_gateway,
            "Gateway.NotAttached",
            InternetGatewayId=properties["InternetGatewayId"],
            VpcId=properties["VpcId"],
        )

    def attributes(self, work):
        return {"AttachmentType": "IGW"}


@handles("AWS::EC2::RouteTable")
class RouteTable(Handler):
    properties = {"Tags", "VpcId"}

    def create(self, work):
        answer = work.services.ec2.create_route_table(
            VpcId=work.get("VpcId"), TagSpecifications=tag_specifications(work, "route-table")
        )
        return answer["RouteTable"]["RouteTableId"]

    def update(self, work):
        retag(work)

    def delete(self, work):
        gone(work.services.ec2.delete_route_table, RouteTableId=work.physical_id)

    def attributes(self, work):
        return {"RouteTableId": work.physical_id}


DESTINATIONS = ("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId")
TARGETS = (
    "CarrierGatewayId",
    "EgressOnlyInternetGatewayId",
    "GatewayId",
    "InstanceId",
    "NatGatewayId",
    "NetworkInterfaceId",
    "TransitGatewayId",
    "VpcEndpointId",
    "VpcPeeringConnectionId",
)


@handles("AWS::EC2::Route")
class Route(Handler):
    properties = {"RouteTableId", *DESTINATIONS, *TARGETS}

    def create(self, work):
        work.services.ec2.create_route(**work.properties)
        return f"{work.get('RouteTableId')}|{self._destination(work)}"

    @staticmethod
    def _destination(work):
        return next(work.properties[name] for name in DESTINATIONS if name in work.properties)

    def update(self, work):
        work.services.ec2.replace_route(**work.properties)

    def delete(self, work):
        named = ("RouteTableId", *DESTINATIONS)
        members = {name: work.properties[name] for name in named if name in work.properties}
        gone(work.services.ec2.delete_route, **members)

    def attributes(self, work):
        return {"CidrBlock": self._destination(work)}


@handles("AWS::EC2::SubnetRouteTableAssociation")
class SubnetRouteTableAssociation(Handler):
    properties = {"RouteTableId", "SubnetId"}

    def create(self, work):
        answer = work.services.ec2.associate_route_table(
            RouteTableId=work.get("RouteTableId"), SubnetId=work.get("SubnetId")
        )
        return answer["AssociationId"]

    def delete(self, work):
        gone(work.services.ec2.disassociate_route_table, AssociationId=work.physical_id)

    def attributes(self, work):
        return {"Id": work.physical_id}
