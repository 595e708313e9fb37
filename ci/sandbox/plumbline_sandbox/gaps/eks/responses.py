"""EKS's operations, one method each, over `clusters`."""

import re

from moto.core.responses import ActionResult, BaseResponse
from moto.core.utils import utcnow
from moto.eks.exceptions import (
    InvalidParameterException,
    ResourceInUseException,
    ResourceNotFoundException,
)
from moto.eks.models import eks_backends

from . import clusters, made

# All or none at creation; any later on (EKS API Reference, NodegroupScalingConfig).
SIZES = ("minSize", "maxSize", "desiredSize")


class EksResponse(BaseResponse):
    # A principal in a path may have a host of AWS in it, which says nothing of the region.
    region_regex = re.compile(r"^https?://eks\.([^./]+)\.amazonaws\.com")

    def __init__(self):
        super().__init__(service_name="eks")
        self.automated_parameter_parsing = True

    @property
    def place(self):
        return self.region, self.current_account

    @property
    def all(self):
        """The clusters of an account and region; moto forgets them when it is reset."""
        backend = eks_backends[self.current_account][self.region]
        return backend.__dict__.setdefault("plumbline_clusters", {})

    def ask(self, name, otherwise=None):
        return self._get_param(name, otherwise)

    def find(self, things, key, what):
        if key not in things:
            raise ResourceNotFoundException(message=f"No {what} found for name: {key}.")
        return things[key]

    def cluster(self, member="clusterName"):
        return self.find(self.all, self.ask(member), "cluster")

    def new(self, things, key):
        if key in things:
            raise ResourceInUseException(message=f"{key} exists already")

    def page(self, member, names):
        names, start = sorted(names), int(self.ask("nextToken") or 0)
        end = start + int(self.ask("maxResults") or 100)
        more = {"nextToken": str(end)} if end < len(names) else {}
        return ActionResult({member: names[start:end], **more})

    # Clusters

    def create_cluster(self):
        self.new(self.all, self.ask("name"))
        cluster = clusters.Cluster(clusters.cluster(self.place, self.params))
        access = self.ask("accessConfig") or {}
        creator = access.get("bootstrapClusterCreatorAdminPermissions")
        made.for_cluster(self.place, cluster, creator is not False)
        self.all[cluster.name] = cluster
        return ActionResult({"cluster": cluster.document})

    def describe_cluster(self):
        return ActionResult({"cluster": self.cluster("name").document})

    def list_clusters(self):
        return self.page("clusters", self.all)

    def delete_cluster(self):
        cluster = self.cluster("name")
        if cluster.nodegroups:
            raise ResourceInUseException(message="Cluster has nodegroups attached")
        made.after_cluster(self.place, cluster)
        return ActionResult({"cluster": self.all.pop(cluster.name).document})

    def update_cluster_config(self):
        cluster = self.cluster("name")
        document = cluster.document
        if network := self.ask("resourcesVpcConfig"):
            before = document["resourcesVpcConfig"]
            document["resourcesVpcConfig"] = clusters.endpoint(before, network)
        if logs := self.ask("logging"):
            before = document["logging"]["clusterLogging"]
            document["logging"] = clusters.logging(logs, before)
        for member in ("accessConfig", "upgradePolicy", "zonalShiftConfig"):
            if asked := self.ask(member):
                document[member] = {**document.get(member, {}), **asked}
        return ActionResult({"update": cluster.updated("ConfigUpdate")})

    def update_cluster_version(self):
        cluster = self.cluster("name")
        cluster.document["version"] = self.ask("version")
        return ActionResult({"update": cluster.updated("VersionUpdate")})

    def describe_update(self):
        updates = self.cluster("name").updates
        return ActionResult({"update": self.find(updates, self.ask("updateId"), "update")})

    # Node groups

    def create_nodegroup(self):
        cluster, asked = self.cluster(), self.params
        self.new(cluster.nodegroups, asked["nodegroupName"])
        if asked.get("launchTemplate") and asked.get("diskSize"):
            raise InvalidParameterException(
                message="Disk size must be specified within the launch template."
            )
        if len(asked.get("scalingConfig") or SIZES) < len(SIZES):
            raise InvalidParameterException(
                message="Scaling config must have all of minSize, maxSize and desiredSize, or none."
            )
        group = clusters.nodegroup(self.place, cluster, asked)
        made.for_node_group(self.place, cluster, group)
        cluster.nodegroups[group["nodegroupName"]] = group
        return ActionResult({"nodegroup": group})

    def nodegroup(self):
        return self.find(self.cluster().nodegroups, self.ask("nodegroupName"), "node group")

    def describe_nodegroup(self):
        return ActionResult({"nodegroup": self.nodegroup()})

    def list_nodegroups(self):
        return self.page("nodegroups", self.cluster().nodegroups)

    def update_nodegroup_config(self):
        group = self.nodegroup()
        labels = self.ask("labels") or {}
        group["labels"].update(labels.get("addOrUpdateLabels") or {})
        for key in labels.get("removeLabels") or []:
            group["labels"].pop(key, None)
        taints = self.ask("taints") or {}
        named = (taints.get("removeTaints") or []) + (taints.get("addOrUpdateTaints") or [])
        gone = {(taint["key"], taint["effect"]) for taint in named}
        kept = [each for each in group["taints"] if (each["key"], each["effect"]) not in gone]
        group["taints"] = kept + list(taints.get("addOrUpdateTaints") or [])
        if sizes := self.ask("scalingConfig"):
            group["scalingConfig"].update(sizes)
            made.resized(self.place, group)
        for member in ("updateConfig", "nodeRepairConfig"):
            if asked := self.ask(member):
                group[member] = asked
        return self.changed(group, "ConfigUpdate")

    def update_nodegroup_version(self):
        group, cluster = self.nodegroup(), self.cluster()
        group["version"] = self.ask("version") or cluster.document["version"]
        group["releaseVersion"] = self.ask("releaseVersion") or f"{group['version']}.0-20250620"
        if asked := self.ask("launchTemplate"):
            group["launchTemplate"] = {**group.get("launchTemplate", {}), **asked}
        return self.changed(group, "VersionUpdate")

    def delete_nodegroup(self):
        group, cluster = self.nodegroup(), self.cluster()
        del cluster.nodegroups[group["nodegroupName"]]
        made.after_node_group(self.place, cluster, group)
        return ActionResult({"nodegroup": group})

    def changed(self, document, kind):
        document["modifiedAt"] = utcnow()
        return ActionResult({"update": self.cluster().updated(kind)})

    # Add-ons

    def create_addon(self):
        cluster = self.cluster()
        self.new(cluster.addons, self.ask("addonName"))
        addon = clusters.addon(self.place, cluster, self.params)
        cluster.addons[addon["addonName"]] = addon
        return ActionResult({"addon": addon})

    def addon(self):
        return self.find(self.cluster().addons, self.ask("addonName"), "addon")

    def describe_addon(self):
        return ActionResult({"addon": self.addon()})

    def list_addons(self):
        return self.page("addons", self.cluster().addons)

    def update_addon(self):
        addon = self.addon()
        for member in ("addonVersion", "configurationValues", "serviceAccountRoleArn"):
            if asked := self.ask(member):
                addon[member] = asked
        return self.changed(addon, "AddonUpdate")

    def delete_addon(self):
        addon = self.addon()
        del self.cluster().addons[addon["addonName"]]
        return ActionResult({"addon": addon})

    # Access entries

    def create_access_entry(self):
        cluster = self.cluster()
        self.new(cluster.entries, self.ask("principalArn"))
        entry = clusters.entry(self.place, cluster, self.params)
        cluster.entries[entry["principalArn"]] = entry
        return ActionResult({"accessEntry": entry})

    def entry(self):
        return self.find(self.cluster().entries, self.ask("principalArn"), "access entry")

    def describe_access_entry(self):
        return ActionResult({"accessEntry": self.entry()})

    def list_access_entries(self):
        return self.page("accessEntries", self.cluster().entries)

    def update_access_entry(self):
        entry = self.entry()
        if (groups := self.ask("kubernetesGroups")) is not None:
            entry["kubernetesGroups"] = groups
        entry["username"] = self.ask("username") or entry["username"]
        entry["modifiedAt"] = utcnow()
        return ActionResult({"accessEntry": entry})

    def delete_access_entry(self):
        entry, cluster = self.entry(), self.cluster()
        del cluster.entries[entry["principalArn"]]
        for key in [key for key in cluster.policies if key[0] == entry["principalArn"]]:
            del cluster.policies[key]
        return ActionResult({})

    def associate_access_policy(self):
        entry, policy = self.entry(), self.ask("policyArn")
        scope = dict(self.ask("accessScope"))
        scope["namespaces"] = list(scope.get("namespaces") or [])
        now = utcnow()
        associated = {
            "policyArn": policy,
            "accessScope": scope,
            "associatedAt": now,
            "modifiedAt": now,
        }
        self.cluster().policies[entry["principalArn"], policy] = associated
        return ActionResult(
            {
                "clusterName": entry["clusterName"],
                "principalArn": entry["principalArn"],
                "associatedAccessPolicy": associated,
            }
        )

    def list_associated_access_policies(self):
        entry = self.entry()
        policies = self.cluster().policies
        found = [value for key, value in policies.items() if key[0] == entry["principalArn"]]
        return ActionResult(
            {
                "clusterName": entry["clusterName"],
                "principalArn": entry["principalArn"],
                "associatedAccessPolicies": found,
            }
        )

    def disassociate_access_policy(self):
        policies, key = self.cluster().policies, (self.ask("principalArn"), self.ask("policyArn"))
        self.find(policies, key, "access policy")
        del policies[key]
        return ActionResult({})

    # Pod identity associations

    def create_pod_identity_association(self):
        cluster = self.cluster()
        pods = (self.ask("namespace"), self.ask("serviceAccount"))
        taken = {(a["namespace"], a["serviceAccount"]) for a in cluster.associations.values()}
        self.new(taken, pods)
        association = clusters.association(self.place, cluster, self.params)
        cluster.associations[association["associationId"]] = association
        return ActionResult({"association": association})

    def association(self):
        return self.find(
            self.cluster().associations, self.ask("associationId"), "pod identity association"
        )

    def describe_pod_identity_association(self):
        return ActionResult({"association": self.association()})

    def list_pod_identity_associations(self):
        told = ("clusterName", "namespace", "serviceAccount", "associationArn", "associationId")
        return ActionResult(
            {
                "associations": [
                    {member: each[member] for member in told}
                    for each in self.cluster().associations.values()
                    if self.ask("namespace") in (None, each["namespace"])
                    and self.ask("serviceAccount") in (None, each["serviceAccount"])
                ]
            }
        )

    def update_pod_identity_association(self):
        association = self.association()
        association["roleArn"] = self.ask("roleArn") or association["roleArn"]
        association["modifiedAt"] = utcnow()
        return ActionResult({"association": association})

    def delete_pod_identity_association(self):
        association = self.association()
        del self.cluster().associations[association["associationId"]]
        return ActionResult({"association": association})

    # Tags

    def tagged(self):
        arn = self.ask("resourceArn")
        documents = {key: thing for each in self.all.values() for key, thing in each.documents()}
        return self.find(documents, arn, "resource")["tags"]

    def tag_resource(self):
        self.tagged().update(self.ask("tags"))
        return ActionResult({})

    def untag_resource(self):
        tags = self.tagged()
        for key in self.ask("tagKeys"):
            tags.pop(key, None)
        return ActionResult({})

    def list_tags_for_resource(self):
        return ActionResult({"tags": self.tagged()})
