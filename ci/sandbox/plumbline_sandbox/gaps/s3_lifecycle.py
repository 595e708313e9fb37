"""Lifecycle configurations come back as they were put.

Shapes in the API reference: NoncurrentVersionExpiration has NewerNoncurrentVersions, a filter may
name object sizes, a rule without an ID is given one (LifecycleRule); and the calls carry the
header x-amz-transition-default-minimum-object-size, all_storage_classes_128K by default. moto
keeps a part of the rule and none of the header.
"""

import uuid

from . import method

SIZES = "x-amz-transition-default-minimum-object-size"
DEFAULT_SIZES = "all_storage_classes_128K"
NUMBERS = {
    "Days",
    "DaysAfterInitiation",
    "NewerNoncurrentVersions",
    "NoncurrentDays",
    "ObjectSizeGreaterThan",
    "ObjectSizeLessThan",
}
LISTS = {
    "NoncurrentVersionTransition": "NoncurrentVersionTransitions",
    "Tag": "Tags",
    "Transition": "Transitions",
}


def fill():
    from moto.core.responses import ActionResult
    from moto.s3.models import FakeBucket
    from moto.s3.responses import S3Response

    @method(FakeBucket)
    def set_lifecycle(self, rules):
        documents = [document(rule) for rule in rules]
        set_lifecycle.before(self, rules)
        self.plumbline_lifecycle = documents

    @method(FakeBucket)
    def delete_lifecycle(self):
        delete_lifecycle.before(self)
        self.plumbline_lifecycle = []

    @method(S3Response)
    def _bucket_response_put(self, request, bucket_name, querystring):
        answer = _bucket_response_put.before(self, request, bucket_name, querystring)
        if "lifecycle" not in querystring:
            return answer
        sizes = request.headers.get(SIZES, DEFAULT_SIZES)
        self.backend.get_bucket(bucket_name).plumbline_sizes = sizes
        return 200, {SIZES: sizes}, ""

    @method(S3Response)
    def get_bucket_lifecycle(self):
        bucket = self.backend.get_bucket(self.bucket_name)
        if not getattr(bucket, "plumbline_lifecycle", None):
            return get_bucket_lifecycle.before(self)
        self.data["Action"] = "GetBucketLifecycleConfiguration"
        result = {
            "Rules": bucket.plumbline_lifecycle,
            "TransitionDefaultMinimumObjectSize": bucket.plumbline_sizes,
        }
        return self.serialized(ActionResult(result))


def document(rule):
    """A rule in the API's shape, from the request's XML as moto hands it on."""
    result = _node(rule)
    result.setdefault("ID", str(uuid.uuid4()))
    if "Filter" in rule and rule["Filter"] is None:
        result["Filter"] = {}
    return result


def _node(node, inside=None):
    result = {}
    for name, value in node.items():
        if name in LISTS and not (name == "Tag" and inside == "Filter"):
            items = value if isinstance(value, list) else [value]
            result[LISTS[name]] = [_node(item, name) for item in items]
        elif isinstance(value, dict):
            result[name] = _node(value, name)
        elif name in NUMBERS:
            result[name] = int(value)
        elif name == "ExpiredObjectDeleteMarker":
            result[name] = value == "true"
        else:
            result[name] = value or ""
    return result
