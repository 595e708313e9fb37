"""Gaps s3_buckets and s3_lifecycle."""

import unittest

from support import SandboxTest, tags

RULES = [
    {
        "ID": "expire-old",
        "Status": "Enabled",
        "Filter": {"Prefix": ""},
        "NoncurrentVersionExpiration": {"NoncurrentDays": 30, "NewerNoncurrentVersions": 3},
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
    },
    {
        "ID": "tier",
        "Status": "Disabled",
        "Filter": {
            "And": {
                "Prefix": "checkpoints/",
                "ObjectSizeGreaterThan": 1024,
                "Tags": tags(keep="no", team="a"),
            }
        },
        "Expiration": {"Days": 365},
        "Transitions": [
            {"Days": 30, "StorageClass": "STANDARD_IA"},
            {"Days": 90, "StorageClass": "GLACIER"},
        ],
        "NoncurrentVersionTransitions": [{"NoncurrentDays": 10, "StorageClass": "GLACIER"}],
    },
    {
        "ID": "marker",
        "Status": "Enabled",
        "Filter": {"Tag": {"Key": "k", "Value": "v"}},
        "Expiration": {"ExpiredObjectDeleteMarker": True},
    },
]
BLOCK = {
    "BlockPublicAcls": True,
    "BlockPublicPolicy": True,
    "IgnorePublicAcls": True,
    "RestrictPublicBuckets": True,
}


class BucketTest(SandboxTest):
    NAME = {"Bucket": "fleet-data"}

    def setUp(self):
        super().setUp()
        self.s3 = self.clients.s3
        self.s3.create_bucket(**self.NAME)

    def test_lifecycle_rules_come_back_as_they_were_put(self):
        self.s3.put_bucket_lifecycle_configuration(
            **self.NAME, LifecycleConfiguration={"Rules": RULES}
        )
        read = self.s3.get_bucket_lifecycle_configuration(**self.NAME)
        self.assertEqual(read["Rules"], RULES)
        self.assertEqual(read["TransitionDefaultMinimumObjectSize"], "all_storage_classes_128K")

    def test_a_rule_without_an_id_is_given_one(self):
        rule = {name: value for name, value in RULES[0].items() if name != "ID"}
        self.s3.put_bucket_lifecycle_configuration(
            **self.NAME, LifecycleConfiguration={"Rules": [rule]}
        )
        read = self.s3.get_bucket_lifecycle_configuration(**self.NAME)["Rules"][0]
        self.assertTrue(read.pop("ID"))
        self.assertEqual(read, rule)

    def test_a_lifecycle_that_was_removed_is_unknown(self):
        self.s3.put_bucket_lifecycle_configuration(
            **self.NAME, LifecycleConfiguration={"Rules": RULES}
        )
        self.s3.delete_bucket_lifecycle(**self.NAME)
        self.refused(
            "NoSuchLifecycleConfiguration",
            self.s3.get_bucket_lifecycle_configuration,
            **self.NAME,
        )

    def test_a_new_bucket_blocks_public_access_and_encrypts(self):
        read = self.s3.get_public_access_block(**self.NAME)
        self.assertEqual(read["PublicAccessBlockConfiguration"], BLOCK)
        rule = self.s3.get_bucket_encryption(**self.NAME)["ServerSideEncryptionConfiguration"]
        self.assertEqual(
            rule["Rules"][0]["ApplyServerSideEncryptionByDefault"], {"SSEAlgorithm": "AES256"}
        )
        owner = self.s3.get_bucket_ownership_controls(**self.NAME)["OwnershipControls"]
        self.assertEqual(owner["Rules"], [{"ObjectOwnership": "BucketOwnerEnforced"}])

    def test_a_removed_public_access_block_is_unknown(self):
        self.s3.delete_public_access_block(**self.NAME)
        self.refused(
            "NoSuchPublicAccessBlockConfiguration", self.s3.get_public_access_block, **self.NAME
        )
        part = {**BLOCK, "BlockPublicPolicy": False}
        self.s3.put_public_access_block(**self.NAME, PublicAccessBlockConfiguration=part)
        read = self.s3.get_public_access_block(**self.NAME)
        self.assertEqual(read["PublicAccessBlockConfiguration"], part)

    def test_removed_encryption_is_the_default_again(self):
        self.s3.put_bucket_encryption(
            **self.NAME,
            ServerSideEncryptionConfiguration={
                "Rules": [
                    {
                        "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"},
                        "BucketKeyEnabled": True,
                    }
                ]
            },
        )
        rule = self.s3.get_bucket_encryption(**self.NAME)["ServerSideEncryptionConfiguration"]
        self.assertTrue(rule["Rules"][0]["BucketKeyEnabled"])
        self.s3.delete_bucket_encryption(**self.NAME)
        rule = self.s3.get_bucket_encryption(**self.NAME)["ServerSideEncryptionConfiguration"]
        self.assertEqual(
            rule["Rules"][0]["ApplyServerSideEncryptionByDefault"], {"SSEAlgorithm": "AES256"}
        )

    def test_versioning_is_off_on_or_suspended(self):
        self.assertNotIn("Status", self.s3.get_bucket_versioning(**self.NAME))
        for status in ("Enabled", "Suspended"):
            self.s3.put_bucket_versioning(**self.NAME, VersioningConfiguration={"Status": status})
            self.assertEqual(self.s3.get_bucket_versioning(**self.NAME)["Status"], status)

    def test_tags_go_with_the_bucket(self):
        self.s3.put_bucket_tagging(**self.NAME, Tagging={"TagSet": tags(a="1", b="")})
        self.assertEqual(self.s3.get_bucket_tagging(**self.NAME)["TagSet"], tags(a="1", b=""))
        self.s3.delete_bucket(**self.NAME)
        self.s3.create_bucket(**self.NAME)
        self.refused("NoSuchTagSet", self.s3.get_bucket_tagging, **self.NAME)

    def test_system_tags_are_not_the_callers(self):
        self.refused(
            "InvalidTag",
            self.s3.put_bucket_tagging,
            **self.NAME,
            Tagging={"TagSet": [{"Key": "aws:cloudformation:stack-name", "Value": "s"}]},
        )


if __name__ == "__main__":
    unittest.main()
