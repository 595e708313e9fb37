"""Gap ec2_exits, and the same things made by CloudFormation."""

import copy
import json
import unittest

from support import SandboxTest, StackTest, att, ref, resource, tags, template

BUCKET = "fleet-records"
EXITS = template(
    Vpc=resource("EC2::VPC", CidrBlock="10.0.0.0/16"),
    Subnet=resource("EC2::Subnet", VpcId=ref("Vpc"), CidrBlock="10.0.0.0/24"),
    Other=resource("EC2::Subnet", VpcId=ref("Vpc"), CidrBlock="10.0.1.0/24"),
    Table=resource("EC2::RouteTable", VpcId=ref("Vpc")),
    Group=resource("EC2::SecurityGroup", GroupDescription="d", VpcId=ref("Vpc")),
    Address=resource("EC2::EIP", Domain="vpc", Tags=tags(Name="address")),
    Nat=resource(
        "EC2::NatGateway",
        SubnetId=ref("Subnet"),
        AllocationId=att("Address", "AllocationId"),
        Tags=tags(Name="nat"),
    ),
    Out=resource(
        "EC2::Route",
        RouteTableId=ref("Table"),
        DestinationCidrBlock="0.0.0.0/0",
        NatGatewayId=ref("Nat"),
    ),
    Store=resource(
        "EC2::VPCEndpoint",
        VpcId=ref("Vpc"),
        ServiceName="com.amazonaws.us-east-1.s3",
        RouteTableIds=[ref("Table")],
    ),
    Registry=resource(
        "EC2::VPCEndpoint",
        VpcId=ref("Vpc"),
        ServiceName="com.amazonaws.us-east-1.ecr.api",
        VpcEndpointType="Interface",
        SubnetIds=[ref("Subnet")],
        SecurityGroupIds=[ref("Group")],
        PrivateDnsEnabled=True,
        Tags=tags(Name="registry"),
    ),
    Bucket=resource("S3::Bucket", BucketName=BUCKET, deletion="Delete"),
    Log=resource(
        "EC2::FlowLog",
        depends="Bucket",
        ResourceId=ref("Vpc"),
        ResourceType="VPC",
        TrafficType="ALL",
        LogDestinationType="s3",
        LogDestination=f"arn:aws:s3:::{BUCKET}/net/",
        DestinationOptions={
            "FileFormat": "parquet",
            "HiveCompatiblePartitions": False,
            "PerHourPartition": True,
        },
        Tags=tags(Name="log"),
    ),
)
CHANGES = {
    "Address": {"Tags": tags(Name="other")},
    "Nat": {"Tags": tags(Name="other")},
    "Store": {"RouteTableIds": [], "PolicyDocument": {"Version": "2012-10-17", "Statement": []}},
    "Registry": {"SubnetIds": [ref("Other")], "PrivateDnsEnabled": False, "SecurityGroupIds": []},
    "Log": {"Tags": tags(Name="other")},
}


def seen(ec2):
    """What stands, without what differs from one creation to the next."""
    found = {
        "address": [each["Tags"] for each in ec2.describe_addresses()["Addresses"]],
        "nat": [each["Tags"] for each in ec2.describe_nat_gateways()["NatGateways"]],
        "log": [
            (each["Tags"], each["DestinationOptions"])
            for each in ec2.describe_flow_logs()["FlowLogs"]
        ],
        "endpoints": {
            each["ServiceName"]: (
                len(each["RouteTableIds"]),
                sorted(each["SubnetIds"]),
                len(each["Groups"]),
                each["PrivateDnsEnabled"],
                json.loads(each["PolicyDocument"])["Statement"],
            )
            for each in ec2.describe_vpc_endpoints()["VpcEndpoints"]
        },
    }
    return json.loads(json.dumps(found))


class StackOfExitsTest(StackTest):
    maxDiff = None

    def test_every_kind_changes_and_changes_back(self):
        changed = copy.deepcopy(EXITS)
        for name, properties in CHANGES.items():
            changed["Resources"][name]["Properties"].update(properties)
        ec2 = self.clients.ec2
        self.create(EXITS)
        first = seen(ec2)
        self.update(changed)
        then = seen(ec2)
        for name in ("address", "nat", "log"):
            self.assertIn("other", json.dumps(then[name]))
        subnet, other = self.physical("Subnet"), self.physical("Other")
        registry = "com.amazonaws.us-east-1.ecr.api"
        self.assertEqual(first["endpoints"][registry][:4], [0, [subnet], 1, True])
        self.assertEqual(then["endpoints"][registry][:4], [0, [other], 0, False])
        self.assertEqual(then["endpoints"]["com.amazonaws.us-east-1.s3"][0], 0)
        self.assertEqual(then["endpoints"]["com.amazonaws.us-east-1.s3"][4], [])
        self.update(EXITS)
        self.assertEqual(seen(ec2), first)
        self.delete()
        self.assertEqual(ec2.describe_vpc_endpoints()["VpcEndpoints"], [])
        self.assertEqual(ec2.describe_addresses()["Addresses"], [])
        self.assertEqual(ec2.describe_flow_logs()["FlowLogs"], [])


class ExitsTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.ec2 = self.clients.ec2
        self.vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnet = self.new_subnet("10.0.0.0/24")

    def new_subnet(self, block):
        return self.ec2.create_subnet(VpcId=self.vpc, CidrBlock=block)["Subnet"]["SubnetId"]

    def new_table(self):
        return self.ec2.create_route_table(VpcId=self.vpc)["RouteTable"]["RouteTableId"]

    def routes(self, table):
        found = self.ec2.describe_route_tables(RouteTableIds=[table])["RouteTables"][0]["Routes"]
        return [route for route in found if route.get("GatewayId") != "local"]


class AddressesTest(ExitsTest):
    def test_an_address_says_where_it_comes_from(self):
        self.ec2.allocate_address(Domain="vpc")
        address = self.ec2.describe_addresses()["Addresses"][0]
        self.assertEqual(address["PublicIpv4Pool"], "amazon")
        self.assertEqual(address["NetworkBorderGroup"], "us-east-1")


class EndpointFilterTest(ExitsTest):
    def test_an_endpoint_is_found_by_its_id(self):
        made = [
            self.ec2.create_vpc_endpoint(
                VpcId=self.vpc, ServiceName=f"com.amazonaws.us-east-1.{service}"
            )["VpcEndpoint"]["VpcEndpointId"]
            for service in ("s3", "dynamodb")
        ]
        asked = [{"Name": "vpc-endpoint-id", "Values": [made[1], "vpce-gone"]}]
        found = self.ec2.describe_vpc_endpoints(Filters=asked)["VpcEndpoints"]
        self.assertEqual([each["VpcEndpointId"] for each in found], made[1:])


class NatGatewaysTest(ExitsTest):
    def setUp(self):
        super().setUp()
        self.allocation = self.ec2.allocate_address(Domain="vpc")["AllocationId"]
        made = self.ec2.create_nat_gateway(SubnetId=self.subnet, AllocationId=self.allocation)
        self.gateway = made["NatGateway"]["NatGatewayId"]

    def test_its_address_is_the_primary_one(self):
        found = self.ec2.describe_nat_gateways()["NatGateways"][0]["NatGatewayAddresses"]
        self.assertEqual([each["AllocationId"] for each in found], [self.allocation])
        self.assertTrue(found[0]["IsPrimary"])

    def test_its_address_is_not_released(self):
        self.refused(
            "InvalidIPAddress.InUse", self.ec2.release_address, AllocationId=self.allocation
        )

    def test_deleting_it_frees_address_and_subnet_and_lists_it_for_a_while(self):
        self.ec2.delete_nat_gateway(NatGatewayId=self.gateway)
        self.ec2.release_address(AllocationId=self.allocation)
        self.ec2.delete_subnet(SubnetId=self.subnet)
        found = self.ec2.describe_nat_gateways()["NatGateways"]
        self.assertEqual([each["State"] for each in found], ["deleted"])
        self.refused(
            "NatGatewayNotFound", self.ec2.delete_nat_gateway, NatGatewayId=self.gateway
        )

    def test_the_way_to_the_internet_stays_while_it_is_there(self):
        internet = self.ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        self.ec2.attach_internet_gateway(InternetGatewayId=internet, VpcId=self.vpc)
        self.refused(
            "DependencyViolation",
            self.ec2.detach_internet_gateway,
            InternetGatewayId=internet,
            VpcId=self.vpc,
        )


