"""S3 buckets, whose settings are calls of their own in the S3 API, and their policies."""

from datetime import datetime, timezone

from botocore.exceptions import ClientError

from ..api import error_code, gone
from ..errors import ResourceFailure
from .handler import Handler, handles
from .iam import document

ENCRYPTION = [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]
BLOCKED = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")


@handles("AWS::S3::Bucket")
class Bucket(Handler):
    properties = {
        "BucketEncryption",
        "BucketName",
        "LifecycleConfiguration",
        "ObjectLockEnabled",
        "OwnershipControls",
        "PublicAccessBlockConfiguration",
        "Tags",
        "VersioningConfiguration",
    }
    name_property = "BucketName"
    name_limit = 63
    lower_case_name = True

    def create(self, work):
        members = {}
        if work.services.region != "us-east-1":
            place = {"LocationConstraint": work.services.region}
            members["CreateBucketConfiguration"] = place
        if work.get("ObjectLockEnabled"):
            members["ObjectLockEnabledForBucket"] = True
        self._refuse_taken(work)
        work.services.s3.create_bucket(Bucket=work.name, **members)
        work.physical_id = work.name
        # A new bucket blocks public access; a template that says nothing leaves it so.
        self._settings(work, {})
        return work.name

    @staticmethod
    def _refuse_taken(work):
        try:
            work.services.s3.head_bucket(Bucket=work.name)
        except ClientError:
            return
        raise ResourceFailure(f"{work.name} already exists")

    def update(self, work):
        self._settings(work, work.previous)

    def _settings(self, work, old):
        for name, apply in (
            ("BucketEncryption", self._encryption),
            ("VersioningConfiguration", self._versioning),
            ("LifecycleConfiguration", self._lifecycle),
            ("PublicAccessBlockConfiguration", self._public_access),
            ("OwnershipControls", self._ownership),
        ):
            if work.get(name) != old.get(name):
                apply(work.services.s3, work.physical_id, work.get(name))
        if work.tags != work.previous_tags:
            self._tags(work)

    @staticmethod
    def _encryption(s3, bucket, value):
        rules = (
            [_encryption_rule(rule) for rule in value["ServerSideEncryptionConfiguration"]]
            if value
            else ENCRYPTION
        )
        s3.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": rules})

    @staticmethod
    def _versioning(s3, bucket, value):
        status = value["Status"] if value else "Suspended"
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": status})

    @staticmethod
    def _lifecycle(s3, bucket, value):
        if value:
            rules = [lifecycle_rule(rule) for rule in value["Rules"]]
            sizes = {k: v for k, v in value.items() if k == "TransitionDefaultMinimumObjectSize"}
            s3.put_bucket_lifecycle_configuration(
                Bucket=bucket, LifecycleConfiguration={"Rules": rules}, **sizes
            )
        else:
            s3.delete_bucket_lifecycle(Bucket=bucket)

    @staticmethod
    def _public_access(s3, bucket, value):
        if value:
            s3.put_public_access_block(
                Bucket=bucket,
                PublicAccessBlockConfiguration={name: value.get(name, False) for name in BLOCKED},
            )
        else:
            s3.delete_public_access_block(Bucket=bucket)

    @staticmethod
    def _ownership(s3, bucket, value):
        if value:
            s3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls=value)
        else:
            s3.delete_bucket_ownership_controls(Bucket=bucket)

    @staticmethod
    def _tags(work):
        """Set beside the S3 API, which refuses the aws: tags that CloudFormation alone may give."""
        from moto.s3.models import s3_backends

        backend = s3_backends[work.services.account]["aws"]
        with work.services.lock:
            backend.put_bucket_tagging(work.physical_id, dict(work.tags))

    def delete(self, work):
        try:
            gone(work.services.s3.delete_bucket, Bucket=work.physical_id)
        except ClientError as problem:
            if error_code(problem) == "BucketNotEmpty":
                raise ResourceFailure(
                    "The bucket you tried to delete is not empty. You must delete all versions in "
                    "the bucket."
                ) from None
            raise

    def attributes(self, work):
        name, region = work.physical_id, work.services.region
        return {
            "Arn": f"arn:aws:s3:::{name}",
            "DomainName": f"{name}.s3.amazonaws.com",
            "DualStackDomainName": f"{name}.s3.dualstack.{region}.amazonaws.com",
            "RegionalDomainName": f"{name}.s3.{region}.amazonaws.com",
            "WebsiteURL": f"http://{name}.s3-website-{region}.amazonaws.com",
        }


