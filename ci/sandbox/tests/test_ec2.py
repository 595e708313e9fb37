"""Gaps ec2_paging and ec2_errors."""

import unittest

from support import SandboxTest, tags


class PagingTest(SandboxTest):
    def test_pages_hold_max_results_and_name_the_next(self):
        ec2 = self.clients.ec2
        for number in range(7):
            ec2.create_vpc(CidrBlock=f"10.{number}.0.0/16")
        first = ec2.describe_vpcs(MaxResults=5)
        self.assertEqual(len(first["Vpcs"]), 5)
        second = ec2.describe_vpcs(MaxResults=5, NextToken=first["NextToken"])
        self.assertEqual(len(second["Vpcs"]), 3)
        self.assertNotIn("NextToken", second)
        self.assertEqual(len({vpc["VpcId"] for vpc in first["Vpcs"] + second["Vpcs"]}), 8)

    def test_every_describe_operation_of_the_network_pages(self):
        ec2 = self.clients.ec2
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        for number in range(12):
            ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{number}.0/24")
            ec2.create_route_table(VpcId=vpc)
            ec2.create_internet_gateway()
            ec2.create_security_group(GroupName=f"g{number}", Description="d", VpcId=vpc)
        for operation in (
            "describe_subnets",
            "describe_route_tables",
            "describe_internet_gateways",
            "describe_security_groups",
            "describe_security_group_rules",
        ):
            with self.subTest(operation):
                pages = ec2.get_paginator(operation).paginate(PaginationConfig={"PageSize": 5})
                sizes = [
                    len(value)
                    for page in pages
                    for value in page.values()
                    if isinstance(value, list)
                ]
                self.assertGreaterEqual(sum(sizes), 12)
                self.assertLessEqual(max(sizes), 5)
                self.assertGreaterEqual(len(sizes), 3)

    def test_a_size_out_of_range_is_refused(self):
        self.refused(
            "InvalidParameterValue", self.clients.ec2.describe_route_tables, MaxResults=101
        )

    def test_a_made_up_token_is_refused(self):
        self.refused("InvalidParameterValue", self.clients.ec2.describe_vpcs, NextToken="nonsense")


class ErrorsTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.vpc = self.clients.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]

    def test_unknown_ids_have_their_own_codes(self):
        ec2 = self.clients.ec2
        for code, operation, members in (
            ("InvalidVpcID.NotFound", ec2.describe_vpcs, {"VpcIds": ["vpc-0123456789abcdef0"]}),
            (
                "InvalidVpcID.NotFound",
                ec2.describe_vpc_attribute,
                {"VpcId": "vpc-0123456789abcdef0", "Attribute": "enableDnsSupport"},
            ),
            (
                "InvalidSubnetID.NotFound",
                ec2.describe_subnets,
                {"SubnetIds": ["subnet-0123456789abcdef0"]},
            ),
            (
                "InvalidGroup.NotFound",
                ec2.describe_security_groups,
                {"GroupIds": ["sg-0123456789abcdef0"]},
            ),
            (
                "InvalidSecurityGroupRuleId.NotFound",
                ec2.describe_security_group_rules,
                {"SecurityGroupRuleIds": ["sgr-0123456789abcdef0"]},
            ),
            (
                "InvalidInternetGatewayID.NotFound",
                ec2.describe_internet_gateways,
                {"InternetGatewayIds": ["igw-0123456789abcdef0"]},
            ),
            (
                "InvalidRouteTableID.NotFound",
                ec2.describe_route_tables,
                {"RouteTableIds": ["rtb-0123456789abcdef0"]},
            ),
            (
                "InvalidLaunchTemplateId.NotFound",
                ec2.describe_launch_templates,
                {"LaunchTemplateIds": ["lt-0123456789abcdef0"]},
            ),
            (
                "InvalidLaunchTemplateId.NotFound",
                ec2.delete_launch_template,
                {"LaunchTemplateId": "lt-0123456789abcdef0"},
            ),
            (
                "InvalidLaunchTemplateName.NotFoundException",
                ec2.delete_launch_template,
                {"LaunchTemplateName": "unknown"},
            ),
        ):
            with self.subTest(code):
                self.assertNotIn("{", self.refused(code, operation, **members))

    def test_a_vpc_with_a_gateway_or_a_group_is_not_deleted(self):
        ec2 = self.clients.ec2
        gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=self.vpc)
        self.refused("DependencyViolation", ec2.delete_vpc, VpcId=self.vpc)
        ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=self.vpc)
        group = ec2.create_security_group(GroupName="g", Description="d", VpcId=self.vpc)["GroupId"]
        self.refused("DependencyViolation", ec2.delete_vpc, VpcId=self.vpc)
        ec2.delete_security_group(GroupId=group)
        ec2.delete_vpc(VpcId=self.vpc)
        left = ec2.describe_network_acls(Filters=[{"Name": "vpc-id", "Values": [self.vpc]}])
        self.assertEqual(left["NetworkAcls"], [])

    def test_a_deleted_subnet_leaves_its_route_table_free(self):
        ec2 = self.clients.ec2
        subnet = ec2.create_subnet(VpcId=self.vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
        table = ec2.create_route_table(VpcId=self.vpc)["RouteTable"]["RouteTableId"]
        ec2.associate_route_table(SubnetId=subnet, RouteTableId=table)
        self.refused("DependencyViolation", ec2.delete_route_table, RouteTableId=table)
        ec2.delete_subnet(SubnetId=subnet)
        ec2.delete_route_table(RouteTableId=table)

    def test_a_subnet_in_use_is_not_deleted(self):
        ec2 = self.clients.ec2
        subnet = ec2.create_subnet(VpcId=self.vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
        interface = ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]
        self.refused("DependencyViolation", ec2.delete_subnet, SubnetId=subnet)
        ec2.delete_network_interface(NetworkInterfaceId=interface["NetworkInterfaceId"])
        ec2.delete_subnet(SubnetId=subnet)

    def test_dns_attributes_and_tags_are_kept(self):
        ec2 = self.clients.ec2
        ec2.modify_vpc_attribute(VpcId=self.vpc, EnableDnsHostnames={"Value": True})
        answer = ec2.describe_vpc_attribute(VpcId=self.vpc, Attribute="enableDnsHostnames")
        self.assertTrue(answer["EnableDnsHostnames"]["Value"])
        ec2.create_tags(Resources=[self.vpc], Tags=tags(Name="net"))
        found = ec2.describe_vpcs(Filters=[{"Name": "tag:Name", "Values": ["net"]}])["Vpcs"]
        self.assertEqual([vpc["VpcId"] for vpc in found], [self.vpc])


if __name__ == "__main__":
    unittest.main()
