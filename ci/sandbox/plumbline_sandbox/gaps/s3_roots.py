"""Answers of S3 whose root element the API names, and botocore's model does not.

API reference, response syntax of GetBucketVersioning and GetBucketLifecycleConfiguration: the roots
are VersioningConfiguration and LifecycleConfiguration. moto names both after the operation. Most
clients do not look; one that wants to know an answer from an error page does.
"""

from . import method

ROOTS = {
    "GetBucketVersioningResponse": "VersioningConfiguration",
    "GetBucketLifecycleConfigurationResponse": "LifecycleConfiguration",
}


def fill():
    from moto.s3.responses import S3Response

    def renamed(answer):
        status, headers, body = answer
        text = body.decode("utf-8") if isinstance(body, bytes) else body
        for wrong, right in ROOTS.items():
            text = text.replace(f"<{wrong}", f"<{right}", 1).replace(f"</{wrong}>", f"</{right}>")
        return status, headers, text

    @method(S3Response)
    def get_bucket_versioning(self):
        return renamed(get_bucket_versioning.before(self))

    @method(S3Response)
    def get_bucket_lifecycle(self):
        return renamed(get_bucket_lifecycle.before(self))
