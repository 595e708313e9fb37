"""Gaps auto_scaling_groups and auto_scaling_instances."""

import unittest

from support import SandboxTest

POLICY = {
    "InstancesDistribution": {
        "OnDemandAllocationStrategy": "prioritized",
        "OnDemandBaseCapacity": 1,
        "OnDemandPercentageAboveBaseCapacity": 25,
        "SpotAllocationStrategy": "price-capacity-optimized",
        "SpotMaxPrice": "12.50",
    },
    "LaunchTemplate": {
        "Overrides": [
            {"InstanceType": "p5.48xlarge", "WeightedCapacity": "1"},
            {"InstanceType": "p4d.24xlarge"},
        ]
    },
}


class AutoScalingTest(SandboxTest):
    def setUp(self):
        super().setUp()
        answer = self.clients.ec2.create_launch_template(
            LaunchTemplateName="nodes",
            LaunchTemplateData={"ImageId": "ami-1", "InstanceType": "t3.micro"},
        )
        self.template = answer["LaunchTemplate"]["LaunchTemplateId"]
        self.clients.ec2.create_placement_group(GroupName="cluster", Strategy="cluster")
        self.specification = {"LaunchTemplateId": self.template, "Version": "1"}

    def policy(self, **distribution):
        template = {
            **POLICY["LaunchTemplate"],
            "LaunchTemplateSpecification": self.specification,
        }
        return {
            "InstancesDistribution": {**POLICY["InstancesDistribution"], **distribution},
            "LaunchTemplate": template,
        }

    def create(self, **members):
        members.setdefault("MinSize", 0)
        members.setdefault("MaxSize", 4)
        if "MixedInstancesPolicy" not in members:
            members.setdefault("LaunchTemplate", self.specification)
        self.clients.autoscaling.create_auto_scaling_group(
            AutoScalingGroupName="g", AvailabilityZones=["us-east-1a"], **members
        )
        return self.group()

    def update(self, **members):
        self.clients.autoscaling.update_auto_scaling_group(AutoScalingGroupName="g", **members)
        return self.group()

    def group(self):
        answer = self.clients.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=["g"])
        return answer["AutoScalingGroups"][0]

    def test_settings_come_back_as_they_were_put(self):
        settings = {
            "AvailabilityZoneDistribution": {"CapacityDistributionStrategy": "balanced-only"},
            "AvailabilityZoneImpairmentPolicy": {
                "ImpairedZoneHealthCheckBehavior": "IgnoreUnhealthy",
                "ZonalShiftEnabled": True,
            },
            "CapacityRebalance": True,
            "CapacityReservationSpecification": {
                "CapacityReservationPreference": "capacity-reservations-only"
            },
            "DefaultCooldown": 120,
            "DefaultInstanceWarmup": 90,
            "HealthCheckGracePeriod": 600,
            "HealthCheckType": "ELB",
            "MaxInstanceLifetime": 604800,
            "NewInstancesProtectedFromScaleIn": True,
            "PlacementGroup": "cluster",
            "TerminationPolicies": ["OldestLaunchTemplate", "Default"],
        }
        group = self.create(**settings)
        self.assertEqual({name: group[name] for name in settings}, settings)

    def test_metrics_are_collected_until_they_are_disabled(self):
        self.create()
        autoscaling, members = self.clients.autoscaling, {"AutoScalingGroupName": "g"}
        for name in ("GroupMinSize", "GroupMaxSize"):
            autoscaling.enable_metrics_collection(**members, Granularity="1Minute", Metrics=[name])
        self.assertEqual(self.metrics(), ["GroupMinSize", "GroupMaxSize"])
        autoscaling.disable_metrics_collection(**members, Metrics=["GroupMinSize"])
        self.assertEqual(self.metrics(), ["GroupMaxSize"])
        autoscaling.enable_metrics_collection(**members, Granularity="1Minute")
        self.assertEqual(len(self.metrics()), 13)
        autoscaling.disable_metrics_collection(**members)
        self.assertEqual(self.metrics(), [])

    def metrics(self):
        return [each["Metric"] for each in self.group().get("EnabledMetrics", [])]

    def test_a_group_without_settings_has_the_defaults(self):
        group = self.create()
        self.assertEqual(group["DefaultCooldown"], 300)
        self.assertEqual(group["HealthCheckGracePeriod"], 0)
        self.assertEqual(group["TerminationPolicies"], ["Default"])
        self.assertIs(group["CapacityRebalance"], False)
        self.assertNotIn("DefaultInstanceWarmup", group)
        self.assertNotIn("MaxInstanceLifetime", group)

    def test_a_mixed_policy_comes_back_whole(self):
        group = self.create(MixedInstancesPolicy=self.policy())
        read = group["MixedInstancesPolicy"]
        self.assertEqual(read["InstancesDistribution"], POLICY["InstancesDistribution"])
        self.assertEqual(read["LaunchTemplate"]["Overrides"], POLICY["LaunchTemplate"]["Overrides"])
        self.assertNotIn("LaunchTemplate", group)

    def test_a_distribution_is_filled_with_defaults(self):
        policy = self.policy()
        policy["InstancesDistribution"] = {"OnDemandBaseCapacity": 2}
        read = self.create(MixedInstancesPolicy=policy)["MixedInstancesPolicy"]
        self.assertEqual(
            read["InstancesDistribution"],
            {
                "OnDemandAllocationStrategy": "prioritized",
                "OnDemandBaseCapacity": 2,
                "OnDemandPercentageAboveBaseCapacity": 100,
                "SpotAllocationStrategy": "lowest-price",
                "SpotInstancePools": 2,
            },
        )

    def test_an_update_changes_what_it_names_and_no_more(self):
        before = self.create(MixedInstancesPolicy=self.policy(), DefaultCooldown=60)
        changes = {
            "CapacityRebalance": True,
            "DefaultInstanceWarmup": 45,
            "MaxInstanceLifetime": 86400,
            "MaxSize": 9,
            "TerminationPolicies": ["NewestInstance"],
        }
        self.assertEqual(self.update(**changes), {**before, **changes})
        self.assertEqual(self.update(DefaultCooldown=0)["DefaultCooldown"], 0)

    def test_warmup_and_lifetime_can_be_removed(self):
        self.create(DefaultInstanceWarmup=45, MaxInstanceLifetime=86400)
        group = self.update(DefaultInstanceWarmup=-1, MaxInstanceLifetime=0)
        self.assertNotIn("DefaultInstanceWarmup", group)
        self.assertNotIn("MaxInstanceLifetime", group)

    def test_part_of_a_policy_can_change_and_the_price_can_be_removed(self):
        self.create(MixedInstancesPolicy=self.policy())
        group = self.update(
            MixedInstancesPolicy={
                "InstancesDistribution": {"OnDemandBaseCapacity": 3, "SpotMaxPrice": ""}
            }
        )
        expected = {**POLICY["InstancesDistribution"], "OnDemandBaseCapacity": 3}
        del expected["SpotMaxPrice"]
        read = group["MixedInstancesPolicy"]
        self.assertEqual(read["InstancesDistribution"], expected)
        self.assertEqual(read["LaunchTemplate"]["Overrides"], POLICY["LaunchTemplate"]["Overrides"])

    def test_a_plain_template_takes_the_place_of_a_policy(self):
        self.create(MixedInstancesPolicy=self.policy())
        group = self.update(LaunchTemplate=self.specification)
        self.assertNotIn("MixedInstancesPolicy", group)
        self.assertEqual(group["LaunchTemplate"]["LaunchTemplateId"], self.template)

    def test_what_cannot_be_is_refused(self):
        autoscaling = self.clients.autoscaling
        self.create()
        common = {"MinSize": 0, "MaxSize": 1, "AvailabilityZones": ["us-east-1a"]}
        for code, members in (
            ("AlreadyExists", {"AutoScalingGroupName": "g", "LaunchTemplate": self.specification}),
            (
                "ValidationError",
                {
                    "AutoScalingGroupName": "other",
                    "LaunchTemplate": {"LaunchTemplateId": "lt-0123456789abcdef0"},
                },
            ),
            (
                "ValidationError",
                {
                    "AutoScalingGroupName": "other",
                    "LaunchTemplate": self.specification,
                    "DesiredCapacity": 2,
                },
            ),
        ):
            with self.subTest(code):
                self.refused(code, autoscaling.create_auto_scaling_group, **common, **members)
        self.refused(
            "ValidationError",
            autoscaling.update_auto_scaling_group,
            AutoScalingGroupName="unknown",
        )
        self.refused("ValidationError", autoscaling.describe_auto_scaling_groups, MaxRecords=101)

    def test_a_new_bound_moves_the_desired_capacity(self):
        self.create(MinSize=0, MaxSize=4, DesiredCapacity=2)
        self.assertEqual(self.update(MinSize=3)["DesiredCapacity"], 3)
        self.assertEqual(self.update(MinSize=0, MaxSize=1)["DesiredCapacity"], 1)

    def test_groups_page_by_a_hundred(self):
        for number in range(105):
            self.clients.autoscaling.create_auto_scaling_group(
                AutoScalingGroupName=f"g{number}",
                AvailabilityZones=["us-east-1a"],
                MinSize=0,
                MaxSize=1,
                LaunchTemplate=self.specification,
            )
        pages = self.clients.autoscaling.get_paginator("describe_auto_scaling_groups").paginate(
            PaginationConfig={"PageSize": 100}
        )
        self.assertEqual([len(page["AutoScalingGroups"]) for page in pages], [100, 5])

    def test_a_large_group_lists_its_instances_and_makes_few(self):
        group = self.create(MaxSize=1000, DesiredCapacity=800)
        self.assertEqual(len({item["InstanceId"] for item in group["Instances"]}), 800)
        self.assertEqual({item["LifecycleState"] for item in group["Instances"]}, {"InService"})
        self.assertEqual({item["InstanceType"] for item in group["Instances"]}, {"t3.micro"})
        real = self.clients.ec2.describe_instances()["Reservations"]
        self.assertLessEqual(sum(len(item["Instances"]) for item in real), 4)
        self.assertEqual(len(self.update(DesiredCapacity=2)["Instances"]), 2)
        self.assertEqual(len(self.update(DesiredCapacity=30)["Instances"]), 30)
        self.clients.autoscaling.delete_auto_scaling_group(
            AutoScalingGroupName="g", ForceDelete=True
        )
        states = {
            instance["State"]["Name"]
            for item in self.clients.ec2.describe_instances()["Reservations"]
            for instance in item["Instances"]
        }
        self.assertEqual(states, {"terminated"})


if __name__ == "__main__":
    unittest.main()
