"""Gap shortage: the sandbox can be short of nodes, quotas and rights."""

import json
import unittest
import urllib.request

from support import SandboxTest, endpoint


def limit(**limits):
    body = json.dumps(limits).encode()
    request = urllib.request.Request(f"{endpoint()}/plumbline/limits", data=body, method="POST")
    urllib.request.urlopen(request, timeout=30).close()


class CapacityTest(SandboxTest):
    def setUp(self):
        super().setUp()
        self.addCleanup(limit)

    def group(self, wanted):
        template = self.clients.ec2.create_launch_template(
            LaunchTemplateName="nodes",
            LaunchTemplateData={"ImageId": "ami-1", "InstanceType": "p5.48xlarge"},
        )["LaunchTemplate"]["LaunchTemplateId"]
        self.clients.autoscaling.create_auto_scaling_group(
            AutoScalingGroupName="g",
            AvailabilityZones=["us-east-1a"],
            LaunchTemplate={"LaunchTemplateId": template, "Version": "1"},
            MinSize=wanted,
            MaxSize=wanted,
        )
        answer = self.clients.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=["g"])
        return answer["AutoScalingGroups"][0]

    def activities(self):
        answer = self.clients.autoscaling.describe_scaling_activities(AutoScalingGroupName="g")
        return answer["Activities"]

    def test_a_group_gets_what_there_is_and_says_what_failed(self):
        limit(capacity={"p5.48xlarge": 1})
        group = self.group(3)
        self.assertEqual((group["DesiredCapacity"], len(group["Instances"])), (3, 1))
        activity = self.activities()[0]
        self.assertEqual(activity["StatusCode"], "Failed")
        self.assertIn("sufficient p5.48xlarge capacity", activity["StatusMessage"])

    def test_nothing_fails_where_there_is_plenty(self):
        self.assertEqual(len(self.group(3)["Instances"]), 3)
        self.assertEqual(self.activities(), [])

    def test_quotas_are_plenty_until_they_are_limited(self):
        quotas = getattr(self.clients, "service-quotas")

        def value():
            answer = quotas.get_service_quota(ServiceCode="ec2", QuotaCode="L-417A185B")
            return answer["Quota"]["Value"]

        self.assertGreater(value(), 100_000)
        limit(quotas={"L-417A185B": 192})
        self.assertEqual(value(), 192)
        limit(denied=["*"])
        self.refused(
            "AccessDeniedException",
            quotas.get_service_quota,
            ServiceCode="ec2",
            QuotaCode="L-417A185B",
        )

    def test_simulation_refuses_what_is_denied(self):
        limit(denied=["ec2:CreateVpc"])
        answer = self.clients.iam.simulate_principal_policy(
            PolicySourceArn="arn:aws:iam::123456789012:user/a",
            ActionNames=["ec2:CreateVpc", "ec2:CreateSubnet"],
        )
        decisions = {
            each["EvalActionName"]: each["EvalDecision"] for each in answer["EvaluationResults"]
        }
        self.assertEqual(
            decisions, {"ec2:CreateVpc": "implicitDeny", "ec2:CreateSubnet": "allowed"}
        )


if __name__ == "__main__":
    unittest.main()
