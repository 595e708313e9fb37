"""Policy documents are URL-encoded wherever IAM answers with one.

Shape in the API reference (Role, RoleDetail, PolicyVersion): documents are URL-encoded by RFC
3986. moto does so in GetRole, and sends plain JSON in lists, where a reader that decodes turns a
plus sign or a percent sign into something else.
"""

PLACES = (
    ".Role.AssumeRolePolicyDocument",
    ".RoleDetail.AssumeRolePolicyDocument",
    "GetPolicyVersionResponse.PolicyVersion.Document",
)


def fill():
    from moto.core.serialize import url_encode
    from moto.iam.responses import IamResponse

    for place in PLACES:
        IamResponse.RESPONSE_KEY_PATH_TO_TRANSFORMER.setdefault(place, url_encode)
