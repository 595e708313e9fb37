"""Nested stacks: making, changing, turning back and deleting whole hierarchies."""

import json
import unittest

from support import StackTest, att, ref, resource, tags, template

NETWORK = resource("EC2::VPC", CidrBlock="10.0.0.0/16")
BAD = resource("EC2::Subnet", VpcId="vpc-0", CidrBlock="10.0.0.0/24")


def group(name, vpc=None, **more):
    return resource(
        "EC2::SecurityGroup", GroupName=name, GroupDescription="d", VpcId=vpc or ref("Vpc"), **more
    )


def inner(outputs=None, **resources):
    """A nested template that takes a network, and gives outputs."""
    result = {"Parameters": {"Vpc": {"Type": "String"}}, "Resources": resources}
    if outputs:
        result["Outputs"] = {name: {"Value": value} for name, value in outputs.items()}
    return result


class NestedTest(StackTest):
    def setUp(self):
        super().setUp()
        self.clients.s3.create_bucket(Bucket="templates")

    def nested(self, name, body, depends=None, **parameters):
        """A nested stack of a template that is put in the bucket under a name."""
        self.clients.s3.put_object(Bucket="templates", Key=name, Body=json.dumps(body))
        url = f"{self.clients.url}/templates/{name}"
        return resource(
            "CloudFormation::Stack",
            depends=depends,
            TemplateURL=url,
            Parameters={"Vpc": ref("Vpc"), **parameters},
        )

    def fleet(self, version="1", **more):
        body = inner(A=group(f"a{version}"), outputs={"GroupId": att("A", "GroupId")})
        return template(Vpc=NETWORK, Inner=self.nested(f"one{version}", body), **more)

    def groups(self):
        found = self.clients.ec2.describe_security_groups()["SecurityGroups"]
        return sorted(item["GroupName"] for item in found if item["GroupName"] != "default")

    def change_set(self, template, **members):
        return super().change_set(template, IncludeNestedStacks=True, **members)


class CreateTest(NestedTest):
    def test_resources_of_nested_stacks_are_made_and_outputs_come_back(self):
        body = self.fleet(
            Rule=resource(
                "EC2::SecurityGroupIngress",
                GroupId=att("Inner", "Outputs.GroupId"),
                IpProtocol="-1",
                CidrIp="10.0.0.0/8",
            )
        )
        root = self.create(body, Tags=tags(team="a"))
        self.assertEqual(self.groups(), ["a1"])
        nested = self.stacks.describe_stacks(StackName=self.physical("Inner"))["Stacks"][0]
        self.assertRegex(nested["StackName"], "^fleet-Inner-[A-Za-z0-9]{12}$")
        self.assertEqual(nested["ParentId"], root["StackId"])
        self.assertEqual(nested["RootId"], root["StackId"])
        self.assertEqual(nested["Tags"], tags(team="a"))
        self.assertNotIn("ParentId", root)
        self.assertEqual(
            nested["Outputs"],
            [{"OutputKey": "GroupId", "OutputValue": self.physical("A", nested["StackName"])}],
        )
        listed = self.stacks.list_stack_resources(StackName=self.NAME)["StackResourceSummaries"]
        self.assertEqual([item["LogicalResourceId"] for item in listed], ["Vpc", "Inner", "Rule"])
        summaries = self.stacks.list_stacks()["StackSummaries"]
        self.assertEqual(
            {item["StackName"]: item.get("RootId") for item in summaries},
            {"fleet": None, nested["StackName"]: root["StackId"]},
        )

    def test_a_failure_in_a_nested_stack_takes_all_back(self):
        kept = resource("S3::Bucket", deletion="RetainExceptOnCreate", BucketName="kept")
        body = self.fleet(
            First=self.nested("first", inner(K=kept)),
            Zoo=self.nested("bad", inner(Bad=BAD), depends=["Inner", "First"]),
        )
        stack = self.create(body, expect="ROLLBACK_COMPLETE")
        self.assertEqual(self.groups(), [])
        names = [bucket["Name"] for bucket in self.clients.s3.list_buckets()["Buckets"]]
        self.assertEqual(names, ["templates"])
        events = self.events(stack["StackId"])
        failed = [event for event in events if event.startswith("Zoo CREATE_FAILED")]
        self.assertIn("was not successfully created: The following resource(s) failed", failed[0])
        nested = self.of("-Zoo-")
        self.assertEqual(nested["StackStatus"], "DELETE_COMPLETE")
        events = self.events(nested["StackId"])
        self.assertTrue(any(event.startswith("Bad CREATE_FAILED") for event in events), events)

    def of(self, part):
        found = self.stacks.list_stacks()["StackSummaries"]
        return next(item for item in found if part in item["StackName"])

    def test_a_template_that_is_not_there_fails_the_nested_stack(self):
        body = self.fleet()
        body["Resources"]["Inner"]["Properties"]["TemplateURL"] += "-none"
        self.create(body, expect="ROLLBACK_COMPLETE")
        self.assertEqual(self.groups(), [])


