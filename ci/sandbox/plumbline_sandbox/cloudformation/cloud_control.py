"""Cloud Control API, as far as somebody needs it who changes what a stack made behind its back.

Shapes in the API reference: GetResource answers the properties of CloudFormation's type as JSON text;
UpdateResource takes a JSON Patch (RFC 6902), here of whole properties alone; DeleteResource deletes.
Both answer a ProgressEvent, here of what has ended already. The stack knows nothing of any of it.

Where it differs from AWS: a resource is found by its physical id, and only if a stack made it; its
properties are those that were last asked for.
"""

import copy
import json
import uuid

from . import schema
from .api import Services
from .errors import ResourceFailure
from .resources import handler_of
from .stack import registry_of
from .work import work_on

TARGET = "CloudApiService."
ACCOUNT = "123456789012"

# By type and id: the resource as it was last changed here.
_changed = {}


def answer(environ, body, lock):
    """Status and JSON of an answer."""
    operation = environ["HTTP_X_AMZ_TARGET"].removeprefix(TARGET)
    asked = json.loads(body)
    kind, identifier = asked["TypeName"], asked["Identifier"]
    region = environ["HTTP_AUTHORIZATION"].split("/")[2]
    stack, resource = _find(registry_of(ACCOUNT, region), kind, identifier)
    if resource is None:
        text = f"Resource of type '{kind}' with identifier '{identifier}' was not found."
        return "400 Bad Request", {"__type": "ResourceNotFoundException", "message": text}
    if operation == "GetResource":
        described = {"Identifier": identifier, "Properties": json.dumps(resource.properties)}
        return "200 OK", {"TypeName": kind, "ResourceDescription": described}
    services = Services(ACCOUNT, region, lock)
    try:
        if operation == "UpdateResource":
            _update(stack, resource, services, json.loads(asked["PatchDocument"]))
        else:
            handler_of(kind).delete(work_on(resource, stack, services))
        return "200 OK", _event(operation, kind, identifier)
    except Exception as problem:
        return "200 OK", _event(operation, kind, identifier, str(problem) or repr(problem))


def _find(registry, kind, identifier):
    for stack in registry.stacks.values():
        for resource in stack.resources.values():
            if (resource.resource_type, resource.physical_id) == (kind, identifier):
                return stack, _changed.get((stack.identifier, kind, identifier), resource)
    return None, None


def _update(stack, resource, services, patch):
    kind, handler = resource.resource_type, handler_of(resource.resource_type)
    wanted = copy.copy(resource)
    wanted.properties, problems = schema.of(kind).conform(_patched(resource.properties, patch))
    if problems:
        raise ResourceFailure("; ".join(str(problem) for problem in problems))
    if dropped := sorted(set(wanted.properties) - set(handler.properties)):
        raise ResourceFailure(f"The sandbox does not implement {kind} {', '.join(dropped)}.")
    wanted.tags = _tags(kind, resource, wanted.properties)
    try:
        handler.update(work_on(wanted, stack, services, resource))
    except Exception:
        # What was done by then is undone.
        handler.update(work_on(resource, stack, services, wanted))
        raise
    _changed[stack.identifier, kind, resource.physical_id] = wanted


def _patched(properties, patch):
    patched = copy.deepcopy(properties)
    for step in patch:
        name = step["path"].removeprefix("/")
        if step["op"] == "remove":
            del patched[name]
        else:
            patched[name] = step["value"]
    return patched


def _tags(kind, resource, properties):
    """The resource's own tags are others now; those of the stack stay."""
    place = schema.of(kind).tag_property
    tags = dict(resource.tags)
    if place and tags:
        for name in _own(resource.properties.get(place)):
            tags.pop(name, None)
        tags.update(_own(properties.get(place)))
    return tags


def _own(tags):
    return dict(tags) if isinstance(tags, dict) else {t["Key"]: t["Value"] for t in tags or []}


def _event(operation, kind, identifier, problem=None):
    event = {
        "TypeName": kind,
        "Identifier": identifier,
        "RequestToken": str(uuid.uuid4()),
        "Operation": operation.removesuffix("Resource").upper(),
        "OperationStatus": "FAILED" if problem else "SUCCESS",
    }
    if problem:
        event |= {"StatusMessage": problem, "ErrorCode": "GeneralServiceException"}
    return {"ProgressEvent": event}
