"""Rules, queues, functions and logs are made, changed and removed by CloudFormation."""

import json
import unittest

from support import StackTest, att, ref, resource, tags, template

TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"Service": "lambda.amazonaws.com"},
            "Action": "sts:AssumeRole",
        }
    ],
}
PATTERN = {"source": ["aws.ec2"], "detail-type": ["EC2 Instance Rebalance Recommendation"]}
POLICY = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*"}],
}


def stack(**changed):
    made = {
        "code": "one",
        "days": 7,
        "enabled": True,
        "state": "ENABLED",
        "target": "a",
        "timeout": 60,
        "tag": "x",
        "hidden": 60,
        **changed,
    }
    more = tags(more=made["tag"])
    return template(
        Role=resource("IAM::Role", RoleName="repair", AssumeRolePolicyDocument=TRUST),
        Letters=resource("SQS::Queue", QueueName="letters", MessageRetentionPeriod=1209600),
        Queue=resource(
            "SQS::Queue",
            QueueName="work",
            VisibilityTimeout=made["hidden"],
            RedrivePolicy={"deadLetterTargetArn": att("Letters", "Arn"), "maxReceiveCount": 3},
            Tags=more,
        ),
        Policy=resource("SQS::QueuePolicy", Queues=[ref("Queue")], PolicyDocument=POLICY),
        Logs=resource(
            "Logs::LogGroup",
            LogGroupName="/aws/lambda/repair",
            RetentionInDays=made["days"],
            Tags=more,
        ),
        Function=resource(
            "Lambda::Function",
            FunctionName="repair",
            Role=att("Role", "Arn"),
            Runtime="python3.13",
            Handler="index.handler",
            Timeout=made["timeout"],
            Code={"ZipFile": made["code"]},
            Environment={"Variables": {"A": "b"}},
            Tags=more,
        ),
        Mapping=resource(
            "Lambda::EventSourceMapping",
            FunctionName=att("Function", "Arn"),
            EventSourceArn=att("Queue", "Arn"),
            BatchSize=10,
            Enabled=made["enabled"],
        ),
        Rule=resource(
            "Events::Rule",
            Name="rebalance",
            EventPattern=PATTERN,
            State=made["state"],
            Targets=[{"Id": made["target"], "Arn": att("Queue", "Arn")}],
            Tags=more,
        ),
    )


class FunctionsTest(StackTest):
    def seen(self):
        sqs, functions = self.clients.sqs, getattr(self.clients, "lambda")
        url = sqs.get_queue_url(QueueName="work")["QueueUrl"]
        settings = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        function = functions.get_function(FunctionName="repair")
        mappings = functions.list_event_source_mappings(FunctionName="repair")
        rule = self.clients.events.describe_rule(Name="rebalance")
        targets = self.clients.events.list_targets_by_rule(Rule="rebalance")["Targets"]
        groups = self.clients.logs.describe_log_groups(logGroupNamePrefix="/aws/lambda/repair")
        group = groups["logGroups"][0]
        self.assertEqual(json.loads(settings["Policy"]), POLICY)
        self.assertEqual(json.loads(rule["EventPattern"]), PATTERN)
        return {
            "days": group.get("retentionInDays"),
            "enabled": mappings["EventSourceMappings"][0]["State"] == "Enabled",
            "sha": function["Configuration"]["CodeSha256"],
            "state": rule["State"],
            "targets": [target["Id"] for target in targets],
            "timeout": function["Configuration"]["Timeout"],
            "tags": [
                function["Tags"]["more"],
                sqs.list_queue_tags(QueueUrl=url)["Tags"]["more"],
                self.clients.logs.list_tags_for_resource(resourceArn=group["logGroupArn"])["tags"][
                    "more"
                ],
            ],
            "hidden": settings["VisibilityTimeout"],
        }

    def test_life(self):
        self.create(stack())
        first = self.seen()
        changed = {
            "days": 30,
            "enabled": False,
            "state": "DISABLED",
            "target": "b",
            "timeout": 30,
            "tag": "y",
            "hidden": 90,
        }
        self.update(stack(code="two", **changed))
        second = self.seen()
        self.assertNotEqual(first.pop("sha"), second.pop("sha"))
        self.assertEqual(
            second,
            {
                "days": 30,
                "enabled": False,
                "state": "DISABLED",
                "targets": ["b"],
                "timeout": 30,
                "tags": ["y", "y", "y"],
                "hidden": "90",
            },
        )
        self.delete()
        self.assertEqual(self.clients.sqs.list_queues().get("QueueUrls", []), [])
        self.assertEqual(getattr(self.clients, "lambda").list_functions()["Functions"], [])
        self.assertEqual(self.clients.events.list_rules()["Rules"], [])


if __name__ == "__main__":
    unittest.main()
