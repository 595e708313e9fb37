"""Buckets and their policies."""

import json

from ..resources.bucket import lifecycle_rule
from .reader import TAGS, picked, reads, tags_of, unless_missing

BLOCKED = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")


@reads("AWS::S3::Bucket")
def bucket(work):
    s3, name = work.services.s3, {"Bucket": work.physical_id}
    s3.head_bucket(**name)
    access = unless_missing(s3.get_public_access_block, {}, **name)
    ownership = unless_missing(s3.get_bucket_ownership_controls, {}, **name)
    tags = unless_missing(s3.get_bucket_tagging, {}, **name)
    versioning = s3.get_bucket_versioning(**name)
    return {
        "BucketEncryption": _encryption(s3, name),
        "LifecycleConfiguration": _lifecycle(work, s3, name),
        "OwnershipControls": picked(ownership.get("OwnershipControls", {}), "Rules"),
        "PublicAccessBlockConfiguration": access.get("PublicAccessBlockConfiguration"),
        "VersioningConfiguration": picked(versioning, "Status"),
        TAGS: tags_of(tags, "TagSet"),
    }


def _encryption(s3, name):
    found = unless_missing(s3.get_bucket_encryption, None, **name)
    if not found:
        return None
    rules = found["ServerSideEncryptionConfiguration"]["Rules"]
    spelled = {"ApplyServerSideEncryptionByDefault": "ServerSideEncryptionByDefault"}
    return {
        "ServerSideEncryptionConfiguration": [
            {spelled.get(key, key): value for key, value in rule.items()} for rule in rules
        ]
    }


def _lifecycle(work, s3, name):
    """The API nests what a template says flat: a template's rules stand for those that they make."""
    found = unless_missing(s3.get_bucket_lifecycle_configuration, {"Rules": []}, **name)
    said = (work.get("LifecycleConfiguration") or {}).get("Rules", [])
    there = {rule.get("ID"): rule for rule in found["Rules"]}
    rules = []
    for rule in said:
        live = there.pop(rule.get("Id"), None)
        if live is not None:
            rules.append(rule if _meant(lifecycle_rule(rule), live) else {"Id": rule.get("Id")})
    return {"Rules": rules + [{"Id": name} for name in there]}


def _meant(wanted, live):
    text = {"default": str, "sort_keys": True}
    return all(json.dumps(live.get(k), **text) == json.dumps(v, **text) for k, v in wanted.items())


@reads("AWS::S3::BucketPolicy")
def bucket_policy(work):
    found = work.services.s3.get_bucket_policy(Bucket=work.get("Bucket"))
    return {"PolicyDocument": json.loads(found["Policy"])}
