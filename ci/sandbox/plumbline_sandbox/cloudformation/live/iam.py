"""Roles, their policies, instance profiles."""

from .reader import GONE, TAGS, picked, reads, tags_of


@reads("AWS::IAM::Role")
def role(work):
    """Policies that are resources of the same stack are theirs, not the role's."""
    iam, name = work.services.iam, {"RoleName": work.physical_id}
    found = iam.get_role(**name)["Role"]
    said = {policy["PolicyName"] for policy in work.get("Policies", [])}
    inline = [
        {"PolicyName": policy, "PolicyDocument": _document(work, work.physical_id, policy)}
        for policy in iam.list_role_policies(**name)["PolicyNames"]
        if policy in said
    ]
    attached = iam.list_attached_role_policies(**name)["AttachedPolicies"]
    return {
        **picked(found, "AssumeRolePolicyDocument", "Description", "MaxSessionDuration"),
        "ManagedPolicyArns": [item["PolicyArn"] for item in attached],
        "PermissionsBoundary": (found.get("PermissionsBoundary") or {}).get(
            "PermissionsBoundaryArn"
        ),
        "Policies": inline,
        TAGS: tags_of(found),
    }


def _document(work, role_name, policy):
    answer = work.services.iam.get_role_policy(RoleName=role_name, PolicyName=policy)
    return answer["PolicyDocument"]


@reads("AWS::IAM::RolePolicy")
def role_policy(work):
    return {"PolicyDocument": _document(work, work.get("RoleName"), work.get("PolicyName"))}


@reads("AWS::IAM::InstanceProfile")
def instance_profile(work):
    found = work.services.iam.get_instance_profile(InstanceProfileName=work.physical_id)
    profile = found.get("InstanceProfile", GONE)
    return profile if profile is GONE else {"Roles": [r["RoleName"] for r in profile["Roles"]]}
