"""Where templates come from: a bucket, by URL."""

import re
from urllib.parse import unquote, urlparse

from .errors import ValidationError
from .template import URL_LIMIT


def from_s3(url, services):
    """The text of the template at a URL in S3, virtual-hosted or by path."""
    place = urlparse(url)
    path = unquote(place.path).lstrip("/")
    virtual = re.match(r"(.+)\.s3[.-]", place.hostname or "")
    bucket, key = (virtual.group(1), path) if virtual else path.partition("/")[::2]
    try:
        content = services.s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    except Exception as problem:
        raise ValidationError(f"S3 error: {problem}") from None
    if len(content) > URL_LIMIT:
        raise ValidationError(f"Template may not exceed {URL_LIMIT} bytes in size.")
    return content.decode("utf-8")
