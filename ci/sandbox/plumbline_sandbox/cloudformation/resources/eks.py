"""EKS clusters, node groups, add-ons, access entries and pod identity associations.

Properties are the API's members with a capital, but for a cluster's logs, which are listed one by
one. Of an add-on, ResolveConflicts says what happens inside of the cluster, where nothing is here.
"""

from ..api import gone
from .handler import Handler, handles

# What a user names, not AWS.
OPEN = {"Labels", "Tags"}


def members(value, left_out=()):
    """Properties as members of the API's requests."""
    if isinstance(value, list):
        return [members(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key[:1].lower() + key[1:]: dict(item) if key in OPEN else members(item)
        for key, item in value.items()
        if key not in left_out
    }


class Eks(Handler):
    """What all five have in common: how they are tagged."""

    def retag(self, work, arn):
        eks = work.services.eks
        if removed := work.removed_tags():
            eks.untag_resource(resourceArn=arn, tagKeys=removed)
        if work.tags:
            eks.tag_resource(resourceArn=arn, tags=work.tags)

    def changed(self, work, *names):
        """Those properties that are not as they were, as members."""
        return members(
            {name: work.get(name) for name in names if work.get(name) != work.previous.get(name)}
        )


def logging(types, enabled=True):
    return {"clusterLogging": [{"types": types, "enabled": enabled}]}


def enabled(properties):
    logs = properties.get("Logging", {}).get("ClusterLogging", {})
    return [each["Type"] for each in logs.get("EnabledTypes", [])]


@handles("AWS::EKS::Cluster")
class Cluster(Eks):
    name_property = "Name"
    name_limit = 100
    properties = {
        "AccessConfig",
        "BootstrapSelfManagedAddons",
        "EncryptionConfig",
        "KubernetesNetworkConfig",
        "Logging",
        "Name",
        "ResourcesVpcConfig",
        "RoleArn",
        "Tags",
        "UpgradePolicy",
        "Version",
        "ZonalShiftConfig",
    }

    def create(self, work):
        asked = members(work.properties, {"Logging", "Name", "Tags"})
        work.services.eks.create_cluster(
            name=work.name, tags=work.tags, logging=logging(enabled(work.properties)), **asked
        )
        return work.name

    def update(self, work):
        eks, name = work.services.eks, work.physical_id
        changed = self.changed(
            work, "AccessConfig", "ResourcesVpcConfig", "UpgradePolicy", "ZonalShiftConfig"
        )
        # Who made the cluster is said when it is made, and no more.
        changed.get("accessConfig", {}).pop("bootstrapClusterCreatorAdminPermissions", None)
        for member, value in changed.items():
            eks.update_cluster_config(name=name, **{member: value})
        now, before = enabled(work.properties), enabled(work.previous)
        for types, on in ((now, True), ([each for each in before if each not in now], False)):
            if types:
                eks.update_cluster_config(name=name, logging=logging(types, on))
        if version := self.changed(work, "Version"):
            eks.update_cluster_version(name=name, **version)
        self.retag(work, self.attributes(work)["Arn"])

    def delete(self, work):
        gone(work.services.eks.delete_cluster, name=work.physical_id)

    def attributes(self, work):
        found = work.services.eks.describe_cluster(name=work.physical_id)["cluster"]
        return {
            "Arn": found["arn"],
            "CertificateAuthorityData": found["certificateAuthority"]["data"],
            "ClusterSecurityGroupId": found["resourcesVpcConfig"]["clusterSecurityGroupId"],
            "Endpoint": found["endpoint"],
            "Id": found["arn"],
            "OpenIdConnectIssuerUrl": found["identity"]["oidc"]["issuer"],
        }


@handles("AWS::EKS::Nodegroup")
class Nodegroup(Eks):
    name_property = "NodegroupName"
    name_limit = 63
    properties = {
        "AmiType",
        "CapacityType",
        "ClusterName",
        "InstanceTypes",
        "Labels",
        "LaunchTemplate",
        "NodeRepairConfig",
        "NodeRole",
        "NodegroupName",
        "ScalingConfig",
        "Subnets",
        "Tags",
        "Taints",
        "UpdateConfig",
        "Version",
    }

    def create(self, work):
        asked = members(work.properties, {"NodegroupName", "Tags"})
        work.services.eks.create_nodegroup(nodegroupName=work.name, tags=work.tags, **asked)
        return f"{work.get('ClusterName')}/{work.name}"

    @staticmethod
    def key(work):
        cluster, group = work.physical_id.split("/")
        return {"clusterName": cluster, "nodegroupName": group}

    def update(self, work):
        eks, key, old = work.services.eks, self.key(work), work.previous
        config = self.changed(work, "NodeRepairConfig", "ScalingConfig", "UpdateConfig")
        now, before = work.get("Labels", {}), old.get("Labels", {})
        if now != before:
            removed = [label for label in before if label not in now]
            config["labels"] = {"addOrUpdateLabels": now, "removeLabels": removed}
        if work.get("Taints") != old.get("Taints"):
            config["taints"] = {
                "removeTaints": members(old.get("Taints", [])),
                "addOrUpdateTaints": members(work.get("Taints", [])),
            }
        if config:
            eks.update_nodegroup_config(**key, **config)
        if version := self.changed(work, "LaunchTemplate", "Version"):
            eks.update_nodegroup_version(**key, **version)
        self.retag(work, self.attributes(work)["Arn"])

    def delete(self, work):
        gone(work.services.eks.delete_nodegroup, **self.key(work))

    def attributes(self, work):
        found = work.services.eks.describe_nodegroup(**self.key(work))["nodegroup"]
        return {
            "Arn": found["nodegroupArn"],
            "ClusterName": found["clusterName"],
            "Id": work.physical_id,
            "NodegroupName": found["nodegroupName"],
        }


@handles("AWS::EKS::Addon")
class Addon(Eks):
    properties = {
        "AddonName",
        "AddonVersion",
        "ClusterName",
        "ConfigurationValues",
        "ResolveConflicts",
        "Tags",
    }

    def create(self, work):
        asked = members(work.properties, {"Tags"})
        work.services.eks.create_addon(tags=work.tags, **asked)
        return f"{work.get('ClusterName')}|{work.get('AddonName')}"

    @staticmethod
    def key(work):
        cluster, addon = work.physical_id.split("|")
        return {"clusterName": cluster, "addonName": addon}

    def update(self, work):
        names = ("AddonVersion", "ConfigurationValues")
        if changed := self.changed(work, *names):
            work.services.eks.update_addon(**self.key(work), **changed)
        self.retag(work, self.attributes(work)["Arn"])

    def delete(self, work):
        gone(work.services.eks.delete_addon, **self.key(work))

    def attributes(self, work):
        return {"Arn": work.services.eks.describe_addon(**self.key(work))["addon"]["addonArn"]}


@handles("AWS::EKS::AccessEntry")
class AccessEntry(Eks):
    properties = {
        "AccessPolicies",
        "ClusterName",
        "KubernetesGroups",
        "PrincipalArn",
        "Tags",
        "Type",
        "Username",
    }

    def create(self, work):
        asked = members(work.properties, {"AccessPolicies", "Tags"})
        work.services.eks.create_access_entry(tags=work.tags, **asked)
        work.physical_id = f"{work.get('PrincipalArn')}|{work.get('ClusterName')}"
        self._allow(work, [])
        return work.physical_id

    @staticmethod
    def key(work):
        principal, cluster = work.physical_id.split("|")
        return {"clusterName": cluster, "principalArn": principal}

    def _allow(self, work, before):
        eks, key, now = work.services.eks, self.key(work), work.get("AccessPolicies", [])
        for policy in now:
            if policy not in before:
                eks.associate_access_policy(**key, **members(policy))
        named = [policy["PolicyArn"] for policy in now]
        for policy in before:
            if policy["PolicyArn"] not in named:
                eks.disassociate_access_policy(**key, policyArn=policy["PolicyArn"])

    def update(self, work):
        if changed := self.changed(work, "KubernetesGroups", "Username"):
            work.services.eks.update_access_entry(**self.key(work), **changed)
        self._allow(work, work.previous.get("AccessPolicies", []))
        self.retag(work, self.attributes(work)["AccessEntryArn"])

    def delete(self, work):
        gone(work.services.eks.delete_access_entry, **self.key(work))

    def attributes(self, work):
        found = work.services.eks.describe_access_entry(**self.key(work))["accessEntry"]
        return {"AccessEntryArn": found["accessEntryArn"]}


@handles("AWS::EKS::PodIdentityAssociation")
class PodIdentityAssociation(Eks):
    properties = {"ClusterName", "Namespace", "RoleArn", "ServiceAccount", "Tags"}

    def create(self, work):
        asked = members(work.properties, {"Tags"})
        made = work.services.eks.create_pod_identity_association(tags=work.tags, **asked)
        return made["association"]["associationArn"]

    @staticmethod
    def key(work):
        _, cluster, identifier = work.physical_id.rsplit("/", 2)
        return {"clusterName": cluster, "associationId": identifier}

    def update(self, work):
        if changed := self.changed(work, "RoleArn"):
            work.services.eks.update_pod_identity_association(**self.key(work), **changed)
        self.retag(work, work.physical_id)

    def delete(self, work):
        gone(work.services.eks.delete_pod_identity_association, **self.key(work))

    def attributes(self, work):
        identifier = self.key(work)["associationId"]
        return {"AssociationArn": work.physical_id, "AssociationId": identifier}
