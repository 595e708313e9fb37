"""What EKS knows: documents as its API answers them, by name."""

import uuid
from dataclasses import dataclass, field

from moto.core.utils import utcnow

LOGS = ("api", "audit", "authenticator", "controllerManager", "scheduler")
OLDEST = "1.30"
USUAL = "1.34"


@dataclass
class Cluster:
    """One cluster and what stands in it."""

    document: dict
    nodegroups: dict = field(default_factory=dict)
    addons: dict = field(default_factory=dict)
    entries: dict = field(default_factory=dict)
    policies: dict = field(default_factory=dict)
    associations: dict = field(default_factory=dict)
    updates: dict = field(default_factory=dict)

    @property
    def name(self):
        return self.document["name"]

    def documents(self):
        """All that can carry tags, by ARN."""
        yield self.document["arn"], self.document
        for things, arn in (
            (self.nodegroups, "nodegroupArn"),
            (self.addons, "addonArn"),
            (self.entries, "accessEntryArn"),
            (self.associations, "associationArn"),
        ):
            for thing in things.values():
                yield thing[arn], thing

    def updated(self, kind, **changed):
        """An update that has ended already."""
        update = {
            "id": str(uuid.uuid4()),
            "status": "Successful",
            "type": kind,
            "params": [{"type": key, "value": str(value)} for key, value in changed.items()],
            "createdAt": utcnow(),
            "errors": [],
        }
        self.updates[update["id"]] = update
        return update


def arn(place, what):
    region, account = place
    return f"arn:aws:eks:{region}:{account}:{what}"


def cluster(place, asked):
    """A new cluster's document; its network is filled in by what makes its security group."""
    name = asked["name"]
    access = asked.get("accessConfig") or {}
    network = asked.get("kubernetesNetworkConfig") or {}
    document = {
        "name": name,
        "arn": arn(place, f"cluster/{name}"),
        "createdAt": utcnow(),
        "version": asked.get("version") or USUAL,
        "endpoint": f"https://{uuid.uuid4().hex.upper()}.gr7.{place[0]}.eks.amazonaws.com",
        "roleArn": asked["roleArn"],
        "resourcesVpcConfig": endpoint(
            {
                "securityGroupIds": [],
                "endpointPublicAccess": True,
                "endpointPrivateAccess": False,
                "publicAccessCidrs": ["0.0.0.0/0"],
            },
            asked["resourcesVpcConfig"],
        ),
        "kubernetesNetworkConfig": {
            "serviceIpv4Cidr": network.get("serviceIpv4Cidr") or "172.20.0.0/16",
            "ipFamily": network.get("ipFamily") or "ipv4",
            "elasticLoadBalancing": {"enabled": False},
        },
        "logging": logging(asked.get("logging")),
        "identity": {"oidc": {"issuer": f"https://oidc.eks.{place[0]}.amazonaws.com/id/{name}"}},
        "status": "ACTIVE",
        "certificateAuthority": {"data": "c2FuZGJveA=="},
        "platformVersion": "eks.1",
        "tags": dict(asked.get("tags") or {}),
        "health": {"issues": []},
        "accessConfig": {"authenticationMode": access.get("authenticationMode") or "CONFIG_MAP"},
        "upgradePolicy": asked.get("upgradePolicy") or {"supportType": "EXTENDED"},
    }
    for member in ("encryptionConfig", "zonalShiftConfig", "remoteNetworkConfig"):
        if asked.get(member):
            document[member] = asked[member]
    return document


def endpoint(before, asked):
    """The settings of a network with what is asked for; an empty list of blocks means anywhere."""
    after = {**before, **{key: value for key, value in asked.items() if value is not None}}
    after["publicAccessCidrs"] = after["publicAccessCidrs"] or ["0.0.0.0/0"]
    return after


