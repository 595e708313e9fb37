"""Roles, policies, instance profiles."""

import json

from ..api import gone
from .handler import Handler, handles


def document(value):
    return value if isinstance(value, str) else json.dumps(value)


@handles("AWS::IAM::Role")
class Role(Handler):
    properties = {
        "AssumeRolePolicyDocument",
        "Description",
        "ManagedPolicyArns",
        "MaxSessionDuration",
        "Path",
        "PermissionsBoundary",
        "Policies",
        "RoleName",
        "Tags",
    }
    name_property = "RoleName"
    name_limit = 64

    def create(self, work):
        members = {
            name: work.get(name)
            for name in ("Description", "MaxSessionDuration", "Path", "PermissionsBoundary")
            if name in work.properties
        }
        work.services.iam.create_role(
            RoleName=work.name,
            AssumeRolePolicyDocument=document(work.get("AssumeRolePolicyDocument")),
            Tags=work.tag_list(),
            **members,
        )
        work.physical_id = work.name
        self._policies(work, {}, work.properties)
        return work.name

    def update(self, work):
        iam, role = work.services.iam, work.physical_id
        iam.update_assume_role_policy(
            RoleName=role, PolicyDocument=document(work.get("AssumeRolePolicyDocument"))
        )
        iam.update_role(
            RoleName=role,
            Description=work.get("Description", ""),
            MaxSessionDuration=work.get("MaxSessionDuration", 3600),
        )
        self._boundary(work)
        self._policies(work, work.previous, work.properties)
        if removed := work.removed_tags():
            iam.untag_role(RoleName=role, TagKeys=removed)
        if work.tags:
            iam.tag_role(RoleName=role, Tags=work.tag_list())

    @staticmethod
    def _boundary(work):
        iam, boundary = work.services.iam, work.get("PermissionsBoundary")
        if boundary:
            iam.put_role_permissions_boundary(
                RoleName=work.physical_id, PermissionsBoundary=boundary
            )
        elif work.previous.get("PermissionsBoundary"):
            iam.delete_role_permissions_boundary(RoleName=work.physical_id)

    @staticmethod
    def _policies(work, old, new):
        iam, role = work.services.iam, work.physical_id
        kept = {policy["PolicyName"] for policy in new.get("Policies", [])}
        for policy in old.get("Policies", []):
            if policy["PolicyName"] not in kept:
                gone(iam.delete_role_policy, RoleName=role, PolicyName=policy["PolicyName"])
        for policy in new.get("Policies", []):
            iam.put_role_policy(
                RoleName=role,
                PolicyName=policy["PolicyName"],
                PolicyDocument=document(policy["PolicyDocument"]),
            )
        before, after = old.get("ManagedPolicyArns", []), new.get("ManagedPolicyArns", [])
        for arn in before:
            if arn not in after:
                gone(iam.detach_role_policy, RoleName=role, PolicyArn=arn)
        for arn in after:
            if arn not in before:
                iam.attach_role_policy(RoleName=role, PolicyArn=arn)

    def delete(self, work):
        self._policies(work, work.properties, {})
        gone(work.services.iam.delete_role, RoleName=work.physical_id)

    def attributes(self, work):
        role = work.services.iam.get_role(RoleName=work.physical_id)["Role"]
        return {"Arn": role["Arn"], "RoleId": role["RoleId"]}


@handles("AWS::IAM::RolePolicy")
class RolePolicy(Handler):
    properties = {"PolicyDocument", "PolicyName", "RoleName"}

    def create(self, work):
        self.update(work)
        return f"{work.get('PolicyName')}|{work.get('RoleName')}"

    def update(self, work):
        work.services.iam.put_role_policy(
            RoleName=work.get("RoleName"),
            PolicyName=work.get("PolicyName"),
            PolicyDocument=document(work.get("PolicyDocument")),
        )

    def delete(self, work):
        gone(
            work.services.iam.delete_role_policy,
            RoleName=work.get("RoleName"),
            PolicyName=work.get("PolicyName"),
        )


