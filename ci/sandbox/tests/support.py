"""Starts one sandbox for the whole test run, and gives clients for it."""

import atexit
import functools
import json
import subprocess
import sys
import time
import unittest
import urllib.request
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

SANDBOX = Path(__file__).resolve().parent.parent
FLEET = Path(__file__).resolve().parent / "fleet"


def start(*arguments):
    """A sandbox process and its URL. The caller ends the process."""
    process = subprocess.Popen(
        [sys.executable, str(SANDBOX / "server.py"), *arguments],
        stdout=subprocess.PIPE,
        text=True,
    )
    return process, process.stdout.readline().strip()


@functools.cache
def endpoint():
    process, url = start("--idle-seconds", "600")
    atexit.register(stop, process)
    return url


def stop(process):
    process.terminate()
    process.wait(20)
    process.stdout.close()


class Clients:
    """`clients.ec2`, `clients.s3`, …: SDK clients of the sandbox."""

    def __init__(self, url):
        self.url = url

    def __getattr__(self, service):
        client = boto3.client(
            service,
            endpoint_url=self.url,
            region_name="us-east-1",
            aws_access_key_id="sandbox",
            aws_secret_access_key="sandbox",
            config=Config(retries={"total_max_attempts": 1}),
        )
        setattr(self, service, client)
        return client


class SandboxTest(unittest.TestCase):
    """A test on an empty account."""

    @classmethod
    def setUpClass(cls):
        cls.clients = Clients(endpoint())

    def setUp(self):
        request = urllib.request.Request(f"{endpoint()}/moto-api/reset", method="POST")
        urllib.request.urlopen(request, timeout=30).close()

    def refused(self, code, operation, **members):
        """Asserts that a call is refused with an error code; returns the message."""
        with self.assertRaises(ClientError) as caught:
            operation(**members)
        error = caught.exception.response["Error"]
        self.assertEqual(error["Code"], code, error)
        return error["Message"]


class StackTest(SandboxTest):
    """A test on stacks."""

    NAME = "fleet"

    @property
    def stacks(self):
        return self.clients.cloudformation

    def settled(self, name=None):
        """The stack once its operation has ended."""
        limit = time.monotonic() + 60
        while time.monotonic() < limit:
            stack = self.stacks.describe_stacks(StackName=name or self.NAME)["Stacks"][0]
            if not stack["StackStatus"].endswith("_IN_PROGRESS"):
                return stack
            time.sleep(0.02)
        raise AssertionError(f"{stack['StackStatus']} did not end")

    def create(self, template, expect="CREATE_COMPLETE", **members):
        members.setdefault("StackName", self.NAME)
        members.setdefault("Capabilities", ["CAPABILITY_NAMED_IAM"])
        identifier = self.stacks.create_stack(TemplateBody=text(template), **members)["StackId"]
        return self._expect(identifier, expect)

    def update(self, template, expect="UPDATE_COMPLETE", **members):
        identifier = self.stacks.update_stack(
            StackName=self.NAME,
            TemplateBody=text(template),
            Capabilities=["CAPABILITY_NAMED_IAM"],
            **members,
        )["StackId"]
        return self._expect(identifier, expect)

    def delete(self, expect="DELETE_COMPLETE"):
        identifier = self.stacks.describe_stacks(StackName=self.NAME)["Stacks"][0]["StackId"]
        self.stacks.delete_stack(StackName=self.NAME)
        return self._expect(identifier, expect)

    def _expect(self, identifier, status):
        stack = self.settled(identifier)
        if stack["StackStatus"] != status:
            self.fail(f"{stack['StackStatus']}\n" + "\n".join(self.events(identifier)))
        return stack

    def change_set(self, template, kind="UPDATE", name="change", **members):
        identifier = self.stacks.create_change_set(
            StackName=self.NAME,
            ChangeSetName=name,
            ChangeSetType=kind,
            TemplateBody=text(template),
            Capabilities=["CAPABILITY_NAMED_IAM"],
            **members,
        )["Id"]
        return self.stacks.describe_change_set(ChangeSetName=identifier)

    def changes(self, template, **members):
        """A change set's changes by logical id."""
        described = self.change_set(template, **members)
        return {
            change["ResourceChange"]["LogicalResourceId"]: change["ResourceChange"]
            for change in described["Changes"]
        }

    def execute(self, change_set):
        self.stacks.execute_change_set(ChangeSetName=change_set["ChangeSetId"])
        return self.settled(change_set["StackId"])

    def events(self, name=None):
        """The stack's events in order, as `LOGICAL STATUS reason`."""
        pages = self.stacks.get_paginator("describe_stack_events").paginate(
            StackName=name or self.NAME
        )
        events = [event for page in pages for event in page["StackEvents"]]
        return [
            f"{event['LogicalResourceId']} {event['ResourceStatus']} "
            f"{event.get('ResourceStatusReason', '')}".strip()
            for event in reversed(events)
        ]

    def physical(self, logical_id, name=None):
        detail = self.stacks.describe_stack_resource(
            StackName=name or self.NAME, LogicalResourceId=logical_id
        )
        return detail["StackResourceDetail"]["PhysicalResourceId"]


def text(template):
    return template if isinstance(template, str) else json.dumps(template)


def template(**resources):
    return {"Resources": resources}


def resource(kind, depends=None, deletion=None, replace=None, condition=None, **properties):
    """A resource of a template, by its type without `AWS::`."""
    result = {"Type": f"AWS::{kind}", "Properties": properties}
    for name, value in (
        ("DependsOn", depends),
        ("DeletionPolicy", deletion),
        ("UpdateReplacePolicy", replace),
        ("Condition", condition),
    ):
        if value:
            result[name] = value
    return result


def ref(name):
    return {"Ref": name}


def att(name, attribute):
    return {"Fn::GetAtt": [name, attribute]}


def tags(**values):
    return [{"Key": key, "Value": value} for key, value in values.items()]
