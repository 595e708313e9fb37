"""What the engine keeps: stacks, resources, events, change sets; per account and region."""

import re
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timezone


def now():
    return datetime.now(timezone.utc)


@dataclass
class Resource:
    """A resource of a stack as it was last made or changed."""

    logical_id: str
    resource_type: str
    body: dict
    properties: dict = field(default_factory=dict)
    tags: dict = field(default_factory=dict)
    physical_id: str = ""
    status: str = ""
    status_reason: str | None = None
    timestamp: datetime = field(default_factory=now)
    known_attributes: dict | None = None

    def retained(self, policy="DeletionPolicy", rollback_of_create=False):
        value = self.body.get(policy, "Delete")
        return value == "Retain" or (value == "RetainExceptOnCreate" and not rollback_of_create)


@dataclass
class Target:
    """What a stack shall become: template, parameters, tags."""

    body: str
    template: dict
    supplied: dict
    parameters: dict
    tags: dict
    capabilities: list = field(default_factory=list)
    reverts_drift: bool = False


@dataclass
class Event:
    stack_id: str
    stack_name: str
    logical_resource_id: str
    physical_resource_id: str
    resource_type: str
    resource_status: str
    resource_status_reason: str | None = None
    resource_properties: str | None = None
    client_request_token: str | None = None
    timestamp: datetime = field(default_factory=now)
    event_id: str = field(default_factory=lambda: str(uuid.uuid4()))


@dataclass
class ChangeSet:
    identifier: str
    name: str
    stack: "Stack"
    kind: str
    target: Target | None
    description: str | None
    changes: list = field(default_factory=list)
    status: str = "CREATE_COMPLETE"
    status_reason: str | None = None
    execution_status: str = "AVAILABLE"
    on_failure: str = "ROLLBACK"
    include_nested: bool = False
    imported: list = field(default_factory=list)
    parent_id: str | None = None
    root_id: str | None = None
    nested: dict = field(default_factory=dict)
    creation_time: datetime = field(default_factory=now)


class Stack:
    """A stack. `target` is what it was last brought to successfully, or is being brought to."""

    def __init__(self, identifier, name, account, region):
        self.identifier = identifier
        self.name = name
        self.account = account
        self.region = region
        self.target = None
        self.resources = {}
        self.outputs = []
        self.events = []
        self.status = ""
        self.status_reason = None
        self.creation_time = now()
        self.last_updated = None
        self.deletion_time = None
        self.termination_protection = False
        self.disable_rollback = False
        self.on_failure = "ROLLBACK"
        self.change_set_id = None
        self.policy = None
        self.token = None
        self.parent_id = None
        self.root_id = None
        self.reviewed = {}  # nested stacks that a change set made, by logical id
        self.pending = None  # a nested stack's update, until its parent's has ended

    @property
    def busy(self):
        return self.status.endswith("_IN_PROGRESS") and self.status != "REVIEW_IN_PROGRESS"

    def set_status(self, status, reason=None):
        self.status = status
        self.status_reason = reason
        self._event(self.name, self.identifier, "AWS::CloudFormation::Stack", status, reason)

    def resource_event(self, resource, status, reason=None):
        resource.status = status
        resource.status_reason = reason
        resource.timestamp = now()
        self._event(
            resource.logical_id, resource.physical_id, resource.resource_type, status, reason
        )

    def _event(self, logical, physical, kind, status, reason):
        self.events.append(
            Event(
                self.identifier,
                self.name,
                logical,
                physical,
                kind,
                status,
                reason,
                client_request_token=self.token,
            )
        )


class Registry:
    """The stacks and change sets of one account and region."""

    def __init__(self, account, region):
        self.account = account
        self.region = region
        self.stacks = {}
        self.change_sets = {}

    def arn(self, kind, name):
        return f"arn:aws:cloudformation:{self.region}:{self.account}:{kind}/{name}/{uuid.uuid4()}"

    def new_stack(self, name):
        stack = Stack(self.arn("stack", name), name, self.account, self.region)
        self.stacks[stack.identifier] = stack
        return stack

    def find(self, name_or_id, deleted=True):
        """A stack by name or id; deleted ones answer to their id only. None if there is none."""
        if stack := self.stacks.get(name_or_id):
            return stack if deleted or stack.status != "DELETE_COMPLETE" else None
        for stack in self.stacks.values():
            if stack.name == name_or_id and stack.status != "DELETE_COMPLETE":
                return stack
        return None

    def exports(self):
        """Name to (value, stack id) of every export."""
        return {
            output["ExportName"]: (output["OutputValue"], stack.identifier)
            for stack in self.stacks.values()
            if stack.status != "DELETE_COMPLETE"
            for output in stack.outputs
            if "ExportName" in output
        }

    def find_change_set(self, name_or_id, stack):
        if name_or_id in self.change_sets:
            return self.change_sets[name_or_id]
        for change_set in self.change_sets.values():
            if change_set.name == name_or_id and stack and change_set.stack is stack:
                return change_set
        return None


def valid_name(name):
    return bool(re.fullmatch(r"[a-zA-Z][-a-zA-Z0-9]{0,127}", name or ""))


def registry_of(account, region):
    """Kept on moto's own backend, so that moto's reset clears stacks with everything else."""
    from moto.cloudformation.models import cloudformation_backends

    backend = cloudformation_backends[account][region]
    if not hasattr(backend, "plumbline_registry"):
        backend.plumbline_registry = Registry(account, region)
    return backend.plumbline_registry
