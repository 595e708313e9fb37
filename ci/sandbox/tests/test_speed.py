"""What speed keeps or writes is what moto would have answered."""

import sys
import unittest

import xmltodict
from support import SANDBOX, SandboxTest

sys.path.insert(0, str(SANDBOX))

from plumbline_sandbox.speed import _element  # noqa: E402

DOCUMENTS = (
    {"A": None},
    {"A": ""},
    {"A": "x < y & z > \"q\" 'r'\n\ttail"},
    {"A": {"@xmlns": 'http://x/"quoted"&', "B": "text"}},
    {"A": {"@xmlns": "http://x/"}},
    {"A": {"B": ["1", "2", {"C": None}], "D": {}, "E": True, "F": False, "G": 7}},
    {"A": {"B": []}},
    {"A": {"B": {"#text": "inner", "@kind": "k"}}},
    {"A": {"B": {"item": [{"k": "ä€"}, {"k": ""}]}}},
)


class XmlTest(unittest.TestCase):
    def test_writes_what_xmltodict_writes(self):
        for document in DOCUMENTS:
            with self.subTest(document):
                parts = []
                for name, value in document.items():
                    _element(name, value, parts.append)
                expected = xmltodict.unparse(
                    document, full_document=False, short_empty_elements=True
                )
                self.assertEqual("".join(parts), expected)


class PoliciesTest(SandboxTest):
    def test_of_aws_are_those_of_an_account_until_it_is_reset(self):
        iam, arn = self.clients.iam, "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
        trust = '{"Version": "2012-10-17", "Statement": []}'
        iam.create_role(RoleName="reads", AssumeRolePolicyDocument=trust)
        iam.attach_role_policy(RoleName="reads", PolicyArn=arn)
        self.assertEqual(iam.get_policy(PolicyArn=arn)["Policy"]["AttachmentCount"], 1)
        self.setUp()
        self.assertEqual(iam.get_policy(PolicyArn=arn)["Policy"]["AttachmentCount"], 0)


if __name__ == "__main__":
    unittest.main()