def logging(asked, before=None):
    """Both lists, those that are on and those that are off."""
    on = {kind for each in before or [] if each["enabled"] for kind in each["types"]}
    for each in (asked or {}).get("clusterLogging") or []:
        kinds = set(each.get("types") or [])
        on = on | kinds if each.get("enabled") else on - kinds
    lists = [
        {"types": [kind for kind in LOGS if kind in on], "enabled": True},
        {"types": [kind for kind in LOGS if kind not in on], "enabled": False},
    ]
    return {"clusterLogging": [each for each in lists if each["types"]]}


def nodegroup(place, of, asked):
    name = asked["nodegroupName"]
    template = asked.get("launchTemplate")
    sizes = {"minSize": 1, "maxSize": 2, **(asked.get("scalingConfig") or {})}
    sizes.setdefault("desiredSize", sizes["minSize"])
    document = {
        "nodegroupName": name,
        "nodegroupArn": arn(place, f"nodegroup/{of.name}/{name}/{uuid.uuid4()}"),
        "clusterName": of.name,
        "version": asked.get("version") or of.document["version"],
        "createdAt": utcnow(),
        "modifiedAt": utcnow(),
        "status": "ACTIVE",
        "capacityType": asked.get("capacityType") or "ON_DEMAND",
        "scalingConfig": sizes,
        "subnets": asked["subnets"],
        "amiType": asked.get("amiType") or "AL2023_x86_64_STANDARD",
        "nodeRole": asked["nodeRole"],
        "labels": dict(asked.get("labels") or {}),
        "taints": list(asked.get("taints") or []),
        "health": {"issues": []},
        "updateConfig": asked.get("updateConfig") or {"maxUnavailable": 1},
        "tags": dict(asked.get("tags") or {}),
    }
    document["releaseVersion"] = f"{document['version']}.0-20250620"
    for member in ("launchTemplate", "nodeRepairConfig", "remoteAccess", "instanceTypes"):
        if asked.get(member):
            document[member] = asked[member]
    if not template:
        document.setdefault("instanceTypes", ["t3.medium"])
        document["diskSize"] = asked.get("diskSize") or 20
    return document


def addon(place, of, asked):
    name = asked["addonName"]
    document = {
        "addonName": name,
        "clusterName": of.name,
        "status": "ACTIVE",
        "addonVersion": asked.get("addonVersion") or "v1.0.0-eksbuild.1",
        "health": {"issues": []},
        "addonArn": arn(place, f"addon/{of.name}/{name}/{uuid.uuid4()}"),
        "createdAt": utcnow(),
        "modifiedAt": utcnow(),
        "tags": dict(asked.get("tags") or {}),
    }
    for member in ("configurationValues", "serviceAccountRoleArn"):
        if asked.get(member):
            document[member] = asked[member]
    return document


def entry(place, of, asked):
    principal = asked["principalArn"]
    account, name = principal.split(":")[4], principal.split("/")[-1]
    return {
        "clusterName": of.name,
        "principalArn": principal,
        "kubernetesGroups": list(asked.get("kubernetesGroups") or []),
        "accessEntryArn": arn(
            place, f"access-entry/{of.name}/role/{account}/{name}/{uuid.uuid4()}"
        ),
        "createdAt": utcnow(),
        "modifiedAt": utcnow(),
        "tags": dict(asked.get("tags") or {}),
        "username": asked.get("username")
        or f"arn:aws:sts::{account}:assumed-role/{name}/{{{{SessionName}}}}",
        "type": asked.get("type") or "STANDARD",
    }


def association(place, of, asked):
    identifier = f"a-{uuid.uuid4().hex[:17]}"
    return {
        "clusterName": of.name,
        "namespace": asked["namespace"],
        "serviceAccount": asked["serviceAccount"],
        "roleArn": asked["roleArn"],
        "associationArn": arn(place, f"podidentityassociation/{of.name}/{identifier}"),
        "associationId": identifier,
        "tags": dict(asked.get("tags") or {}),
        "createdAt": utcnow(),
        "modifiedAt": utcnow(),
    }
