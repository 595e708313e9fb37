"""Resources that stand already become a stack's."""

from support import StackTest, ref, resource, text


class StackImportTest(StackTest):
    def setUp(self):
        super().setUp()
        ec2 = self.clients.ec2
        self.vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnet = ec2.create_subnet(VpcId=self.vpc, CidrBlock="10.0.1.0/24")["Subnet"]
        self.subnet = subnet["SubnetId"]
        self.resources = {
            "Net": resource("EC2::VPC", CidrBlock="10.0.0.0/16"),
            "Part": resource("EC2::Subnet", VpcId=ref("Net"), CidrBlock="10.0.1.0/24"),
        }
        for each in self.resources.values():
            each["DeletionPolicy"] = "Retain"
        self.identifiers = {"Net": {"VpcId": self.vpc}, "Part": {"SubnetId": self.subnet}}

    def ask(self):
        return self.stacks.create_change_set(
            StackName=self.NAME,
            ChangeSetName="take",
            ChangeSetType="IMPORT",
            TemplateBody=text({"Resources": self.resources}),
            ResourcesToImport=[
                {
                    "LogicalResourceId": name,
                    "ResourceType": self.resources[name]["Type"],
                    "ResourceIdentifier": identifier,
                }
                for name, identifier in self.identifiers.items()
            ],
        )["Id"]

    def taken(self, expect):
        self.stacks.execute_change_set(ChangeSetName=self.ask())
        stack = self.settled()
        self.assertEqual(stack["StackStatus"], expect, stack)

    def test_takes_what_stands_and_makes_nothing(self):
        self.taken("IMPORT_COMPLETE")
        found = self.stacks.list_stack_resources(StackName=self.NAME)["StackResourceSummaries"]
        there = {each["LogicalResourceId"]: each["PhysicalResourceId"] for each in found}
        self.assertEqual(there, {"Net": self.vpc, "Part": self.subnet})
        blocks = [each["CidrBlock"] for each in self.clients.ec2.describe_vpcs()["Vpcs"]]
        self.assertEqual(blocks.count("10.0.0.0/16"), 1)

    def test_lists_imports(self):
        identifier = self.ask()
        found = self.stacks.describe_change_set(ChangeSetName=identifier)["Changes"]
        actions = {each["ResourceChange"]["Action"] for each in found}
        self.assertEqual(actions, {"Import"})

    def test_what_is_imported_is_changed_by_an_update(self):
        self.taken("IMPORT_COMPLETE")
        self.resources["Part"]["Properties"]["MapPublicIpOnLaunch"] = True
        self.update({"Resources": self.resources})
        [subnet] = self.clients.ec2.describe_subnets(SubnetIds=[self.subnet])["Subnets"]
        self.assertTrue(subnet["MapPublicIpOnLaunch"])

    def test_fails_where_there_is_none(self):
        self.identifiers["Net"] = {"VpcId": "vpc-00000000000000000"}
        self.taken("IMPORT_ROLLBACK_COMPLETE")

    def test_refuses_what_is_not_identified_and_what_would_be_deleted(self):
        del self.identifiers["Part"]
        with self.assertRaisesRegex(Exception, "cannot modify or add resources"):
            self.ask()
        self.identifiers["Part"] = {"SubnetId": self.subnet}
        del self.resources["Net"]["DeletionPolicy"]
        with self.assertRaisesRegex(Exception, "missing DeletionPolicy"):
            self.ask()
