"""Changes to what a stack made, behind the stack's back."""

import json

from support import StackTest, resource, tags, template


class CloudControlTest(StackTest):
    KIND = "AWS::Logs::LogGroup"

    def setUp(self):
        super().setUp()
        self.control = self.clients.cloudcontrol
        group = resource(
            "Logs::LogGroup", LogGroupName="nodes", RetentionInDays=30, Tags=tags(owner="x")
        )
        self.create(template(Group=group))

    def patch(self, *steps, status="SUCCESS"):
        event = self.control.update_resource(
            TypeName=self.KIND, Identifier="nodes", PatchDocument=json.dumps(steps)
        )["ProgressEvent"]
        self.assertEqual(event["OperationStatus"], status, event)
        return event

    def group(self):
        return self.clients.logs.describe_log_groups()["logGroups"][0]

    def test_a_property_is_changed_and_changed_back(self):
        self.patch({"op": "replace", "path": "/RetentionInDays", "value": 7})
        self.assertEqual(self.group()["retentionInDays"], 7)
        found = self.control.get_resource(TypeName=self.KIND, Identifier="nodes")
        properties = json.loads(found["ResourceDescription"]["Properties"])
        self.assertEqual(properties["RetentionInDays"], 7)
        self.patch({"op": "replace", "path": "/RetentionInDays", "value": 30})
        self.assertEqual(self.group()["retentionInDays"], 30)
        self.assertEqual(self.settled()["StackStatus"], "CREATE_COMPLETE")

    def test_tags_are_changed_and_those_of_the_stack_stay(self):
        self.patch({"op": "replace", "path": "/Tags", "value": tags(owner="y", more="z")})
        arn = self.group()["arn"].removesuffix(":*")
        there = self.clients.logs.list_tags_for_resource(resourceArn=arn)["tags"]
        self.assertEqual((there["owner"], there["more"]), ("y", "z"))
        self.assertEqual(there["aws:cloudformation:logical-id"], "Group")

    def test_what_is_not_implemented_fails_and_changes_nothing(self):
        event = self.patch(
            {"op": "add", "path": "/DataProtectionPolicy", "value": {}}, status="FAILED"
        )
        self.assertIn("does not implement", event["StatusMessage"])
        self.assertEqual(self.group()["retentionInDays"], 30)

    def test_a_resource_is_deleted(self):
        self.control.delete_resource(TypeName=self.KIND, Identifier="nodes")
        self.assertEqual(self.clients.logs.describe_log_groups()["logGroups"], [])

    def test_a_bucket_keeps_from_which_size_on_objects_move(self):
        rule = {"Id": "age", "Status": "Enabled", "ExpirationInDays": 3}
        rules = {"Rules": [rule], "TransitionDefaultMinimumObjectSize": "varies_by_storage_class"}
        made = resource("S3::Bucket", BucketName="store", LifecycleConfiguration=rules)
        self.create(template(Store=made), StackName="storage")
        found = self.clients.s3.get_bucket_lifecycle_configuration(Bucket="store")
        self.assertEqual(found["TransitionDefaultMinimumObjectSize"], "varies_by_storage_class")

    def test_what_no_stack_made_is_not_found(self):
        self.refused(
            "ResourceNotFoundException",
            self.control.get_resource,
            TypeName=self.KIND,
            Identifier="others",
        )
