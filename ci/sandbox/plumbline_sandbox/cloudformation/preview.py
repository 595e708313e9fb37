"""What an update would do to a stack: the changes that a change set lists."""

from dataclasses import dataclass, field

from . import drift, schema
from .desired import Desired
from .errors import ResourceFailure, ValidationError
from .functions import holds_unknown, references
from .nested_kind import is_nested
from .order import creation_order
from .resources import handler_of


@dataclass
class Change:
    """One resource's change."""

    action: str
    logical_id: str
    resource_type: str
    physical_id: str = ""
    replacement: str | None = None
    scope: list = field(default_factory=list)
    details: list = field(default_factory=list)
    wanted: tuple | None = None  # properties and tags, of a nested stack
    change_set_id: str | None = None  # that of a nested stack
    drift_status: str | None = None  # where drift is looked at


def preview(stack, target, services, exports):
    """The changes in the order of their execution; removals last."""
    states = {}
    desired = Desired(stack, target, services, exports, states.get)
    changes = []
    order = creation_order(target.template)
    active = [name for name in order if desired.active(name)]
    for name in active:
        change = _change(name, stack, target, desired, states)
        if change:
            changes.append(change)
            open_id = change.action == "Add" or change.replacement in ("True", "Conditional")
            states[name] = "id" if open_id else "attributes"
    for name in reversed(list(stack.resources)):
        if name not in active:
            resource = stack.resources[name]
            changes.append(Change("Remove", name, resource.resource_type, resource.physical_id))
    return changes


def _change(name, stack, target, desired, states):
    body = target.template["Resources"][name]
    kind = body["Type"]
    deployed = stack.resources.get(name)
    if deployed is None:
        wanted = _of_new_nested(name, desired) if is_nested(kind) else None
        return Change("Add", name, kind, wanted=wanted)
    resource, status = deployed, None
    if target.reverts_drift:
        resource, status = drift.actual(deployed, stack, desired.services)
    if resource is None:
        return Change("Add", name, kind, deployed.physical_id, drift_status=status)
    if resource.resource_type != kind:
        raise ValidationError(
            f"Update of resource type is not permitted. The new template modifies resource type of "
            f"the following resources: [{name}]"
        )
    try:
        properties, tags = desired.resource(name)
    except ResourceFailure:
        return Change("Modify", name, kind, resource.physical_id, "Conditional", ["Properties"])
    names, tags_differ = differences(resource, properties, tags, schema.of(kind).tag_property)
    if is_nested(kind):
        return _nested(resource, names, tags_differ, target, properties, tags, states)
    if not names and not tags_differ:
        return _sync(deployed, resource, status, properties)
    forcing = replacing(kind, names, resource.properties, properties)
    details = [
        _detail(item, resource, target, properties, item in forcing, states) for item in names
    ]
    for item in details:
        item["Target"].update(drift.detail(item["Target"]["Name"], deployed, resource))
    if tags_differ:
        details.append(_tags_detail())
    scope = (["Properties"] if names else []) + (["Tags"] if tags_differ else [])
    return Change(
        "Modify",
        name,
        kind,
        resource.physical_id,
        _replacement(forcing, properties),
        scope,
        details,
        drift_status=status,
    )


def _sync(deployed, resource, status, properties):
    """What somebody changed by hand, and the template says by now: only the record of it moves."""
    if status != "MODIFIED" or deployed.properties == properties:
        return None
    return Change(
        "SyncWithActual",
        deployed.logical_id,
        resource.resource_type,
        resource.physical_id,
        drift_status=status,
    )


def _of_new_nested(name, desired):
    try:
        return desired.resource(name)
    except ResourceFailure:
        return None


def _nested(resource, names, tags_differ, target, properties, tags, states):
    """A nested stack is always listed: its template may have changed, and CloudFormation does not
    look before the update."""
    details = [_detail(item, resource, target, properties, False, states) for item in names]
    if tags_differ:
        details.append(_tags_detail())
    automatic = {
        "Target": {"Attribute": "Properties", "RequiresRecreation": "Never"},
        "Evaluation": "Dynamic",
        "ChangeSource": "Automatic",
    }
    return Change(
        "Modify",
        resource.logical_id,
        resource.resource_type,
        resource.physical_id,
        "False",
        ["Properties"] + (["Tags"] if tags_differ else []),
        [*details, automatic],
        wanted=(properties, tags),
    )


def differences(resource, properties, tags, tag_property):
    """The names of the properties that differ, and whether tags do."""
    old = resource.properties
    names = [
        name
        for name in sorted(set(old) | set(properties))
        if name != tag_property and old.get(name) != properties.get(name)
    ]
    tags_differ = resource.tags != tags or _flags(old, tag_property) != _flags(
        properties, tag_property
    )
    return names, tags_differ


def _flags(properties, tag_property):
    """Tags by key with all they carry; their order means nothing."""
    tags = properties.get(tag_property) or []
    return {tag["Key"]: tag for tag in tags} if isinstance(tags, list) else tags


def replacing(kind, names, old, new):
    """Those of the changed properties that force a replacement."""
    forced = schema.of(kind).create_only | handler_of(kind).replaces(old, new)
    return [name for name in names if name in forced]


def _replacement(forcing, properties):
    if not forcing:
        return "False"
    open_only = all(holds_unknown(properties.get(name)) for name in forcing)
    return "Conditional" if open_only else "True"


def _detail(name, resource, target, properties, forces, states):
    source = target.template["Resources"][resource.logical_id].get("Properties", {}).get(name)
    dynamic = holds_unknown(properties.get(name))
    recreation = "Never"
    if forces:
        recreation = "Conditionally" if dynamic else "Always"
    detail = {
        "Target": {"Attribute": "Properties", "Name": name, "RequiresRecreation": recreation},
        "Evaluation": "Dynamic" if dynamic else "Static",
        "ChangeSource": "DirectModification",
    }
    causes = sorted(references(source, states)) if dynamic else []
    parameters = sorted(references(source, target.template.get("Parameters") or {}))
    if causes:
        added = states[causes[0]] == "id"
        detail["ChangeSource"] = "ResourceReference" if added else "ResourceAttribute"
        detail["CausingEntity"] = causes[0]
    elif parameters:
        detail["ChangeSource"] = "ParameterReference"
        detail["CausingEntity"] = parameters[0]
    return detail


def _tags_detail():
    return {
        "Target": {"Attribute": "Tags", "RequiresRecreation": "Never"},
        "Evaluation": "Static",
        "ChangeSource": "DirectModification",
    }
