"""Addresses, NAT gateways, endpoints, flow logs."""

import json

from ..api import gone
from ..errors import ResourceFailure
from .ec2_network import retag, tag_specifications
from .handler import Handler, handles


@handles("AWS::EC2::EIP")
class ElasticIp(Handler):
    properties = {"Domain", "Tags"}

    def create(self, work):
        answer = work.services.ec2.allocate_address(
            Domain=work.get("Domain", "vpc"), TagSpecifications=tag_specifications(work, "elastic-ip")
        )
        return answer["PublicIp"]

    def identified(self, identifier):
        return identifier["PublicIp"]

    def _allocation(self, work):
        found = work.services.ec2.describe_addresses(
            Filters=[{"Name": "public-ip", "Values": [work.physical_id]}]
        )["Addresses"]
        return found[0]["AllocationId"] if found else None

    def update(self, work):
        address, work.physical_id = work.physical_id, self._allocation(work)
        retag(work)
        work.physical_id = address

    def delete(self, work):
        if allocation := self._allocation(work):
            gone(work.services.ec2.release_address, AllocationId=allocation)

    def attributes(self, work):
        return {"AllocationId": self._allocation(work), "PublicIp": work.physical_id}


@handles("AWS::EC2::NatGateway")
class NatGateway(Handler):
    properties = {"AllocationId", "ConnectivityType", "SubnetId", "Tags"}

    def create(self, work):
        members = {"ConnectivityType": work.get("ConnectivityType", "public")}
        if allocation := work.get("AllocationId"):
            members["AllocationId"] = allocation
        answer = work.services.ec2.create_nat_gateway(
            SubnetId=work.get("SubnetId"),
            TagSpecifications=tag_specifications(work, "natgateway"),
            **members,
        )
        return answer["NatGateway"]["NatGatewayId"]

    def update(self, work):
        retag(work)

    def delete(self, work):
        gone(work.services.ec2.delete_nat_gateway, NatGatewayId=work.physical_id)

    def attributes(self, work):
        return {"NatGatewayId": work.physical_id}


LISTS = ("RouteTableIds", "SecurityGroupIds", "SubnetIds")


@handles("AWS::EC2::VPCEndpoint")
class VpcEndpoint(Handler):
    properties = {
        "IpAddressType",
        "PolicyDocument",
        "PrivateDnsEnabled",
        "ServiceName",
        "Tags",
        "VpcEndpointType",
        "VpcId",
        *LISTS,
    }

    def create(self, work):
        members = {key: value for key, value in work.properties.items() if key != "Tags"}
        members.setdefault("PrivateDnsEnabled", False)
        if "PolicyDocument" in members:
            members["PolicyDocument"] = _text(members["PolicyDocument"])
        answer = work.services.ec2.create_vpc_endpoint(
            TagSpecifications=tag_specifications(work, "vpc-endpoint"), **members
        )
        return answer["VpcEndpoint"]["VpcEndpointId"]

    def update(self, work):
        members = {}
        for name in LISTS:
            old, new = set(work.previous.get(name, [])), set(work.get(name, []))
            members[f"Add{name}"] = sorted(new - old)
            members[f"Remove{name}"] = sorted(old - new)
        if work.get("VpcEndpointType") == "Interface":
            members["PrivateDnsEnabled"] = work.get("PrivateDnsEnabled", False)
        if kind := work.get("IpAddressType"):
            members["IpAddressType"] = kind
        if policy := work.get("PolicyDocument"):
            members["PolicyDocument"] = _text(policy)
        else:
            members["ResetPolicy"] = True
        work.services.ec2.modify_vpc_endpoint(VpcEndpointId=work.physical_id, **members)
        retag(work)

    def delete(self, work):
        gone(work.services.ec2.delete_vpc_endpoints, VpcEndpointIds=[work.physical_id])

    def attributes(self, work):
        return {"Id": work.physical_id}


def _text(policy):
    return policy if isinstance(policy, str) else json.dumps(policy)


@handles("AWS::EC2::FlowLog")
class FlowLog(Handler):
    properties = {
        "DestinationOptions",
        "LogDestination",
        "LogDestinationType",
        "LogFormat",
        "MaxAggregationInterval",
        "ResourceId",
        "ResourceType",
        "Tags",
        "TrafficType",
    }

    def create(self, work):
        members = {key: value for key, value in work.properties.items() if key != "Tags"}
        answer = work.services.ec2.create_flow_logs(
            ResourceIds=[members.pop("ResourceId")],
            TagSpecifications=tag_specifications(work, "vpc-flow-log"),
            **members,
        )
        for failed in answer["Unsuccessful"]:
            raise ResourceFailure(failed["Error"]["Message"])
        return answer["FlowLogIds"][0]

    def update(self, work):
        retag(work)

    def delete(self, work):
        gone(work.services.ec2.delete_flow_logs, FlowLogIds=[work.physical_id])

    def attributes(self, work):
        return {"Id": work.physical_id}
