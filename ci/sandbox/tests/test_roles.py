"""Gap roles: some roles may not be assumed."""

import unittest

from botocore.exceptions import ClientError
from support import SandboxTest
from test_limits import limit

ROLE = "arn:aws:iam::222222222222:role/look"


class RolesTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.addCleanup(limit)

    def assume(self, role):
        return self.clients.sts.assume_role(RoleArn=role, RoleSessionName="test")

    def test_a_role_that_is_denied_is_refused_as_aws_does(self):
        limit(denied=[ROLE])
        with self.assertRaises(ClientError) as refused:
            self.assume(ROLE)
        answer = refused.exception.response
        self.assertEqual(answer["ResponseMetadata"]["HTTPStatusCode"], 403)
        self.assertEqual(answer["Error"]["Code"], "AccessDenied")
        self.assertRegex(
            answer["Error"]["Message"],
            f"^User: arn:aws:.+ is not authorized to perform: sts:AssumeRole on resource: {ROLE}$",
        )

    def test_another_is_lent_in_its_own_account(self):
        limit(denied=[ROLE])
        user = self.assume(ROLE.replace("look", "deploy"))["AssumedRoleUser"]
        self.assertEqual(user["Arn"].split(":")[4], "222222222222")


if __name__ == "__main__":
    unittest.main()
