"""Gap functions: the code of a function can be fetched, and mappings found by name and by ARN."""

import io
import unittest
import urllib.error
import urllib.request
import zipfile

from support import SandboxTest, endpoint

TRUST = '{"Version": "2012-10-17", "Statement": []}'


def archive(text):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("index.py", text)
    return content.getvalue()


class FunctionsTest(SandboxTest):
    def setUp(self):
        super().setUp()
        role = self.clients.iam.create_role(RoleName="r", AssumeRolePolicyDocument=TRUST)
        self.functions = getattr(self.clients, "lambda")
        self.arn = self.functions.create_function(
            FunctionName="f",
            Role=role["Role"]["Arn"],
            Runtime="python3.13",
            Handler="index.handler",
            Code={"ZipFile": archive("one")},
        )["FunctionArn"]

    def code(self):
        location = self.functions.get_function(FunctionName="f")["Code"]["Location"]
        with urllib.request.urlopen(location, timeout=30) as answer:
            return zipfile.ZipFile(io.BytesIO(answer.read())).read("index.py")

    def test_code_is_fetched_where_the_answer_says(self):
        self.assertEqual(self.code(), b"one")
        self.functions.update_function_code(FunctionName="f", ZipFile=archive("two"))
        self.assertEqual(self.code(), b"two")

    def test_settings_are_answered_as_they_were_last_told(self):
        settings = {
            "EphemeralStorage": {"Size": 1024},
            "KMSKeyArn": "arn:aws:kms:us-east-1:123456789012:key/1",
            "LoggingConfig": {"LogFormat": "JSON", "SystemLogLevel": "WARN"},
            "TracingConfig": {"Mode": "Active"},
        }
        self.functions.update_function_configuration(FunctionName="f", **settings)
        found = self.functions.get_function(FunctionName="f")["Configuration"]
        self.assertEqual({name: found[name] for name in settings}, settings)
        self.functions.update_function_configuration(
            FunctionName="f", Timeout=9, TracingConfig={"Mode": "PassThrough"}
        )
        found = self.functions.get_function(FunctionName="f")["Configuration"]
        self.assertEqual(found["TracingConfig"], {"Mode": "PassThrough"})
        self.assertEqual(found["EphemeralStorage"], {"Size": 1024})

    def test_no_function_has_no_code(self):
        with self.assertRaises(urllib.error.HTTPError):
            urllib.request.urlopen(
                f"{endpoint()}/plumbline/code/123456789012/us-east-1/none", timeout=30
            )

    def test_mappings_are_found_by_name_and_by_arn(self):
        queue = self.clients.sqs.create_queue(QueueName="q")["QueueUrl"]
        source = self.clients.sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])
        self.functions.create_event_source_mapping(
            FunctionName="f", EventSourceArn=source["Attributes"]["QueueArn"]
        )
        for name in ("f", self.arn):
            found = self.functions.list_event_source_mappings(FunctionName=name)
            self.assertEqual(len(found["EventSourceMappings"]), 1)
        other = self.functions.list_event_source_mappings(FunctionName="other")
        self.assertEqual(other["EventSourceMappings"], [])


if __name__ == "__main__":
    unittest.main()
