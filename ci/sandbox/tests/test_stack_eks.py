"""Clusters and what stands in them are made, changed and removed by CloudFormation."""

import json
import unittest

from support import StackTest, att, ref, resource, tags, template

ROLE = "arn:aws:iam::123456789012:role/"
POLICIES = "arn:aws:eks::aws:cluster-access-policy/"


STARTED = {"MinSize": 0, "MaxSize": 4, "DesiredSize": 0}


def stack(
    logs=("api", "audit"), sizes=STARTED, labels=None, taints=(), addon="v1", policies=("View",)
):
    return template(
        Vpc=resource("EC2::VPC", CidrBlock="10.0.0.0/16"),
        Subnet=resource("EC2::Subnet", VpcId=ref("Vpc"), CidrBlock="10.0.0.0/24"),
        Cluster=resource(
            "EKS::Cluster",
            Name="c",
            Version="1.34",
            RoleArn=f"{ROLE}cluster",
            AccessConfig={
                "AuthenticationMode": "API",
                "BootstrapClusterCreatorAdminPermissions": False,
            },
            BootstrapSelfManagedAddons=False,
            ResourcesVpcConfig={
                "SubnetIds": [ref("Subnet")],
                "EndpointPublicAccess": len(logs) > 1,
                "EndpointPrivateAccess": True,
            },
            Logging={"ClusterLogging": {"EnabledTypes": [{"Type": each} for each in logs]}},
            Tags=tags(owner="x"),
        ),
        Nodes=resource(
            "EKS::Nodegroup",
            ClusterName=ref("Cluster"),
            NodegroupName="n",
            NodeRole=f"{ROLE}node",
            Subnets=[ref("Subnet")],
            ScalingConfig=sizes,
            Labels=labels or {},
            Taints=list(taints),
            Tags={"owner": "x"},
        ),
        Dns=resource(
            "EKS::Addon",
            ClusterName=ref("Cluster"),
            AddonName="coredns",
            AddonVersion=addon,
            ConfigurationValues=json.dumps({"replicaCount": 3}),
            ResolveConflicts="OVERWRITE",
            depends="Nodes",
        ),
        Entry=resource(
            "EKS::AccessEntry",
            ClusterName=ref("Cluster"),
            PrincipalArn=f"{ROLE}operators",
            AccessPolicies=[
                {
                    "PolicyArn": f"{POLICIES}AmazonEKS{policy}Policy",
                    "AccessScope": {"Type": "namespace", "Namespaces": ["jobs"]},
                }
                for policy in policies
            ],
        ),
        Pods=resource(
            "EKS::PodIdentityAssociation",
            ClusterName=ref("Cluster"),
            Namespace="jobs",
            ServiceAccount="trainer",
            RoleArn=f"{ROLE}trainer",
        ),
        Template=resource(
            "EC2::LaunchTemplate",
            LaunchTemplateData={"SecurityGroupIds": [att("Cluster", "ClusterSecurityGroupId")]},
        ),
    )


class EksTest(StackTest):
    def read(self):
        eks = self.clients.eks
        cluster = eks.describe_cluster(name="c")["cluster"]
        nodes = eks.describe_nodegroup(clusterName="c", nodegroupName="n")["nodegroup"]
        addon = eks.describe_addon(clusterName="c", addonName="coredns")["addon"]
        allowed = eks.list_associated_access_policies(
            clusterName="c", principalArn=f"{ROLE}operators"
        )["associatedAccessPolicies"]
        logs = [x["types"] for x in cluster["logging"]["clusterLogging"] if x["enabled"]]
        return {
            "public": cluster["resourcesVpcConfig"]["endpointPublicAccess"],
            "logs": logs,
            "owners": [cluster["tags"]["owner"], nodes["tags"]["owner"]],
            "sizes": nodes["scalingConfig"],
            "labels": nodes["labels"],
            "taints": nodes["taints"],
            "addon": addon["addonVersion"],
            "allowed": [each["policyArn"].split("/")[1] for each in allowed],
        }

    def test_all_five_are_made_changed_and_removed(self):
        self.create(stack(labels={"Use": "a"}))
        self.assertEqual(
            self.read(),
            {
                "public": True,
                "logs": [["api", "audit"]],
                "owners": ["x", "x"],
                "sizes": {"minSize": 0, "maxSize": 4, "desiredSize": 0},
                "labels": {"Use": "a"},
                "taints": [],
                "addon": "v1",
                "allowed": ["AmazonEKSViewPolicy"],
            },
        )
        taint = {"Key": "gpu", "Effect": "NO_SCHEDULE"}
        self.clients.eks.update_nodegroup_config(
            clusterName="c", nodegroupName="n", scalingConfig={"desiredSize": 2}
        )
        # A number that is not said any more stays as it is.
        sizes = {"MinSize": 0, "MaxSize": 8}
        self.update(
            stack(("scheduler",), sizes, {"Use": "b"}, [taint], "v2", policies=("Edit", "Admin"))
        )
        self.assertEqual(
            self.read(),
            {
                "public": False,
                "logs": [["scheduler"]],
                "owners": ["x", "x"],
                "sizes": {"minSize": 0, "maxSize": 8, "desiredSize": 2},
                "labels": {"Use": "b"},
                "taints": [{"key": "gpu", "effect": "NO_SCHEDULE"}],
                "addon": "v2",
                "allowed": ["AmazonEKSEditPolicy", "AmazonEKSAdminPolicy"],
            },
        )
        self.delete()
        self.assertEqual(self.clients.eks.list_clusters()["clusters"], [])


if __name__ == "__main__":
    unittest.main()
