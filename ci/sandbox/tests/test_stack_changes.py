"""Change sets and updates: what they list, what they do, and what they undo."""

import copy
import json
import unittest

from support import StackTest, att, ref, resource, tags, template

LT = resource(
    "EC2::LaunchTemplate",
    LaunchTemplateName="nodes",
    LaunchTemplateData={"ImageId": "ami-1", "InstanceType": "t3.micro"},
)
GROUP = resource(
    "AutoScaling::AutoScalingGroup",
    MinSize="0",
    MaxSize="2",
    AvailabilityZones=["us-east-1a"],
    LaunchTemplate={"LaunchTemplateId": ref("Lt"), "Version": att("Lt", "LatestVersionNumber")},
)
VPC = resource("EC2::VPC", CidrBlock="10.0.0.0/16", Tags=tags(Name="a"))
SG = resource("EC2::SecurityGroup", GroupDescription="d", VpcId=ref("Vpc"))


def changed(base, path, value):
    """A copy of a template with one value set, or removed where it is None."""
    result = copy.deepcopy(base)
    *parents, last = path.split("/")
    place = result["Resources"]
    for name in parents:
        place = place[name]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return result


class ChangeSetTest(StackTest):
    def test_a_new_stack_lists_additions_and_is_made_on_execution(self):
        described = self.change_set(template(Vpc=VPC, Sg=SG), kind="CREATE", Description="first")
        self.assertEqual(
            (described["Status"], described["ExecutionStatus"]), ("CREATE_COMPLETE", "AVAILABLE")
        )
        self.assertEqual(described["Description"], "first")
        self.assertEqual(
            [
                (
                    item["Type"],
                    item["ResourceChange"]["Action"],
                    item["ResourceChange"]["LogicalResourceId"],
                )
                for item in described["Changes"]
            ],
            [("Resource", "Add", "Vpc"), ("Resource", "Add", "Sg")],
        )
        stack = self.stacks.describe_stacks(StackName=self.NAME)["Stacks"][0]
        self.assertEqual(stack["StackStatus"], "REVIEW_IN_PROGRESS")
        self.assertEqual(len(self.clients.ec2.describe_vpcs()["Vpcs"]), 1)
        self.assertEqual(self.execute(described)["StackStatus"], "CREATE_COMPLETE")
        self.assertEqual(len(self.clients.ec2.describe_vpcs()["Vpcs"]), 2)
        again = self.stacks.describe_change_set(ChangeSetName=described["ChangeSetId"])
        self.assertEqual(again["ExecutionStatus"], "EXECUTE_COMPLETE")

    def test_nothing_to_change_fails_with_the_known_reason(self):
        body = template(Vpc=VPC, Lt=LT, Asg=GROUP)
        self.create(body)
        described = self.change_set(json.dumps(body, indent=3))
        self.assertEqual(
            (described["Status"], described["ExecutionStatus"]), ("FAILED", "UNAVAILABLE")
        )
        self.assertEqual(
            described["StatusReason"],
            "The submitted information didn't contain changes. Submit different information to "
            "create a change set.",
        )
        self.assertEqual(described["Changes"], [])
        self.refused(
            "InvalidChangeSetStatus",
            self.stacks.execute_change_set,
            ChangeSetName=described["ChangeSetId"],
        )
        message = self.refused(
            "ValidationError",
            self.stacks.update_stack,
            StackName=self.NAME,
            TemplateBody=json.dumps(body),
        )
        self.assertEqual(message, "No updates are to be performed.")

    def test_a_change_in_place_names_its_property(self):
        body = template(Vpc=VPC)
        self.create(body)
        change = self.changes(changed(body, "Vpc/Properties/EnableDnsHostnames", True))["Vpc"]
        self.assertEqual(
            (change["Action"], change["Replacement"], change["Scope"]),
            ("Modify", "False", ["Properties"]),
        )
        self.assertEqual(change["PhysicalResourceId"], self.physical("Vpc"))
        self.assertEqual(
            change["Details"],
            [
                {
                    "Target": {
                        "Attribute": "Properties",
                        "Name": "EnableDnsHostnames",
                        "RequiresRecreation": "Never",
                    },
                    "Evaluation": "Static",
                    "ChangeSource": "DirectModification",
                }
            ],
        )

    def test_a_replacement_is_named_and_spreads(self):
        body = template(Vpc=VPC, Sg=SG)
        self.create(body)
        changes = self.changes(changed(body, "Vpc/Properties/CidrBlock", "10.9.0.0/16"))
        self.assertEqual(changes["Vpc"]["Replacement"], "True")
        self.assertEqual(changes["Vpc"]["PolicyAction"], "ReplaceAndDelete")
        self.assertEqual(changes["Sg"]["Replacement"], "Conditional")
        detail = changes["Sg"]["Details"][0]
        self.assertEqual(
            (detail["Evaluation"], detail["ChangeSource"], detail["CausingEntity"]),
            ("Dynamic", "ResourceReference", "Vpc"),
        )

    def test_a_tag_change_is_of_scope_tags(self):
        body = template(Vpc=VPC)
        self.create(body)
        change = self.changes(changed(body, "Vpc/Properties/Tags", tags(Name="b")))["Vpc"]
        self.assertEqual((change["Replacement"], change["Scope"]), ("False", ["Tags"]))

    def test_a_new_template_version_moves_the_group(self):
        body = template(Lt=LT, Asg=GROUP)
        self.create(body)
        new = changed(body, "Lt/Properties/LaunchTemplateData/InstanceType", "t3.large")
        described = self.change_set(new)
        changes = {
            item["ResourceChange"]["LogicalResourceId"]: item["ResourceChange"]
            for item in described["Changes"]
        }
        self.assertEqual(changes["Lt"]["Replacement"], "False")
        detail = changes["Asg"]["Details"][0]
        self.assertEqual(
            (changes["Asg"]["Replacement"], detail["ChangeSource"], detail["CausingEntity"]),
            ("False", "ResourceAttribute", "Lt"),
        )
        self.execute(described)
        group = self.clients.autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]
        self.assertEqual(group["LaunchTemplate"]["Version"], "2")
        lt = self.clients.ec2.describe_launch_templates()["LaunchTemplates"][0]
        self.assertEqual((lt["DefaultVersionNumber"], lt["LatestVersionNumber"]), (1, 2))

    def test_a_parameter_change_names_the_parameter(self):
        body = template(
            Vpc=VPC,
            Lt=LT,
            Asg=changed(template(A=GROUP), "A/Properties/MaxSize", ref("Max"))["Resources"]["A"],
        )
        body["Parameters"] = {"Max": {"Type": "Number", "Default": 2}}
        self.create(body)
        changes = self.changes(body, Parameters=[{"ParameterKey": "Max", "ParameterValue": "5"}])
        self.assertEqual(list(changes), ["Asg"])
        detail = changes["Asg"]["Details"][0]
        self.assertEqual(
            (detail["ChangeSource"], detail["CausingEntity"]), ("ParameterReference", "Max")
        )

    def test_an_output_alone_is_a_change_without_resources(self):
        body = template(Vpc=VPC)
        self.create(body)
        body["Outputs"] = {"V": {"Value": ref("Vpc")}}
        described = self.change_set(body)
        self.assertEqual((described["Status"], described["Changes"]), ("CREATE_COMPLETE", []))
        self.assertEqual(len(self.execute(described)["Outputs"]), 1)

    def test_additions_and_removals(self):
        self.create(template(Vpc=VPC, Sg=SG))
        changes = self.changes(template(Vpc=VPC, Gate=resource("EC2::InternetGateway")))
        self.assertEqual(
            {name: item["Action"] for name, item in changes.items()},
            {"Gate": "Add", "Sg": "Remove"},
        )
        self.assertEqual(changes["Sg"]["PhysicalResourceId"], self.physical("Sg"))
        self.assertEqual(changes["Sg"]["PolicyAction"], "Delete")

    def test_change_sets_are_listed_named_once_and_deleted(self):
        body = template(Vpc=VPC)
        self.create(body)
        new = changed(body, "Vpc/Properties/EnableDnsHostnames", True)
        first = self.change_set(new, name="one")
        self.refused(
            "AlreadyExistsException",
            self.stacks.create_change_set,
            StackName=self.NAME,
            ChangeSetName="one",
            TemplateBody=json.dumps(new),
        )
        listed = self.stacks.list_change_sets(StackName=self.NAME)["Summaries"]
        self.assertEqual([item["ChangeSetName"] for item in listed], ["one"])
        described = self.stacks.describe_change_set(StackName=self.NAME, ChangeSetName="one")
        self.assertEqual(described["ChangeSetId"], first["ChangeSetId"])
        self.stacks.delete_change_set(StackName=self.NAME, ChangeSetName="one")
        self.refused(
            "ChangeSetNotFound",
            self.stacks.describe_change_set,
            StackName=self.NAME,
            ChangeSetName="one",
        )

    def test_a_stack_under_review_takes_further_change_sets_and_can_be_deleted(self):
        self.change_set(template(Vpc=VPC), kind="CREATE", name="one")
        self.change_set(template(Vpc=VPC, Sg=SG), kind="CREATE", name="two")
        self.delete()
        self.assertEqual(self.stacks.describe_stacks()["Stacks"], [])

    def test_more_than_a_page_of_changes(self):
        names = {f"G{number}": resource("EC2::InternetGateway") for number in range(130)}
        described = self.change_set(template(**names), kind="CREATE")
        self.assertEqual(len(described["Changes"]), 100)
        rest = self.stacks.describe_change_set(
            ChangeSetName=described["ChangeSetId"], NextToken=described["NextToken"]
        )
        self.assertEqual(len(rest["Changes"]), 30)


