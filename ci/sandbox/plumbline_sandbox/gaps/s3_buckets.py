"""Buckets: what a new one has, what a deleted one leaves behind, and who owns system tags.

Shapes in the API reference and the user guide:
- A new bucket blocks public access, is owned by the bucket owner alone (BucketOwnerEnforced) and
  encrypts with SSE-S3, and DeleteBucketEncryption brings the latter back. moto's has none of
  these.
- A deleted bucket's tags are gone; moto gives them to the next bucket of that name.
- System tags (aws:…) can be neither changed nor removed by PutBucketTagging, which repeats them,
  and DeleteBucketTagging leaves them.
"""

import xmltodict

from . import method


def fill():
    from moto.s3 import models
    from moto.s3.exceptions import InvalidTagError, NoSystemTags
    from moto.s3.responses import S3Response

    def default_encryption():
        return {
            "@xmlns": "http://s3.amazonaws.com/doc/2006-03-01/",
            "Rule": {
                "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"},
                "BucketKeyEnabled": False,
            },
        }

    @method(models.FakeBucket)
    def __init__(self, *arguments, **members):
        __init__.before(self, *arguments, **members)
        self.encryption = default_encryption()
        self.ownership_rule = "BucketOwnerEnforced"
        blocked = ("block_public_acls", "ignore_public_acls", "block_public_policy")
        self.public_access_block = models.PublicAccessBlock(
            **{name: "true" for name in (*blocked, "restrict_public_buckets")}
        )

    @method(models.S3Backend)
    def delete_bucket_encryption(self, bucket_name):
        self.get_bucket(bucket_name).encryption = default_encryption()

    @method(models.S3Backend)
    def delete_bucket(self, bucket_name):
        arn = self.get_bucket(bucket_name).arn
        deleted = delete_bucket.before(self, bucket_name)
        if deleted:
            self.tagger.delete_all_tags_for_resource(arn)
        return deleted

    @method(models.S3Backend)
    def delete_bucket_tagging(self, bucket_name):
        kept = system_tags(self, bucket_name)
        delete_bucket_tagging.before(self, bucket_name)
        if kept:
            self.put_bucket_tagging(bucket_name, kept)

    @method(S3Response)
    def _bucket_tagging_from_body(self):
        tags = _tags_of(self.body)
        present = system_tags(self.backend, self.bucket_name)
        for key, value in tags.items():
            if key.startswith("aws:") and present.get(key) != value:
                raise NoSystemTags()
        if set(present) - set(tags):
            raise InvalidTagError("System tags cannot be removed by requester")
        return tags


def system_tags(backend, bucket_name):
    tags = backend.get_bucket_tagging(bucket_name)["Tags"]
    return {tag["Key"]: tag["Value"] for tag in tags if tag["Key"].startswith("aws:")}


def _tags_of(body):
    """The tags of a PutBucketTagging request; an empty value is empty text, not None."""
    from moto.s3.exceptions import DuplicateTagKeys

    tag_set = xmltodict.parse(body, force_list={"Tag": True})["Tagging"].get("TagSet") or {}
    tags = {}
    for tag in tag_set.get("Tag", []):
        if tag["Key"] in tags:
            raise DuplicateTagKeys()
        tags[tag["Key"]] = tag["Value"] or ""
    return tags
