"""The function of an interruption handling, run as Lambda runs it, on events as EventBridge sends them."""

import importlib.util
import json
import os
import types
import unittest

from support import SANDBOX, SandboxTest, endpoint

CODE = (
    SANDBOX.parent.parent
    / "modules/providers/aws/src/main/resources/io/plumbline/aws/lower/replace-nodes.py"
)
SPOT = "EC2 Spot Instance Interruption Warning"
RESERVATION = "EC2 Capacity Reservation Instance Interruption Warning"
REBALANCE = "EC2 Instance Rebalance Recommendation"
RETIREMENT = "AWS_EC2_PERSISTENT_INSTANCE_RETIREMENT_SCHEDULED"


def ec2(kind, instance, **detail):
    """An event of EC2 about one instance."""
    return {
        "version": "0",
        "id": "12345678-1234-1234-1234-123456789012",
        "detail-type": kind,
        "source": "aws.ec2",
        "account": "123456789012",
        "time": "2026-11-25T12:00:00Z",
        "region": "us-east-1",
        "resources": [f"arn:aws:ec2:us-east-1a:instance/{instance}"],
        "detail": {"instance-id": instance, **detail},
    }


def health(code, *entities, status="upcoming"):
    """An event of AWS Health."""
    return {
        "version": "0",
        "id": "7bf73129-1428-4cd3-a780-95db273d1602",
        "detail-type": "AWS Health Event",
        "source": "aws.health",
        "account": "123456789012",
        "time": "2026-11-25T12:00:00Z",
        "region": "us-east-1",
        "resources": list(entities),
        "detail": {
            "eventArn": f"arn:aws:health:us-east-1::event/EC2/{code}/1",
            "service": "EC2",
            "eventTypeCode": code,
            "eventTypeCategory": "scheduledChange",
            "eventScopeCode": "ACCOUNT_SPECIFIC",
            "statusCode": status,
            "startTime": "Thu, 26 Nov 2026 05:00:00 GMT",
            "affectedEntities": [{"entityValue": entity} for entity in entities],
        },
    }


def well(event):
    """The same, once what it named is well again."""
    for entity in event["detail"]["affectedEntities"]:
        entity["status"] = "RESOLVED"
    return event


def records(*events):
    """As a queue hands events to a function."""
    return {
        "Records": [
            {
                "messageId": str(number),
                "body": event if isinstance(event, str) else json.dumps(event),
                "eventSource": "aws:sqs",
            }
            for number, event in enumerate(events)
        ]
    }


