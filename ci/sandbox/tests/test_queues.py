"""Gap queues."""

import unittest

from support import SandboxTest

POLICY = (
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", '
    '"Action": "sqs:*", "Resource": "*"}]}'
)


class QueuesTest(SandboxTest):
    def test_a_call_leaves_the_policy_that_it_does_not_name(self):
        sqs = self.clients.sqs
        url = sqs.create_queue(QueueName="q", Attributes={"Policy": POLICY})["QueueUrl"]
        sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "60"})
        found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        self.assertEqual((found["Policy"], found["VisibilityTimeout"]), (POLICY, "60"))
        sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": ""})
        found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        self.assertNotIn("Policy", found)

    def test_a_redrive_policy_is_answered_without_spaces(self):
        sqs = self.clients.sqs
        dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
        arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]
        policy = f'{{"deadLetterTargetArn":"{arn["QueueArn"]}","maxReceiveCount":3}}'
        url = sqs.create_queue(QueueName="q", Attributes={"RedrivePolicy": policy})["QueueUrl"]
        found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        self.assertEqual(found["RedrivePolicy"], policy)


if __name__ == "__main__":
    unittest.main()
