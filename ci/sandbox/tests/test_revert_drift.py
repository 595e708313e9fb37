"""Change sets that revert drift: what is there is compared with the template, and put back."""

import unittest

import live
from support import FLEET, StackTest, att, ref, resource, tags, template

GROUP = resource("EC2::SecurityGroup", GroupDescription="d", VpcId=ref("Vpc"))
VPC = resource("EC2::VPC", CidrBlock="10.0.0.0/16", Tags=tags(Name="a"))
RULE = resource(
    "EC2::SecurityGroupIngress",
    GroupId=ref("Sg"),
    IpProtocol="tcp",
    FromPort=443,
    ToPort=443,
    CidrIp="10.0.0.0/8",
)
REVERT = {"DeploymentMode": "REVERT_DRIFT"}


class RevertDriftTest(StackTest):
    maxDiff = None

    def reverted(self, body):
        """The changes by logical id, after they are carried out."""
        described = self.change_set(body, **REVERT)
        self.assertEqual(described["DeploymentMode"], "REVERT_DRIFT")
        self.assertEqual(described["StackDriftStatus"], "DRIFTED")
        self.assertEqual(self.execute(described)["StackStatus"], "UPDATE_COMPLETE")
        return {
            change["ResourceChange"]["LogicalResourceId"]: change["ResourceChange"]
            for change in described["Changes"]
        }

    def fleet(self):
        body = (FLEET / "template.yaml").read_text()
        self.create(body)
        return body

    def test_an_untouched_fleet_has_nothing_to_revert(self):
        described = self.change_set(self.fleet(), **REVERT)
        self.assertEqual((described["Status"], described["Changes"]), ("FAILED", []))

    def test_without_the_mode_drift_is_not_seen(self):
        body = self.fleet()
        self.raise_maximum()
        self.assertEqual(self.change_set(body)["Status"], "FAILED")

    def raise_maximum(self):
        self.clients.autoscaling.update_auto_scaling_group(
            AutoScalingGroupName="fleet-trainers", MaxSize=40
        )

    def test_what_was_changed_by_hand_is_put_back(self):
        body = self.fleet()
        before = live.read(self.clients)
        self.raise_maximum()
        ec2, iam, s3 = self.clients.ec2, self.clients.iam, self.clients.s3
        subnet = self.physical("SubnetA")
        value = ec2.describe_subnets(SubnetIds=[subnet])["Subnets"][0]["MapPublicIpOnLaunch"]
        ec2.modify_subnet_attribute(SubnetId=subnet, MapPublicIpOnLaunch={"Value": not value})
        ec2.create_tags(Resources=[self.physical("Vpc")], Tags=tags(Name="other"))
        iam.update_role(RoleName="fleet-node", Description="mine", MaxSessionDuration=43200)
        iam.put_role_policy(
            RoleName="fleet-node",
            PolicyName="checkpoints",
            PolicyDocument='{"Version": "2012-10-17", "Statement": '
            '[{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}',
        )
        s3.delete_bucket_lifecycle(Bucket="fleet-checkpoints")
        s3.put_bucket_versioning(
            Bucket="fleet-checkpoints", VersioningConfiguration={"Status": "Suspended"}
        )
        changes = self.reverted(body)
        drifted = {name for name, change in changes.items() if self.is_drifted(change)}
        self.assertEqual(
            drifted, {"Trainers", "SubnetA", "Vpc", "Role", "RolePolicy", "Bucket"}
        )
        self.assertEqual({change["Action"] for change in changes.values()}, {"Modify"})
        target = changes["Trainers"]["Details"][0]["Target"]
        self.assertEqual((target["Name"], target["Drift"]["ActualValue"]), ("MaxSize", "40"))
        self.assertEqual(live.read(self.clients), before)

    @staticmethod
    def is_drifted(change):
        """Others are listed since they refer to one that is."""
        return change["ResourceDriftStatus"] == "MODIFIED"

    def test_what_is_gone_is_made_again(self):
        body = template(Vpc=VPC, Sg=GROUP, Rule=RULE)
        self.create(body)
        rule, group = self.physical("Rule"), self.physical("Sg")
        ec2 = self.clients.ec2
        ec2.revoke_security_group_ingress(GroupId=group, SecurityGroupRuleIds=[rule])
        change = self.reverted(body)["Rule"]
        self.assertEqual((change["Action"], change["ResourceDriftStatus"]), ("Add", "DELETED"))
        self.assertNotEqual(self.physical("Rule"), rule)
        found = ec2.describe_security_group_rules(SecurityGroupRuleIds=[self.physical("Rule")])
        self.assertEqual(found["SecurityGroupRules"][0]["FromPort"], 443)

    def test_what_refers_to_a_thing_that_is_gone_follows_it(self):
        body = template(Vpc=VPC, Sg=GROUP, Rule=RULE)
        self.create(body)
        before = self.physical("Sg")
        self.clients.ec2.delete_security_group(GroupId=before)
        self.assertEqual(set(self.reverted(body)), {"Sg", "Rule"})
        self.assertNotEqual(self.physical("Sg"), before)

    def test_what_the_template_does_not_say_is_left_alone(self):
        body = template(Vpc=VPC, Sg=GROUP, Rule=RULE)
        self.create(body)
        ec2, group = self.clients.ec2, self.physical("Sg")
        ec2.create_tags(Resources=[group], Tags=tags(owner="me"))
        ec2.authorize_security_group_ingress(
            GroupId=group, IpProtocol="tcp", FromPort=22, ToPort=22, CidrIp="0.0.0.0/0"
        )
        self.assertEqual(self.change_set(body, **REVERT)["Status"], "FAILED")

    def test_what_cannot_be_changed_in_place_is_left_alone(self):
        body = template(Vpc=VPC, Sg=GROUP, Rule=RULE)
        self.create(body)
        rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIpv4": "0.0.0.0/0"}
        self.clients.ec2.modify_security_group_rules(
            GroupId=self.physical("Sg"),
            SecurityGroupRules=[
                {"SecurityGroupRuleId": self.physical("Rule"), "SecurityGroupRule": rule}
            ],
        )
        self.assertEqual(self.change_set(body, **REVERT)["Status"], "FAILED")

    def test_a_version_that_somebody_added_to_a_template_is_followed_by_another(self):
        lt = resource(
            "EC2::LaunchTemplate",
            LaunchTemplateName="nodes",
            LaunchTemplateData={"ImageId": "ami-1", "InstanceType": "t3.micro"},
        )
        body = template(Vpc=VPC, Lt=lt)
        self.create(body)
        self.clients.ec2.create_launch_template_version(
            LaunchTemplateName="nodes",
            LaunchTemplateData={"ImageId": "ami-2", "InstanceType": "t3.micro"},
        )
        change = self.reverted(body)["Lt"]
        self.assertEqual(change["Replacement"], "False")
        versions = self.clients.ec2.describe_launch_template_versions(
            LaunchTemplateName="nodes", Versions=["$Latest"]
        )["LaunchTemplateVersions"]
        self.assertEqual(versions[0]["LaunchTemplateData"]["ImageId"], "ami-1")

    def test_the_number_of_instances_belongs_to_the_policy_of_a_group(self):
        lt = resource("EC2::LaunchTemplate", LaunchTemplateData={"ImageId": "ami-1"})
        group = resource(
            "AutoScaling::AutoScalingGroup",
            MinSize="0",
            MaxSize="4",
            DesiredCapacity="1",
            AvailabilityZones=["us-east-1a"],
            LaunchTemplate={"LaunchTemplateId": ref("Lt"), "Version": att("Lt", "LatestVersionNumber")},
        )
        self.create(template(Lt=lt, Asg=group))
        scaling, name = self.clients.autoscaling, self.physical("Asg")
        scaling.set_desired_capacity(AutoScalingGroupName=name, DesiredCapacity=3)
        self.assertEqual(set(self.reverted(template(Lt=lt, Asg=group))), {"Asg"})
        found = scaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]
        self.assertEqual(found["DesiredCapacity"], 1)
        policy = resource(
            "AutoScaling::ScalingPolicy",
            AutoScalingGroupName=ref("Asg"),
            AdjustmentType="ChangeInCapacity",
            PolicyType="StepScaling",
            StepAdjustments=[{"MetricIntervalLowerBound": 0, "ScalingAdjustment": 1}],
        )
        scaled = template(Lt=lt, Asg=group, Policy=policy)
        self.update(scaled)
        scaling.set_desired_capacity(AutoScalingGroupName=name, DesiredCapacity=3)
        described = self.change_set(scaled, name="again", **REVERT)
        self.assertEqual(described["Status"], "FAILED")

    def test_a_template_that_says_by_now_what_is_there_changes_its_record_alone(self):
        body = template(Vpc=VPC, Sg=GROUP, Rule={**RULE})
        self.create(body)
        vpc = self.physical("Vpc")
        self.clients.ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
        said = resource(
            "EC2::VPC", CidrBlock="10.0.0.0/16", EnableDnsHostnames=True, Tags=tags(Name="a")
        )
        self.update(template(Vpc=said, Sg=GROUP, Rule=RULE))
        self.clients.ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": False})
        adopted = resource(
            "EC2::VPC", CidrBlock="10.0.0.0/16", EnableDnsHostnames=False, Tags=tags(Name="a")
        )
        changes = self.reverted(template(Vpc=adopted, Sg=GROUP, Rule=RULE))
        self.assertEqual(changes["Vpc"]["Action"], "SyncWithActual")
        answer = self.clients.ec2.describe_vpc_attribute(VpcId=vpc, Attribute="enableDnsHostnames")
        self.assertFalse(answer["EnableDnsHostnames"]["Value"])
        self.assertEqual(
            self.change_set(template(Vpc=adopted, Sg=GROUP, Rule=RULE), name="again", **REVERT)[
                "Status"
            ],
            "FAILED",
        )


if __name__ == "__main__":
    unittest.main()