class ReplaceNodesTest(SandboxTest):
    def setUp(self):
        super().setUp()
        settings = {
            "AWS_ACCESS_KEY_ID": "sandbox",
            "AWS_SECRET_ACCESS_KEY": "sandbox",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": endpoint(),
            "GROUPS": "trainers,spot",
            "REBALANCE": "ignore",
        }
        before = dict(os.environ)
        os.environ.update(settings)
        self.addCleanup(lambda: (os.environ.clear(), os.environ.update(before)))
        specification = importlib.util.spec_from_file_location("replace_nodes", CODE)
        self.function = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(self.function)
        template = self.clients.ec2.create_launch_template(
            LaunchTemplateName="nodes",
            LaunchTemplateData={"ImageId": "ami-1", "InstanceType": "g5.xlarge"},
        )["LaunchTemplate"]["LaunchTemplateId"]
        for group in ("trainers", "spot", "foreign"):
            self.clients.autoscaling.create_auto_scaling_group(
                AutoScalingGroupName=group,
                AvailabilityZones=["us-east-1a"],
                LaunchTemplate={"LaunchTemplateId": template, "Version": "1"},
                MinSize=2,
                MaxSize=2,
            )

    def nodes(self, group="spot"):
        answer = self.clients.autoscaling.describe_auto_scaling_groups(
            AutoScalingGroupNames=[group]
        )
        found = answer["AutoScalingGroups"][0]
        self.assertEqual(found["DesiredCapacity"], 2)
        return {node["InstanceId"]: node["HealthStatus"] for node in found["Instances"]}

    def run_on(self, *events):
        return [
            failure["itemIdentifier"]
            for failure in self.function.handler(records(*events), None)["batchItemFailures"]
        ]

    def state(self, instance):
        answer = self.clients.ec2.describe_instances(InstanceIds=[instance])
        return answer["Reservations"][0]["Instances"][0]["State"]["Name"]

    def test_an_interrupted_node_is_replaced_and_keeps_its_time(self):
        for kind in sorted(self.function.INTERRUPTED):
            with self.subTest(kind):
                node, other = self.nodes()
                warning = ec2(kind, node, **{"instance-action": "terminate"})
                self.assertEqual(self.run_on(warning), [])
                after = self.nodes()
                self.assertEqual(len(after), 2)
                self.assertNotIn(node, after)
                self.assertIn(other, after)
                self.assertEqual(self.state(node), "running")

    def test_an_interrupted_node_of_a_drained_group_goes_through_its_hook(self):
        os.environ["DRAINED"] = "trainers"
        calls = []
        scaling = types.SimpleNamespace(
            terminate_instance_in_auto_scaling_group=lambda **asked: calls.append(asked),
            detach_instances=lambda **asked: calls.append(asked),
        )
        self.function.leave(scaling, {"InstanceId": "i-1", "AutoScalingGroupName": "trainers"})
        self.function.leave(scaling, {"InstanceId": "i-2", "AutoScalingGroupName": "spot"})
        self.assertEqual(
            calls,
            [
                {"InstanceId": "i-1", "ShouldDecrementDesiredCapacity": False},
                {
                    "AutoScalingGroupName": "spot",
                    "InstanceIds": ["i-2"],
                    "ShouldDecrementDesiredCapacity": False,
                },
            ],
        )

    def test_an_interrupted_node_of_a_drained_group_is_replaced_once(self):
        os.environ["DRAINED"] = "spot"
        node, other = self.nodes()
        warning = ec2(SPOT, node, **{"instance-action": "terminate"})
        self.assertEqual(self.run_on(warning, warning), [])
        after = self.nodes()
        self.assertEqual(len(after), 2)
        self.assertNotIn(node, after)
        self.assertIn(other, after)

    def test_both_documented_names_of_a_reservation_warning_are_known(self):
        self.assertIn(RESERVATION, self.function.INTERRUPTED)
        self.assertEqual(len(self.function.INTERRUPTED), 3)

    def test_the_same_warning_twice_replaces_once(self):
        node, _ = self.nodes()
        warning = ec2(SPOT, node, **{"instance-action": "terminate"})
        self.assertEqual(self.run_on(warning, warning), [])
        after = self.nodes()
        self.assertEqual(self.run_on(warning), [])
        self.assertEqual(self.nodes(), after)

    def test_a_recommendation_is_only_logged(self):
        before = self.nodes()
        self.assertEqual(self.run_on(ec2(REBALANCE, next(iter(before)))), [])
        self.assertEqual(self.nodes(), before)

    def test_a_recommendation_replaces_where_that_is_wanted(self):
        os.environ["REBALANCE"] = "replace"
        node, other = self.nodes()
        self.assertEqual(self.run_on(ec2(REBALANCE, node)), [])
        after = self.nodes()
        self.assertNotIn(node, after)
        self.assertIn(other, after)
        self.assertEqual(self.state(node), "terminated")

    def test_nodes_on_failing_hardware_are_given_up(self):
        node, other = self.nodes("trainers")
        arn = f"arn:aws:ec2:us-east-1:123456789012:instance/{node}"
        for entity in (node, arn):
            self.assertEqual(self.run_on(health(RETIREMENT, entity)), [])
            self.assertEqual(
                {k: v.lower() for k, v in self.nodes("trainers").items()},
                {node: "unhealthy", other: "healthy"},
            )

    def test_events_that_pass_change_nothing(self):
        before = self.nodes()
        node = next(iter(before))
        events = (
            health("AWS_EC2_SYSTEM_REBOOT_MAINTENANCE_SCHEDULED", node),
            health(RETIREMENT, node, status="closed"),
            health(RETIREMENT),
            health(RETIREMENT, "vol-0123456789abcdef0"),
            well(health(RETIREMENT, node)),
            ec2("EC2 Instance State-change Notification", node, state="running"),
        )
        self.assertEqual(self.run_on(*events), [])
        self.assertEqual(self.nodes(), before)

    def test_nodes_of_others_are_left_alone(self):
        before = self.nodes("foreign")
        node = next(iter(before))
        alone = self.clients.ec2.run_instances(ImageId="ami-1", MinCount=1, MaxCount=1)
        events = (
            ec2(SPOT, node, **{"instance-action": "terminate"}),
            health(RETIREMENT, node),
            ec2(SPOT, alone["Instances"][0]["InstanceId"]),
        )
        self.assertEqual(self.run_on(*events), [])
        self.assertEqual(self.nodes("foreign"), before)

    def test_an_instance_that_is_gone_is_no_failure(self):
        before = self.nodes()
        events = (ec2(SPOT, "i-0123456789abcdef0"), health(RETIREMENT, "i-0123456789abcdef0"))
        self.assertEqual(self.run_on(*events), [])
        self.assertEqual(self.nodes(), before)

    def test_what_fails_goes_back_and_the_rest_is_done(self):
        node, _ = self.nodes()
        warning = ec2(SPOT, node, **{"instance-action": "terminate"})
        self.assertEqual(self.run_on("no JSON", warning, {"detail-type": SPOT}), ["0", "2"])
        self.assertNotIn(node, self.nodes())


if __name__ == "__main__":
    unittest.main()