class ChangeSetTest(NestedTest):
    def nested_changes(self, described):
        """Changes in nested stacks by their logical ids."""
        return {
            change["ResourceChange"]["LogicalResourceId"]: self.stacks.describe_change_set(
                ChangeSetName=change["ResourceChange"]["ChangeSetId"]
            )
            for change in described["Changes"]
            if "ChangeSetId" in change["ResourceChange"]
        }

    def test_a_new_hierarchy_is_listed_and_executed_from_its_root(self):
        described = self.change_set(self.fleet(), kind="CREATE")
        self.assertTrue(described["IncludeNestedStacks"])
        child = self.nested_changes(described)["Inner"]
        self.assertEqual(child["ParentChangeSetId"], described["ChangeSetId"])
        self.assertEqual(child["RootChangeSetId"], described["ChangeSetId"])
        self.assertEqual(child["ExecutionStatus"], "UNAVAILABLE")
        self.assertEqual(child["StatusReason"], "Executable from root change set")
        change = child["Changes"][0]["ResourceChange"]
        self.assertEqual((change["Action"], change["LogicalResourceId"]), ("Add", "A"))
        for operation in ("execute_change_set", "delete_change_set"):
            self.refused(
                "InvalidChangeSetStatus",
                getattr(self.stacks, operation),
                ChangeSetName=child["ChangeSetId"],
            )
        self.assertEqual(self.execute(described)["StackStatus"], "CREATE_COMPLETE")
        self.assertEqual(self.physical("Inner"), child["StackId"])
        self.assertEqual(self.groups(), ["a1"])

    def test_deleting_the_root_deletes_those_below_and_their_stacks(self):
        described = self.change_set(self.fleet(), kind="CREATE")
        child = self.nested_changes(described)["Inner"]
        self.stacks.delete_change_set(ChangeSetName=described["ChangeSetId"])
        self.refused(
            "ChangeSetNotFound",
            self.stacks.describe_change_set,
            ChangeSetName=child["ChangeSetId"],
        )
        self.refused(
            "ValidationError", self.stacks.describe_stacks, StackName=child["StackId"]
        )

    def test_a_nested_stack_is_listed_though_nothing_in_it_changes(self):
        self.create(self.fleet())
        described = self.change_set(self.fleet())
        self.assertEqual(described["Status"], "CREATE_COMPLETE")
        change = described["Changes"][0]["ResourceChange"]
        self.assertEqual(change["Details"][-1]["ChangeSource"], "Automatic")
        child = self.nested_changes(described)["Inner"]
        self.assertEqual((child["Changes"], child["Status"]), ([], "FAILED"))

    def test_what_takes_an_output_is_listed_as_if_that_changed(self):
        body = self.fleet(
            Other=self.nested(
                "other",
                {
                    "Parameters": {"Vpc": {"Type": "String"}, "From": {"Type": "String"}},
                    "Resources": {
                        "Rule": resource(
                            "EC2::SecurityGroupIngress",
                            GroupId=ref("From"),
                            IpProtocol="-1",
                            CidrIp="10.0.0.0/8",
                        )
                    },
                },
                From=att("Inner", "Outputs.GroupId"),
            )
        )
        self.create(body)
        children = self.nested_changes(self.change_set(body))
        change = children["Other"]["Changes"][0]["ResourceChange"]
        self.assertEqual((change["Action"], change["Replacement"]), ("Modify", "Conditional"))
        detail = change["Details"][0]
        self.assertEqual((detail["Evaluation"], detail["CausingEntity"]), ("Dynamic", "From"))

    def test_changes_inside_are_listed_and_made(self):
        self.create(self.fleet())
        described = self.change_set(self.fleet("2"))
        change = self.nested_changes(described)["Inner"]["Changes"][0]["ResourceChange"]
        self.assertEqual((change["Action"], change["Replacement"]), ("Modify", "True"))
        self.assertEqual(self.execute(described)["StackStatus"], "UPDATE_COMPLETE")
        self.assertEqual(self.groups(), ["a2"])

    def test_a_nested_template_that_is_refused_fails_the_root(self):
        self.create(self.fleet())
        body = self.fleet(Bad=self.nested("bad", template(X=resource("No::Such::Thing"))))
        described = self.change_set(body)
        self.assertEqual(described["Status"], "FAILED")
        self.assertIn("Unrecognized resource types", described["StatusReason"])
        self.assertEqual(described["ExecutionStatus"], "UNAVAILABLE")