class UpdateTest(StackTest):
    def test_a_property_that_is_left_out_is_its_default_again(self):
        body = template(
            Vpc=resource(
                "EC2::VPC", CidrBlock="10.0.0.0/16", EnableDnsSupport=False, Tags=tags(a="1", b="2")
            )
        )
        self.create(body)
        body = changed(
            changed(body, "Vpc/Properties/EnableDnsSupport", None),
            "Vpc/Properties/Tags",
            tags(b="3"),
        )
        self.update(body)
        vpc = self.physical("Vpc")
        answer = self.clients.ec2.describe_vpc_attribute(VpcId=vpc, Attribute="enableDnsSupport")
        self.assertTrue(answer["EnableDnsSupport"]["Value"])
        found = self.clients.ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]["Tags"]
        own = [tag for tag in found if not tag["Key"].startswith("aws:")]
        self.assertEqual(own, tags(b="3"))

    def test_a_replaced_resource_goes_after_its_users_moved(self):
        body = template(Vpc=VPC, Sg=SG)
        self.create(body)
        old = self.physical("Vpc"), self.physical("Sg")
        self.update(changed(body, "Vpc/Properties/CidrBlock", "10.9.0.0/16"))
        new = self.physical("Vpc"), self.physical("Sg")
        self.assertFalse(set(old) & set(new))
        found = self.clients.ec2.describe_security_groups(GroupIds=[new[1]])["SecurityGroups"][0]
        self.assertEqual(found["VpcId"], new[0])
        self.refused("InvalidVpcID.NotFound", self.clients.ec2.describe_vpcs, VpcIds=[old[0]])
        self.delete()
        self.assertEqual(len(self.clients.ec2.describe_vpcs()["Vpcs"]), 1)

    def test_a_replaced_resource_can_be_retained(self):
        body = template(B=resource("S3::Bucket", replace="Retain", BucketName="first"))
        self.create(body)
        self.update(changed(body, "B/Properties/BucketName", "second"))
        names = sorted(bucket["Name"] for bucket in self.clients.s3.list_buckets()["Buckets"])
        self.assertEqual(names, ["first", "second"])

    def test_a_removed_resource_can_be_retained(self):
        self.create(
            template(Vpc=VPC, B=resource("S3::Bucket", deletion="Retain", BucketName="kept"))
        )
        self.update(template(Vpc=VPC))
        self.clients.s3.head_bucket(Bucket="kept")

    def test_a_named_resource_is_not_replaced_under_its_name(self):
        body = template(
            Vpc=VPC, Sg=changed(template(S=SG), "S/Properties/GroupName", "g")["Resources"]["S"]
        )
        self.create(body)
        stack = self.update(
            changed(body, "Sg/Properties/GroupDescription", "other"),
            expect="UPDATE_ROLLBACK_COMPLETE",
        )
        self.assertIn(
            "cannot update a stack when a custom-named resource requires replacing",
            "\n".join(self.events(stack["StackId"])),
        )

    def test_a_failed_update_puts_everything_back(self):
        body = template(Vpc=VPC, Lt=LT, Asg=GROUP, Bucket=resource("S3::Bucket"))
        self.create(body)
        vpc, bucket = self.physical("Vpc"), self.physical("Bucket")
        worse = changed(body, "Vpc/Properties/Tags", tags(Name="changed"))
        worse = changed(worse, "Bucket/Properties/VersioningConfiguration", {"Status": "Enabled"})
        worse = changed(worse, "Asg/Properties/MaxSize", "7")
        worse["Resources"]["New"] = resource("EC2::InternetGateway")
        worse["Resources"]["Zoo"] = resource(
            "EC2::Subnet",
            depends=["New", "Bucket", "Asg"],
            VpcId=ref("Vpc"),
            CidrBlock="192.168.0.0/24",
        )
        self.update(worse, expect="UPDATE_ROLLBACK_COMPLETE")
        found = self.clients.ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]["Tags"]
        self.assertIn({"Key": "Name", "Value": "a"}, found)
        self.assertEqual(
            self.clients.ec2.describe_internet_gateways(
                Filters=[{"Name": "tag-key", "Values": ["aws:cloudformation:stack-name"]}]
            )["InternetGateways"],
            [],
        )
        group = self.clients.autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]
        self.assertEqual(group["MaxSize"], 2)
        self.assertEqual(
            self.clients.s3.get_bucket_versioning(Bucket=bucket)["Status"], "Suspended"
        )
        self.assertEqual(self.change_set(body)["Status"], "FAILED")
        self.delete()

    def test_stack_tags_reach_the_resources(self):
        body = template(Vpc=VPC)
        self.create(body, Tags=tags(team="a"))
        self.update(body, Tags=tags(team="b"))
        found = self.clients.ec2.describe_vpcs(VpcIds=[self.physical("Vpc")])["Vpcs"][0]["Tags"]
        self.assertIn({"Key": "team", "Value": "b"}, found)

    def test_a_condition_that_turns_removes_and_adds(self):
        body = template(Vpc=VPC, Gate=resource("EC2::InternetGateway", condition="On"))
        body["Parameters"] = {"On": {"Type": "String", "Default": "no"}}
        body["Conditions"] = {"On": {"Fn::Equals": [ref("On"), "yes"]}}
        self.create(body)
        yes = [{"ParameterKey": "On", "ParameterValue": "yes"}]
        self.assertEqual(self.changes(body, Parameters=yes)["Gate"]["Action"], "Add")
        self.update(body, Parameters=yes)
        self.assertTrue(self.physical("Gate").startswith("igw-"))
        self.assertEqual(self.changes(body, name="back")["Gate"]["Action"], "Remove")

    def test_the_previous_template_and_values_can_stay(self):
        body = template(Vpc=VPC)
        body["Parameters"] = {"P": {"Type": "String"}}
        self.create(body, Parameters=[{"ParameterKey": "P", "ParameterValue": "x"}])
        described = self.stacks.create_change_set(
            StackName=self.NAME,
            ChangeSetName="c",
            UsePreviousTemplate=True,
            Parameters=[{"ParameterKey": "P", "UsePreviousValue": True}],
        )
        status = self.stacks.describe_change_set(ChangeSetName=described["Id"])
        self.assertEqual(status["Status"], "FAILED")


if __name__ == "__main__":
    unittest.main()
