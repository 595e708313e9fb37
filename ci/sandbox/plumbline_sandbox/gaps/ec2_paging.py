"""EC2's Describe operations page by MaxResults and NextToken; moto answers all at once.

Shape in the API reference (DescribeVpcs, DescribeSubnets, DescribeRouteTables,
DescribeSecurityGroups and so on): MaxResults limits the items of one answer, and NextToken of the
answer, handed back, brings the next ones; the last answer has none. Which member of the answer is
the list, and which numbers are allowed, the API's own model says.
"""

import base64
import binascii
import functools

import botocore.session

from . import method

# Where a caller names no MaxResults. AWS answers up to 1,000 items then.
DEFAULT_PAGE = 1000


@functools.cache
def _models():
    session = botocore.session.get_session()
    return session.get_service_model("ec2"), session.get_paginator_model("ec2")


@functools.cache
def _pages(operation):
    """The list's member name and the allowed MaxResults; None where an operation does not page."""
    service, paginators = _models()
    try:
        paging = paginators.get_paginator(operation)
    except ValueError:
        return None
    members = service.operation_model(operation).input_shape.members
    if paging.get("output_token") != "NextToken" or "MaxResults" not in members:
        return None
    limits = members["MaxResults"].metadata
    key = paging["result_key"]
    return (key if isinstance(key, str) else key[0]), limits.get("min", 1), limits.get("max", 1000)


class Paged(dict):
    """An answer that is one page already."""


def token(position):
    return base64.b64encode(f"from:{position}".encode("ascii")).decode("ascii")


def position(text):
    """Where a page begins, by its token."""
    from moto.ec2.exceptions import EC2ClientError

    if not text:
        return 0
    try:
        word, _, number = base64.b64decode(text, validate=True).decode("ascii").partition(":")
        if word == "from":
            return int(number)
    except (binascii.Error, ValueError):
        pass
    raise EC2ClientError("InvalidParameterValue", f"Invalid value '{text}' for nextToken.")


def _check(size, least, most):
    from moto.ec2.exceptions import EC2ClientError

    if size < least or size > most:
        raise EC2ClientError(
            "InvalidParameterValue",
            f"Value ( {size} ) for parameter maxResults is invalid. Expecting a value between "
            f"{least} and {most}.",
        )


def _page(response, result, key, least, most):
    start = position(response._get_param("NextToken"))
    size = response._get_int_param("MaxResults")
    if size is None:
        size = DEFAULT_PAGE
    else:
        _check(size, least, most)
    items = list(result[key])
    page = {**result, key: items[start : start + size]}
    if len(items) > start + size:
        page["NextToken"] = token(start + size)
    return page


def fill():
    from moto.core.exceptions import ServiceException
    from moto.core.responses import ActionResult
    from moto.ec2.responses._base_response import EC2BaseResponse

    @method(EC2BaseResponse)
    def serialized(self, action_result):
        result = action_result.result
        paging = _pages(self._get_action()) if isinstance(result, dict) else None
        if paging is None or isinstance(result, Paged) or paging[0] not in result:
            return serialized.before(self, action_result)
        # Where moto pages by itself it has set a token.
        if "NextToken" in result:
            return serialized.before(self, action_result)
        try:
            page = _page(self, result, *paging)
        except ServiceException as problem:
            page = problem
        return serialized.before(self, ActionResult(page))