def _encryption_rule(rule):
    result = {}
    if default := rule.get("ServerSideEncryptionByDefault"):
        result["ApplyServerSideEncryptionByDefault"] = default
    for name in ("BlockedEncryptionTypes", "BucketKeyEnabled"):
        if name in rule:
            result[name] = rule[name]
    return result


def lifecycle_rule(rule):
    """CloudFormation spells a lifecycle rule flat; the S3 API nests it."""
    result = {"Status": rule["Status"], "Filter": _lifecycle_filter(rule)}
    if "Id" in rule:
        result["ID"] = rule["Id"]
    expiration = {}
    if "ExpirationInDays" in rule:
        expiration["Days"] = int(rule["ExpirationInDays"])
    if "ExpirationDate" in rule:
        expiration["Date"] = _date(rule["ExpirationDate"])
    if "ExpiredObjectDeleteMarker" in rule:
        expiration["ExpiredObjectDeleteMarker"] = rule["ExpiredObjectDeleteMarker"]
    if expiration:
        result["Expiration"] = expiration
    if abort := rule.get("AbortIncompleteMultipartUpload"):
        result["AbortIncompleteMultipartUpload"] = dict(abort)
    if old := rule.get("NoncurrentVersionExpiration"):
        result["NoncurrentVersionExpiration"] = dict(old)
    elif "NoncurrentVersionExpirationInDays" in rule:
        days = rule["NoncurrentVersionExpirationInDays"]
        result["NoncurrentVersionExpiration"] = {"NoncurrentDays": int(days)}
    if moves := rule.get("Transitions"):
        result["Transitions"] = [_transition(move) for move in moves]
    if moves := rule.get("NoncurrentVersionTransitions"):
        result["NoncurrentVersionTransitions"] = [_noncurrent_transition(move) for move in moves]
    return result


def _transition(move):
    result = {"StorageClass": move["StorageClass"]}
    if "TransitionInDays" in move:
        result["Days"] = int(move["TransitionInDays"])
    if "TransitionDate" in move:
        result["Date"] = _date(move["TransitionDate"])
    return result


def _noncurrent_transition(move):
    result = {"StorageClass": move["StorageClass"], "NoncurrentDays": int(move["TransitionInDays"])}
    if "NewerNoncurrentVersions" in move:
        result["NewerNoncurrentVersions"] = int(move["NewerNoncurrentVersions"])
    return result


def _date(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc)


def _lifecycle_filter(rule):
    """One condition stands alone, several stand under And; none is an empty prefix."""
    parts = {}
    for ours, theirs in (
        ("Prefix", "Prefix"),
        ("ObjectSizeGreaterThan", "ObjectSizeGreaterThan"),
        ("ObjectSizeLessThan", "ObjectSizeLessThan"),
    ):
        if ours in rule:
            value = rule[ours]
            parts[theirs] = value if theirs == "Prefix" else int(value)
    tags = rule.get("TagFilters", [])
    if len(parts) + len(tags) > 1:
        return {"And": {**parts, **({"Tags": tags} if tags else {})}}
    if tags:
        return {"Tag": tags[0]}
    return parts or {"Prefix": ""}


@handles("AWS::S3::BucketPolicy")
class BucketPolicy(Handler):
    properties = {"Bucket", "PolicyDocument"}

    def create(self, work):
        self.update(work)
        return work.get("Bucket")

    def update(self, work):
        work.services.s3.put_bucket_policy(
            Bucket=work.get("Bucket"), Policy=document(work.get("PolicyDocument"))
        )

    def delete(self, work):
        gone(work.services.s3.delete_bucket_policy, Bucket=work.get("Bucket"))