class UpdateTest(NestedTest):
    def test_what_goes_goes_at_the_end_of_all(self):
        both = inner(A=group("a"), B=group("b"))
        self.create(template(Vpc=NETWORK, Inner=self.nested("both", both)))
        bad = self.nested("bad", inner(Bad=BAD), depends="Inner")
        one = self.nested("one", inner(A=group("a"), C=group("c")))
        self.update(template(Vpc=NETWORK, Inner=one, Bad=bad), expect="UPDATE_ROLLBACK_COMPLETE")
        self.assertEqual(self.groups(), ["a", "b"])
        nested = self.physical("Inner")
        self.assertEqual(self.settled(nested)["StackStatus"], "UPDATE_ROLLBACK_COMPLETE")
        self.update(template(Vpc=NETWORK, Inner=one))
        self.assertEqual(self.groups(), ["a", "c"])
        self.assertEqual(self.settled(nested)["StackStatus"], "UPDATE_COMPLETE")

    def test_a_failure_inside_turns_the_hierarchy_back(self):
        self.create(self.fleet())
        worse = self.nested("worse", inner(A=group("a1"), B=group("b"), Bad=BAD))
        changed = resource("EC2::VPC", CidrBlock="10.0.0.0/16", Tags=tags(Name="changed"))
        stack = self.update(
            template(Vpc=changed, Inner=worse), expect="UPDATE_ROLLBACK_COMPLETE"
        )
        self.assertEqual(self.groups(), ["a1"])
        vpc = self.clients.ec2.describe_vpcs(VpcIds=[self.physical("Vpc")])["Vpcs"][0]
        self.assertNotIn({"Key": "Name", "Value": "changed"}, vpc["Tags"])
        events = self.events(stack["StackId"])
        failed = [event for event in events if event.startswith("Inner UPDATE_FAILED")]
        self.assertIn("was not successfully updated. Currently in UPDATE_ROLLBACK", failed[0])

    def test_a_nested_stack_that_goes_takes_all_along_but_what_is_retained(self):
        kept = resource("S3::Bucket", deletion="Retain", BucketName="kept")
        self.create(self.fleet(Other=self.nested("other", inner(B=group("b"), K=kept))))
        nested = self.physical("Other")
        self.update(self.fleet())
        self.assertEqual(self.groups(), ["a1"])
        self.clients.s3.head_bucket(Bucket="kept")
        self.assertIn("K DELETE_SKIPPED", self.events(nested))

    def test_the_same_again_leaves_nested_stacks_as_they_are(self):
        self.create(self.fleet())
        before = self.events(self.physical("Inner"))
        self.update(self.fleet())
        self.assertEqual(self.events(self.physical("Inner")), before)


class DeleteTest(NestedTest):
    def test_nested_stacks_go_with_their_root(self):
        self.create(self.fleet())
        self.delete()
        self.assertEqual(self.stacks.describe_stacks()["Stacks"], [])
        self.assertEqual(self.groups(), [])

    def test_what_cannot_go_inside_fails_the_deletion_of_all(self):
        bucket = resource("S3::Bucket", BucketName="full")
        self.create(self.fleet(Other=self.nested("other", inner(B=bucket))))
        self.clients.s3.put_object(Bucket="full", Key="k", Body=b"x")
        stack = self.delete(expect="DELETE_FAILED")
        self.assertIn("[Other]", stack["StackStatusReason"])
        self.clients.s3.delete_object(Bucket="full", Key="k")
        self.delete()
        self.assertEqual(self.stacks.describe_stacks()["Stacks"], [])


if __name__ == "__main__":
    unittest.main()
