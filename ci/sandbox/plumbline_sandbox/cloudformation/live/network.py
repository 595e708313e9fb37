"""Networks, subnets, gateways, route tables, routes."""

from ..resources.ec2_network import DESTINATIONS, TARGETS
from .reader import GONE, TAGS, first, picked, reads, tags_of


@reads("AWS::EC2::VPC")
def vpc(work):
    ec2, name = work.services.ec2, work.physical_id
    found = ec2.describe_vpcs(VpcIds=[name])["Vpcs"][0]

    def dns(attribute):
        answer = ec2.describe_vpc_attribute(VpcId=name, Attribute=attribute)
        return answer[attribute[0].upper() + attribute[1:]]["Value"]

    return {
        "EnableDnsHostnames": dns("enableDnsHostnames"),
        "EnableDnsSupport": dns("enableDnsSupport"),
        TAGS: tags_of(found),
    }


@reads("AWS::EC2::Subnet")
def subnet(work):
    found = work.services.ec2.describe_subnets(SubnetIds=[work.physical_id])["Subnets"][0]
    return {**picked(found, "MapPublicIpOnLaunch"), TAGS: tags_of(found)}


@reads("AWS::EC2::InternetGateway")
def gateway(work):
    found = work.services.ec2.describe_internet_gateways(InternetGatewayIds=[work.physical_id])
    return {TAGS: tags_of(found["InternetGateways"][0])}


@reads("AWS::EC2::VPCGatewayAttachment")
def attachment(work):
    found = work.services.ec2.describe_internet_gateways(
        InternetGatewayIds=[work.get("InternetGatewayId")]
    )
    networks = [item["VpcId"] for item in found["InternetGateways"][0].get("Attachments", [])]
    return {} if work.get("VpcId") in networks else GONE


@reads("AWS::EC2::RouteTable")
def route_table(work):
    found = work.services.ec2.describe_route_tables(RouteTableIds=[work.physical_id])
    return {TAGS: tags_of(found["RouteTables"][0])}


@reads("AWS::EC2::Route")
def route(work):
    found = work.services.ec2.describe_route_tables(RouteTableIds=[work.get("RouteTableId")])
    routes = found["RouteTables"][0].get("Routes", [])
    wanted = {work.get(name) for name in DESTINATIONS} - {None}
    there = first([item for item in routes if wanted & set(item.values())])
    return GONE if there is GONE else picked(there, *TARGETS)


@reads("AWS::EC2::SubnetRouteTableAssociation")
def association(work):
    found = work.services.ec2.describe_route_tables()["RouteTables"]
    known = {
        item["RouteTableAssociationId"]: table["RouteTableId"]
        for table in found
        for item in table.get("Associations", [])
    }
    return {} if known.get(work.physical_id) == work.get("RouteTableId") else GONE
