"""Gap scaling, and the stack resources of the same name."""

import unittest

from support import StackTest

TARGET = {
    "TargetValue": 70.0,
    "DisableScaleIn": False,
    "CustomizedMetricSpecification": {
        "Namespace": "CWAgent",
        "MetricName": "nvidia_smi_utilization_gpu",
        "Dimensions": [{"Name": "AutoScalingGroupName", "Value": "g"}],
        "Statistic": "Average",
    },
}
STEPS = [
    {"MetricIntervalLowerBound": 0.0, "MetricIntervalUpperBound": 15.0, "ScalingAdjustment": 1},
    {"MetricIntervalLowerBound": 15.0, "ScalingAdjustment": 4},
]


class ScalingTest(StackTest):
    def setUp(self):
        super().setUp()
        self.scaling = self.clients.autoscaling
        self.clients.ec2.create_launch_template(
            LaunchTemplateName="nodes",
            LaunchTemplateData={"ImageId": "ami-1", "InstanceType": "t3.micro"},
        )
        self.scaling.create_auto_scaling_group(
            AutoScalingGroupName="g",
            AvailabilityZones=["us-east-1a"],
            MinSize=0,
            MaxSize=4,
            LaunchTemplate={"LaunchTemplateName": "nodes"},
        )

    def put(self, name="track", **members):
        return self.scaling.put_scaling_policy(
            AutoScalingGroupName="g", PolicyName=name, **members
        )

    def policy(self, name="track"):
        answer = self.scaling.describe_policies(AutoScalingGroupName="g", PolicyNames=[name])
        return answer["ScalingPolicies"][0]

    def alarms(self):
        answer = self.clients.cloudwatch.describe_alarms()
        return {alarm["AlarmName"] for alarm in answer["MetricAlarms"]}

    def test_a_target_comes_back_as_it_was_put_and_has_two_alarms(self):
        self.put(PolicyType="TargetTrackingScaling", TargetTrackingConfiguration=TARGET)
        policy = self.policy()
        self.assertEqual(policy["TargetTrackingConfiguration"], TARGET)
        self.assertIs(policy["Enabled"], True)
        self.assertNotIn("StepAdjustments", policy)
        self.assertEqual(self.alarms(), {alarm["AlarmName"] for alarm in policy["Alarms"]})
        self.assertEqual(len(policy["Alarms"]), 2)
        self.scaling.delete_policy(AutoScalingGroupName="g", PolicyName="track")
        self.assertEqual(self.alarms(), set())

    def test_the_actions_of_an_alarm_can_be_switched_off_and_on(self):
        cloudwatch = self.clients.cloudwatch
        cloudwatch.put_metric_alarm(
            AlarmName="busy",
            MetricName="CPUUtilization",
            Namespace="AWS/EC2",
            ComparisonOperator="GreaterThanThreshold",
            EvaluationPeriods=1,
        )
        cloudwatch.disable_alarm_actions(AlarmNames=["busy", "no such alarm"])
        self.assertIs(cloudwatch.describe_alarms()["MetricAlarms"][0]["ActionsEnabled"], False)
        cloudwatch.enable_alarm_actions(AlarmNames=["busy"])
        self.assertIs(cloudwatch.describe_alarms()["MetricAlarms"][0]["ActionsEnabled"], True)

    def test_steps_are_averaged_and_keep_their_arn(self):
        made = self.put(
            PolicyType="StepScaling", AdjustmentType="ChangeInCapacity", StepAdjustments=STEPS
        )
        policy = self.policy()
        self.assertEqual(policy["StepAdjustments"], STEPS)
        self.assertEqual(policy["MetricAggregationType"], "Average")
        again = self.put(
            PolicyType="StepScaling", AdjustmentType="ChangeInCapacity", StepAdjustments=STEPS[1:]
        )
        self.assertEqual(again["PolicyARN"], made["PolicyARN"])
        self.assertEqual(self.policy()["StepAdjustments"], STEPS[1:])

    def test_a_policy_needs_a_group(self):
        self.refused(
            "ValidationError",
            self.scaling.put_scaling_policy,
            AutoScalingGroupName="none",
            PolicyName="p",
        )

    def test_a_hook_has_what_was_put_and_no_more(self):
        self.scaling.put_lifecycle_hook(
            AutoScalingGroupName="g",
            LifecycleHookName="drain",
            LifecycleTransition="autoscaling:EC2_INSTANCE_TERMINATING",
            HeartbeatTimeout=600,
        )
        hooks = self.scaling.describe_lifecycle_hooks(AutoScalingGroupName="g")["LifecycleHooks"]
        self.assertEqual(
            hooks,
            [
                {
                    "AutoScalingGroupName": "g",
                    "LifecycleHookName": "drain",
                    "LifecycleTransition": "autoscaling:EC2_INSTANCE_TERMINATING",
                    "HeartbeatTimeout": 600,
                    "GlobalTimeout": 60000,
                    "DefaultResult": "ABANDON",
                }
            ],
        )
        self.scaling.delete_lifecycle_hook(AutoScalingGroupName="g", LifecycleHookName="drain")
        answer = self.scaling.describe_lifecycle_hooks(AutoScalingGroupName="g")
        self.assertEqual(answer["LifecycleHooks"], [])

    def test_a_warm_pool_without_a_most_has_none(self):
        self.scaling.put_warm_pool(AutoScalingGroupName="g", MaxGroupPreparedCapacity=-1, MinSize=1)
        group = self.scaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]
        self.assertNotIn("MaxGroupPreparedCapacity", group["WarmPoolConfiguration"])

    def test_what_stands_in_a_group_goes_with_it(self):
        self.put(PolicyType="TargetTrackingScaling", TargetTrackingConfiguration=TARGET)
        self.scaling.put_scheduled_update_group_action(
            AutoScalingGroupName="g",
            ScheduledActionName="nights",
            Recurrence="0 20 * * *",
            MinSize=0,
        )
        found = self.scaling.describe_scheduled_actions()["ScheduledUpdateGroupActions"]
        self.assertIn("scheduledActionName/nights", found[0]["ScheduledActionARN"])
        self.scaling.delete_auto_scaling_group(AutoScalingGroupName="g", ForceDelete=True)
        self.assertEqual(self.alarms(), set())
        self.assertEqual(self.scaling.describe_policies()["ScalingPolicies"], [])
        self.assertEqual(
            self.scaling.describe_scheduled_actions()["ScheduledUpdateGroupActions"], []
        )