@handles("AWS::IAM::Policy")
class Policy(Handler):
    """An inline policy put into several roles."""

    properties = {"PolicyDocument", "PolicyName", "Roles"}

    def create(self, work):
        self._put(work)
        return f"{work.stack_name[:5]}-{work.logical_id[:4]}-{work.get('PolicyName')}"[:128]

    def update(self, work):
        before, after = work.previous, work.properties
        renamed = before["PolicyName"] != after["PolicyName"]
        for role in before.get("Roles", []):
            if renamed or role not in after.get("Roles", []):
                self._drop(work, role, before["PolicyName"])
        self._put(work)

    def _put(self, work):
        for role in work.get("Roles", []):
            work.services.iam.put_role_policy(
                RoleName=role,
                PolicyName=work.get("PolicyName"),
                PolicyDocument=document(work.get("PolicyDocument")),
            )

    @staticmethod
    def _drop(work, role, policy):
        gone(work.services.iam.delete_role_policy, RoleName=role, PolicyName=policy)

    def delete(self, work):
        for role in work.get("Roles", []):
            self._drop(work, role, work.get("PolicyName"))

    def attributes(self, work):
        return {"Id": work.physical_id}


@handles("AWS::IAM::ManagedPolicy")
class ManagedPolicy(Handler):
    properties = {"Description", "ManagedPolicyName", "Path", "PolicyDocument", "Roles"}
    name_property = "ManagedPolicyName"
    name_limit = 128

    def create(self, work):
        iam = work.services.iam
        members = {
            name: work.get(name) for name in ("Description", "Path") if name in work.properties
        }
        answer = iam.create_policy(
            PolicyName=work.name,
            PolicyDocument=document(work.get("PolicyDocument")),
            **members,
        )
        work.physical_id = answer["Policy"]["Arn"]
        for role in work.get("Roles", []):
            iam.attach_role_policy(RoleName=role, PolicyArn=work.physical_id)
        return work.physical_id

    def update(self, work):
        iam, arn = work.services.iam, work.physical_id
        if work.get("PolicyDocument") != work.previous.get("PolicyDocument"):
            self._prune(work)
            iam.create_policy_version(
                PolicyArn=arn,
                PolicyDocument=document(work.get("PolicyDocument")),
                SetAsDefault=True,
            )
        before, after = work.previous.get("Roles", []), work.get("Roles", [])
        for role in before:
            if role not in after:
                gone(iam.detach_role_policy, RoleName=role, PolicyArn=arn)
        for role in after:
            if role not in before:
                iam.attach_role_policy(RoleName=role, PolicyArn=arn)

    @staticmethod
    def _prune(work, keep=4):
        """A policy holds five versions at most; the oldest that is not the default makes room."""
        iam, arn = work.services.iam, work.physical_id
        versions = iam.list_policy_versions(PolicyArn=arn)["Versions"]
        others = [item["VersionId"] for item in versions if not item["IsDefaultVersion"]]
        others.sort(key=lambda identifier: int(identifier[1:]))
        while len(others) > max(keep - 1, 0):
            iam.delete_policy_version(PolicyArn=arn, VersionId=others.pop(0))

    def delete(self, work):
        iam, arn = work.services.iam, work.physical_id
        for role in work.get("Roles", []):
            gone(iam.detach_role_policy, RoleName=role, PolicyArn=arn)
        self._prune(work, keep=0)
        gone(iam.delete_policy, PolicyArn=arn)

    def attributes(self, work):
        return {"PolicyArn": work.physical_id}


@handles("AWS::IAM::InstanceProfile")
class InstanceProfile(Handler):
    properties = {"InstanceProfileName", "Path", "Roles"}
    name_property = "InstanceProfileName"
    name_limit = 128

    def create(self, work):
        members = {"Path": work.get("Path")} if "Path" in work.properties else {}
        work.services.iam.create_instance_profile(InstanceProfileName=work.name, **members)
        work.physical_id = work.name
        self._roles(work, [], work.get("Roles", []))
        return work.name

    def update(self, work):
        self._roles(work, work.previous.get("Roles", []), work.get("Roles", []))

    @staticmethod
    def _roles(work, before, after):
        iam, profile = work.services.iam, work.physical_id
        for role in before:
            if role not in after:
                gone(
                    iam.remove_role_from_instance_profile,
                    InstanceProfileName=profile,
                    RoleName=role,
                )
        for role in after:
            if role not in before:
                iam.add_role_to_instance_profile(InstanceProfileName=profile, RoleName=role)

    def delete(self, work):
        self._roles(work, work.get("Roles", []), [])
        gone(work.services.iam.delete_instance_profile, InstanceProfileName=work.physical_id)

    def attributes(self, work):
        found = work.services.iam.get_instance_profile(InstanceProfileName=work.physical_id)
        return {"Arn": found["InstanceProfile"]["Arn"]}
