"""What a stack made, and how somebody else changes it: by the Cloud Control API."""

import hashlib
import json
import re

PLAIN = re.compile(r"[a-z][a-z0-9]*(/[a-z][a-z0-9]*)?")


class Refused(Exception):
    """The provider did not take a change; says why."""


class Account:
    def __init__(self, session, url):
        self.control = session.client("cloudcontrol", endpoint_url=url)
        stacks = session.client("cloudformation", endpoint_url=url)
        name = stacks.describe_stacks()["Stacks"][0]["StackName"]
        pages = stacks.get_paginator("list_stack_resources").paginate(StackName=name)
        self.resources = {
            each["LogicalResourceId"]: (each["ResourceType"], each["PhysicalResourceId"])
            for page in pages
            for each in page["StackResourceSummaries"]
        }
        self.known = {}
        self.types = {physical: kind for kind, physical in self.resources.values()}

    def properties(self, logical):
        """As they were last asked for."""
        if logical not in self.known:
            kind, physical = self.resources[logical]
            found = self.control.get_resource(TypeName=kind, Identifier=physical)
            self.known[logical] = found["ResourceDescription"]["Properties"]
        return json.loads(self.known[logical])

    def change(self, logical, before, after):
        """From some properties to others; raises `Refused`."""
        patch = [{"op": "remove", "path": "/" + name} for name in before if name not in after]
        patch += [
            {"op": "replace" if name in before else "add", "path": "/" + name, "value": value}
            for name, value in after.items()
            if before.get(name) != value
        ]
        kind, physical = self.resources[logical]
        self.known.pop(logical, None)
        self._done(self.control.update_resource(
            TypeName=kind, Identifier=physical, PatchDocument=json.dumps(patch)))

    def delete(self, logical):
        kind, physical = self.resources[logical]
        self._done(self.control.delete_resource(TypeName=kind, Identifier=physical))

    @staticmethod
    def _done(answer):
        event = answer["ProgressEvent"]
        if event["OperationStatus"] != "SUCCESS":
            raise Refused(event["StatusMessage"].replace("\n", " "))

    def alike(self, physical):
        """Other resources of the type that an id belongs to; None where the text is no id."""
        kind = self.types.get(physical)
        return kind and [other for other, of in self.types.items() if of == kind and other != physical]


def logical_id(address, document):
    """The logical id that Plumbline gives an address, and a further document of it."""
    plain = _words(address)
    if not PLAIN.fullmatch(address):
        plain += hashlib.sha256(address.encode()).hexdigest()[:6]
    return plain + _words(document)


def _words(text):
    return "".join(part[:1].upper() + part[1:] for part in re.split("[-/:]", text))
