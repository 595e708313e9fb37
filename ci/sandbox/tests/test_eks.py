"""Gap eks."""

import json
import unittest

from support import SandboxTest

ROLE = "arn:aws:iam::123456789012:role/"
OPERATORS = f"{ROLE}operators"
POLICY = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"


class ClusterTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.eks, ec2 = self.clients.eks, self.clients.ec2
        self.vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnets = [
            ec2.create_subnet(
                VpcId=self.vpc, CidrBlock=f"10.0.{n}.0/24", AvailabilityZone=f"us-east-1{zone}"
            )["Subnet"]["SubnetId"]
            for n, zone in enumerate("ab")
        ]
        self.made = self.cluster("c")

    def cluster(self, name, **members):
        return self.eks.create_cluster(
            name=name,
            roleArn=f"{ROLE}cluster",
            resourcesVpcConfig={"subnetIds": self.subnets},
            accessConfig={
                "authenticationMode": "API",
                "bootstrapClusterCreatorAdminPermissions": False,
            },
            **members,
        )["cluster"]

    def nodes(self, **members):
        members.setdefault("scalingConfig", {"minSize": 1, "maxSize": 4, "desiredSize": 2})
        return self.eks.create_nodegroup(
            clusterName="c",
            nodegroupName="n",
            subnets=self.subnets,
            nodeRole=f"{ROLE}node",
            **members,
        )["nodegroup"]

    def described(self):
        return self.eks.describe_cluster(name="c")["cluster"]

    def test_what_is_left_out_has_the_value_of_aws(self):
        network = self.made["resourcesVpcConfig"]
        self.assertTrue(network["endpointPublicAccess"])
        self.assertFalse(network["endpointPrivateAccess"])
        self.assertEqual(network["publicAccessCidrs"], ["0.0.0.0/0"])
        self.assertEqual(network["vpcId"], self.vpc)
        self.assertEqual(self.made["upgradePolicy"], {"supportType": "EXTENDED"})
        self.assertEqual([each["enabled"] for each in self.logs()], [False])

    def logs(self):
        return self.described()["logging"]["clusterLogging"]

    def test_settings_change_one_by_one(self):
        update = self.eks.update_cluster_config(
            name="c", resourcesVpcConfig={"endpointPrivateAccess": True}
        )["update"]
        read = self.eks.describe_update(name="c", updateId=update["id"])["update"]
        self.assertEqual(read["status"], "Successful")
        network = self.described()["resourcesVpcConfig"]
        self.assertTrue(network["endpointPrivateAccess"] and network["endpointPublicAccess"])
        for enabled in (True, False):
            some = {"clusterLogging": [{"types": ["audit"], "enabled": enabled}]}
            self.eks.update_cluster_config(name="c", logging=some)
            on = [each["types"] for each in self.logs() if each["enabled"]]
            self.assertEqual(on, [["audit"]] if enabled else [])
        self.eks.update_cluster_version(name="c", version="1.35")
        self.assertEqual(self.described()["version"], "1.35")

    def test_a_cluster_has_a_security_group_that_nobody_asked_for(self):
        group = self.made["resourcesVpcConfig"]["clusterSecurityGroupId"]
        ec2 = self.clients.ec2
        found = ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"][0]
        self.assertIn({"Key": "aws:eks:cluster-name", "Value": "c"}, found["Tags"])
        self.eks.delete_cluster(name="c")
        self.refused("InvalidGroup.NotFound", ec2.describe_security_groups, GroupIds=[group])

    def test_a_node_group_has_a_scaling_group_that_follows_it(self):
        group = self.nodes()
        name = group["resources"]["autoScalingGroups"][0]["name"]
        self.eks.update_nodegroup_config(
            clusterName="c", nodegroupName="n", scalingConfig={"desiredSize": 3}
        )
        groups = self.clients.autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"]
        self.assertEqual([(g["AutoScalingGroupName"], g["DesiredCapacity"]) for g in groups],
                         [(name, 3)])
        self.refused("ResourceInUseException", self.eks.delete_cluster, name="c")
        self.eks.delete_nodegroup(clusterName="c", nodegroupName="n")
        groups = self.clients.autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"]
        self.assertEqual(groups, [])

    def test_a_node_group_is_not_made_with_some_of_its_sizes(self):
        message = self.refused(
            "InvalidParameterException", self.nodes, scalingConfig={"minSize": 0, "maxSize": 4}
        )
        self.assertIn("desiredSize", message)
        self.assertEqual(self.eks.list_nodegroups(clusterName="c")["nodegroups"], [])

    def test_a_launch_template_is_copied_and_says_the_type(self):
        ec2 = self.clients.ec2
        template = ec2.create_launch_template(
            LaunchTemplateName="nodes", LaunchTemplateData={"EbsOptimized": True}
        )["LaunchTemplate"]["LaunchTemplateId"]
        group = self.nodes(
            launchTemplate={"id": template, "version": "1"}, instanceTypes=["g5.xlarge"]
        )
        self.assertEqual(group["launchTemplate"], {"id": template, "name": "nodes", "version": "1"})
        self.assertNotIn("diskSize", group)
        copy = ec2.describe_launch_template_versions(
            LaunchTemplateName=group["resources"]["autoScalingGroups"][0]["name"], Versions=["1"]
        )["LaunchTemplateVersions"][0]["LaunchTemplateData"]
        self.assertEqual((copy["InstanceType"], copy["EbsOptimized"]), ("g5.xlarge", True))

    def test_labels_and_taints_change_by_their_keys(self):
        taint = {"key": "gpu", "value": "", "effect": "NO_SCHEDULE"}
        self.nodes(labels={"a": "1", "b": "2"}, taints=[taint])
        self.eks.update_nodegroup_config(
            clusterName="c",
            nodegroupName="n",
            labels={"addOrUpdateLabels": {"a": "3"}, "removeLabels": ["b"]},
            taints={"removeTaints": [taint]},
        )
        read = self.eks.describe_nodegroup(clusterName="c", nodegroupName="n")["nodegroup"]
        self.assertEqual((read["labels"], read["taints"]), ({"a": "3"}, []))

    def test_add_ons_are_made_changed_and_removed(self):
        key = {"clusterName": "c", "addonName": "coredns"}
        self.eks.create_addon(**key, addonVersion="v1", tags={"a": "b"})
        self.refused("ResourceInUseException", self.eks.create_addon, **key)
        values = json.dumps({"replicaCount": 3})
        self.eks.update_addon(**key, addonVersion="v2", configurationValues=values)
        read = self.eks.describe_addon(**key)["addon"]
        self.assertEqual((read["addonVersion"], read["configurationValues"]), ("v2", values))
        self.assertEqual(self.eks.list_addons(clusterName="c")["addons"], ["coredns"])
        self.eks.delete_addon(**key)
        self.refused("ResourceNotFoundException", self.eks.describe_addon, **key)

    def test_entries_have_policies_and_take_them_along(self):
        key = {"clusterName": "c", "principalArn": OPERATORS}
        self.eks.create_access_entry(**key)
        self.eks.associate_access_policy(
            **key, policyArn=POLICY, accessScope={"type": "namespace", "namespaces": ["jobs"]}
        )
        read = self.eks.list_associated_access_policies(**key)["associatedAccessPolicies"]
        self.assertEqual(read[0]["accessScope"], {"type": "namespace", "namespaces": ["jobs"]})
        self.eks.disassociate_access_policy(**key, policyArn=POLICY)
        read = self.eks.list_associated_access_policies(**key)["associatedAccessPolicies"]
        self.assertEqual(read, [])
        self.eks.delete_access_entry(**key)
        self.refused("ResourceNotFoundException", self.eks.describe_access_entry, **key)

    def test_eks_enters_by_itself_and_so_do_nodes_and_whoever_bootstraps(self):
        self.nodes()
        entries = self.eks.list_access_entries(clusterName="c")["accessEntries"]
        self.assertEqual([arn.split("/")[-1] for arn in entries],
                         ["AWSServiceRoleForAmazonEKS", "node"])
        self.eks.create_cluster(
            name="d", roleArn=f"{ROLE}cluster", resourcesVpcConfig={"subnetIds": self.subnets}
        )
        entries = self.eks.list_access_entries(clusterName="d")["accessEntries"]
        self.assertIn("arn:aws:iam::123456789012:user/sandbox", entries)

    def test_the_entry_of_nodes_goes_with_their_last_group(self):
        self.nodes()
        key = {"clusterName": "c", "principalArn": f"{ROLE}node"}
        self.assertEqual(self.eks.describe_access_entry(**key)["accessEntry"]["type"], "EC2_LINUX")
        self.eks.delete_nodegroup(clusterName="c", nodegroupName="n")
        self.refused("ResourceNotFoundException", self.eks.describe_access_entry, **key)

    def test_pods_have_one_role_for_each_service_account(self):
        pods = {"clusterName": "c", "namespace": "jobs", "serviceAccount": "trainer"}
        made = self.eks.create_pod_identity_association(**pods, roleArn=f"{ROLE}a")["association"]
        self.refused("ResourceInUseException", self.eks.create_pod_identity_association, **pods,
                     roleArn=f"{ROLE}b")
        key = {"clusterName": "c", "associationId": made["associationId"]}
        self.eks.update_pod_identity_association(**key, roleArn=f"{ROLE}b")
        read = self.eks.describe_pod_identity_association(**key)["association"]
        self.assertEqual(read["roleArn"], f"{ROLE}b")
        self.eks.delete_pod_identity_association(**key)
        self.assertEqual(
            self.eks.list_pod_identity_associations(clusterName="c")["associations"], [])

    def test_everything_is_tagged_by_its_arn(self):
        arn = self.nodes(tags={"a": "b"})["nodegroupArn"]
        self.eks.tag_resource(resourceArn=arn, tags={"c": "d"})
        self.eks.untag_resource(resourceArn=arn, tagKeys=["a"])
        self.assertEqual(self.eks.list_tags_for_resource(resourceArn=arn)["tags"], {"c": "d"})

    def test_names_come_page_by_page(self):
        for name in ("d", "e"):
            self.cluster(name)
        first = self.eks.list_clusters(maxResults=2)
        rest = self.eks.list_clusters(maxResults=2, nextToken=first["nextToken"])
        self.assertEqual(first["clusters"] + rest["clusters"], ["c", "d", "e"])


if __name__ == "__main__":
    unittest.main()
