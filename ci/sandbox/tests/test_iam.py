"""Gap iam_documents, and what else readers of IAM rely on."""

import json
import unittest

from support import SandboxTest, tags

TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"Service": "ec2.amazonaws.com"},
            "Action": "sts:AssumeRole",
            "Condition": {"StringLike": {"aws:tag": "ü & <x> %20+"}},
        }
    ],
}
ALLOW = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}],
}
SSM = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"


class RoleTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.iam = self.clients.iam
        self.iam.create_role(
            RoleName="node",
            AssumeRolePolicyDocument=json.dumps(TRUST),
            Description="d",
            MaxSessionDuration=7200,
            Tags=tags(Name="node"),
        )
        self.iam.put_role_policy(
            RoleName="node", PolicyName="inline", PolicyDocument=json.dumps(ALLOW)
        )
        self.iam.attach_role_policy(RoleName="node", PolicyArn=SSM)

    def test_documents_come_back_as_they_were_put(self):
        role = self.iam.get_role(RoleName="node")["Role"]
        self.assertEqual(role["AssumeRolePolicyDocument"], TRUST)
        self.assertEqual((role["Description"], role["MaxSessionDuration"]), ("d", 7200))
        self.assertEqual(role["Tags"], tags(Name="node"))
        policy = self.iam.get_role_policy(RoleName="node", PolicyName="inline")
        self.assertEqual(policy["PolicyDocument"], ALLOW)

    def test_policies_of_a_role_are_listed(self):
        self.assertEqual(self.iam.list_role_policies(RoleName="node")["PolicyNames"], ["inline"])
        attached = self.iam.list_attached_role_policies(RoleName="node")["AttachedPolicies"]
        self.assertEqual([policy["PolicyArn"] for policy in attached], [SSM])

    def test_the_whole_account_is_read_at_once(self):
        answer = self.iam.get_account_authorization_details(Filter=["Role"])
        role = next(item for item in answer["RoleDetailList"] if item["RoleName"] == "node")
        self.assertEqual(role["AssumeRolePolicyDocument"], TRUST)
        self.assertEqual(
            role["RolePolicyList"], [{"PolicyName": "inline", "PolicyDocument": ALLOW}]
        )
        self.assertEqual(role["AttachedManagedPolicies"][0]["PolicyArn"], SSM)

    def test_documents_are_encoded_once_in_every_answer(self):
        self.iam.create_instance_profile(InstanceProfileName="node")
        self.iam.add_role_to_instance_profile(InstanceProfileName="node", RoleName="node")
        profile = self.iam.get_instance_profile(InstanceProfileName="node")["InstanceProfile"]
        self.assertEqual(profile["Roles"][0]["AssumeRolePolicyDocument"], TRUST)
        roles = {role["RoleName"]: role for role in self.iam.list_roles()["Roles"]}
        self.assertEqual(roles["node"]["AssumeRolePolicyDocument"], TRUST)
        allow = {
            **ALLOW,
            "Statement": [{**ALLOW["Statement"][0], "Resource": "arn:aws:s3:::b/%20+ü"}],
        }
        arn = self.iam.create_policy(PolicyName="p", PolicyDocument=json.dumps(allow))["Policy"][
            "Arn"
        ]
        version = self.iam.get_policy_version(PolicyArn=arn, VersionId="v1")["PolicyVersion"]
        self.assertEqual(version["Document"], allow)
        answer = self.iam.get_account_authorization_details(Filter=["LocalManagedPolicy"])
        policy = next(item for item in answer["Policies"] if item["Arn"] == arn)
        self.assertEqual(policy["PolicyVersionList"][0]["Document"], allow)

    def test_a_role_in_use_is_not_deleted(self):
        self.refused("DeleteConflict", self.iam.delete_role, RoleName="node")


if __name__ == "__main__":
    unittest.main()