class EndpointsTest(ExitsTest):
    def endpoint(self, service, **members):
        made = self.ec2.create_vpc_endpoint(
            VpcId=self.vpc, ServiceName=f"com.amazonaws.us-east-1.{service}", **members
        )
        return made["VpcEndpoint"]["VpcEndpointId"]

    def described(self, endpoint):
        return self.ec2.describe_vpc_endpoints(VpcEndpointIds=[endpoint])["VpcEndpoints"][0]

    def test_a_gateway_is_a_route_in_each_of_its_tables(self):
        one, other = self.new_table(), self.new_table()
        endpoint = self.endpoint("s3", RouteTableIds=[one])
        found = self.described(endpoint)
        self.assertEqual(found["VpcEndpointType"], "Gateway")
        self.assertFalse(found["PrivateDnsEnabled"])
        self.assertEqual([route["GatewayId"] for route in self.routes(one)], [endpoint])
        self.assertTrue(self.routes(one)[0]["DestinationPrefixListId"].startswith("pl-"))
        self.ec2.modify_vpc_endpoint(
            VpcEndpointId=endpoint, AddRouteTableIds=[other], RemoveRouteTableIds=[one]
        )
        self.assertEqual(self.routes(one), [])
        self.assertEqual(len(self.routes(other)), 1)
        self.ec2.delete_vpc_endpoints(VpcEndpointIds=[endpoint])
        self.assertEqual(self.routes(other), [])

    def test_an_interface_has_an_address_in_each_of_its_subnets(self):
        second = self.new_subnet("10.0.1.0/24")
        group = self.ec2.create_security_group(
            GroupName="g", Description="d", VpcId=self.vpc
        )["GroupId"]
        endpoint = self.endpoint(
            "ssm",
            VpcEndpointType="Interface",
            SubnetIds=[self.subnet],
            SecurityGroupIds=[group],
            PrivateDnsEnabled=True,
            TagSpecifications=[{"ResourceType": "vpc-endpoint", "Tags": tags(a="b")}],
        )
        found = self.described(endpoint)
        self.assertEqual(found["IpAddressType"], "ipv4")
        self.assertTrue(found["PrivateDnsEnabled"])
        self.assertEqual(found["Tags"], tags(a="b"))
        self.ec2.modify_vpc_endpoint(
            VpcEndpointId=endpoint,
            AddSubnetIds=[second],
            RemoveSubnetIds=[self.subnet],
            PrivateDnsEnabled=False,
        )
        self.assertFalse(self.described(endpoint)["PrivateDnsEnabled"])
        self.ec2.delete_subnet(SubnetId=self.subnet)
        self.refused("DependencyViolation", self.ec2.delete_subnet, SubnetId=second)
        self.ec2.delete_vpc_endpoints(VpcEndpointIds=[endpoint])
        self.ec2.delete_subnet(SubnetId=second)
        self.ec2.delete_security_group(GroupId=group)
        self.assertEqual(self.ec2.describe_vpc_endpoints()["VpcEndpoints"], [])

    def test_a_policy_is_put_back_to_the_default(self):
        endpoint = self.endpoint("s3", PolicyDocument=json.dumps({"Statement": []}))
        self.ec2.modify_vpc_endpoint(VpcEndpointId=endpoint, ResetPolicy=True)
        policy = json.loads(self.described(endpoint)["PolicyDocument"])
        self.assertEqual(policy["Statement"][0]["Action"], "*")

    def test_the_network_stays_while_it_is_there(self):
        self.ec2.delete_subnet(SubnetId=self.subnet)
        endpoint = self.endpoint("s3")
        self.refused("DependencyViolation", self.ec2.delete_vpc, VpcId=self.vpc)
        self.ec2.delete_vpc_endpoints(VpcEndpointIds=[endpoint])
        self.ec2.delete_vpc(VpcId=self.vpc)


class FlowLogsTest(ExitsTest):
    def log(self, **members):
        return self.ec2.create_flow_logs(
            ResourceIds=[self.vpc],
            ResourceType="VPC",
            TrafficType="ALL",
            LogDestinationType="s3",
            LogDestination="arn:aws:s3:::logs/net/",
            **members,
        )

    def test_a_log_goes_to_a_folder_of_a_bucket(self):
        self.assertEqual(len(self.log()["Unsuccessful"]), 1)
        self.clients.s3.create_bucket(Bucket="logs")
        self.log(DestinationOptions={"FileFormat": "parquet", "PerHourPartition": True})
        found = self.ec2.describe_flow_logs()["FlowLogs"][0]
        self.assertEqual(found["LogDestination"], "arn:aws:s3:::logs/net/")
        self.assertEqual(
            found["DestinationOptions"],
            {"FileFormat": "parquet", "HiveCompatiblePartitions": False, "PerHourPartition": True},
        )
        self.refused("FlowLogAlreadyExists", self.log)


if __name__ == "__main__":
    unittest.main()