def template(target=70, size=4, hook=600):
    def of(kind, **properties):
        return {"Type": f"AWS::AutoScaling::{kind}", "Properties": properties}

    group = {"Ref": "Group"}
    resources = {
        "Template": {
            "Type": "AWS::EC2::LaunchTemplate",
            "Properties": {"LaunchTemplateData": {"ImageId": "ami-1", "InstanceType": "t3.micro"}},
        },
        "Group": of(
            "AutoScalingGroup",
            AutoScalingGroupName="stacked",
            AvailabilityZones=["us-east-1a"],
            MinSize="0",
            MaxSize=str(size),
            MetricsCollection=[{"Granularity": "1Minute", "Metrics": ["GroupInServiceInstances"]}],
            LaunchTemplate={
                "LaunchTemplateId": {"Ref": "Template"},
                "Version": {"Fn::GetAtt": ["Template", "LatestVersionNumber"]},
            },
        ),
        "Track": of(
            "ScalingPolicy",
            AutoScalingGroupName=group,
            PolicyType="TargetTrackingScaling",
            TargetTrackingConfiguration={**TARGET, "TargetValue": target},
        ),
        "Steps": of(
            "ScalingPolicy",
            AutoScalingGroupName=group,
            PolicyType="StepScaling",
            AdjustmentType="ChangeInCapacity",
            StepAdjustments=STEPS,
        ),
        "Nights": of(
            "ScheduledAction", AutoScalingGroupName=group, Recurrence="0 20 * * *", MinSize=0
        ),
        "Hook": of(
            "LifecycleHook",
            AutoScalingGroupName=group,
            LifecycleHookName="drain",
            LifecycleTransition="autoscaling:EC2_INSTANCE_TERMINATING",
            HeartbeatTimeout=hook,
        ),
        "Warm": of("WarmPool", AutoScalingGroupName=group, MinSize=1, PoolState="Running"),
        "Alarm": {
            "Type": "AWS::CloudWatch::Alarm",
            "Properties": {
                "AlarmName": "busy",
                "AlarmActions": [{"Fn::GetAtt": ["Steps", "Arn"]}],
                "ComparisonOperator": "GreaterThanThreshold",
                "EvaluationPeriods": 3,
                "Namespace": "AWS/EC2",
                "MetricName": "CPUUtilization",
                "Period": 60,
                "Statistic": "Average",
                "Threshold": target,
                "Tags": [{"Key": "a", "Value": str(target)}],
            },
        },
    }
    resources["Group"]["UpdatePolicy"] = {
        "AutoScalingScheduledAction": {"IgnoreUnmodifiedGroupSizeProperties": True}
    }
    return {"Resources": resources}


class ScalingStackTest(StackTest):
    def group(self):
        answer = self.clients.autoscaling.describe_auto_scaling_groups(
            AutoScalingGroupNames=["stacked"]
        )
        return answer["AutoScalingGroups"][0]

    def alarm(self):
        return self.clients.cloudwatch.describe_alarms(AlarmNames=["busy"])["MetricAlarms"][0]

    def test_everything_is_made_changed_and_removed(self):
        self.create(template())
        group = self.group()
        self.assertEqual(group["WarmPoolConfiguration"]["PoolState"], "Running")
        self.assertEqual(group["EnabledMetrics"][0]["Metric"], "GroupInServiceInstances")
        policies = self.clients.autoscaling.describe_policies()["ScalingPolicies"]
        steps = [policy for policy in policies if policy["PolicyType"] == "StepScaling"]
        self.assertEqual(self.alarm()["AlarmActions"], [steps[0]["PolicyARN"]])

        self.clients.autoscaling.update_auto_scaling_group(
            AutoScalingGroupName="stacked", MaxSize=2
        )
        changed = template(target=50, hook=900)
        changed["Resources"]["Group"]["Properties"]["Cooldown"] = "60"
        self.update(changed)
        self.assertEqual(self.group()["DefaultCooldown"], 60)
        self.assertEqual(self.group()["MaxSize"], 2, "a schedule's size was set back")
        self.update(template(size=9))
        self.assertEqual(self.group()["MaxSize"], 9)
        self.assertEqual(self.alarm()["Threshold"], 70.0)

        self.delete()
        self.assertEqual(self.clients.autoscaling.describe_policies()["ScalingPolicies"], [])
        self.assertEqual(self.clients.cloudwatch.describe_alarms()["MetricAlarms"], [])


if __name__ == "__main__":
    unittest.main()
