"""Nested stacks: what a stack asks of one, and the change sets that go down into them."""

from . import lifecycle
from .errors import ResourceFailure, ServiceException
from .functions import UNKNOWN, holds_unknown
from .nested_kind import KIND, is_nested
from .source import from_s3
from .stack import ChangeSet
from .work import made_up_name

PLACEHOLDER = repr(UNKNOWN)


def adopt(nested, parent):
    nested.parent_id = parent.identifier
    nested.root_id = parent.root_id or parent.identifier
    return nested


def wanted(nested, parent_target, properties, tags, services):
    """What a stack's properties ask of a nested stack. Parameters may be unknown in a preview."""
    given = properties.get("Parameters") or {}
    unknown = {name for name, value in given.items() if holds_unknown(value)}
    members = {
        "Capabilities": parent_target.capabilities,
        "DeploymentMode": "REVERT_DRIFT" if parent_target.reverts_drift else None,
        "Parameters": [
            {
                "ParameterKey": name,
                "ParameterValue": PLACEHOLDER if name in unknown else str(value),
            }
            for name, value in given.items()
        ],
        "Tags": [
            {"Key": key, "Value": value}
            for key, value in tags.items()
            if not key.startswith("aws:")
        ],
    }
    body = from_s3(properties["TemplateURL"], services)
    target = lifecycle.target(nested, body, members, services)
    for name in unknown:
        target.parameters[name] = UNKNOWN
    return target


def review(change_set, services, registry):
    """Makes the change sets of the nested stacks that a change set lists."""
    for change in change_set.changes:
        if is_nested(change.resource_type) and change.action != "Remove":
            child = _child(change_set, change, services, registry)
            change.change_set_id = child.identifier
            change_set.nested[change.logical_id] = child
            if child.status == "FAILED" and child.status_reason != lifecycle.NO_CHANGES:
                change_set.status = "FAILED"
                change_set.execution_status = "UNAVAILABLE"
                change_set.status_reason = (
                    f"Nested change set {child.identifier} was not successfully created: "
                    f"Currently in FAILED. {child.status_reason}"
                )


def _child(change_set, change, services, registry):
    from .resources import handler_of

    parent = change_set.stack
    adding = change.action == "Add"
    if adding:
        name = made_up_name(parent.name, change.logical_id, handler_of(KIND))
        nested = adopt(registry.new_stack(name), parent)
        nested.set_status("REVIEW_IN_PROGRESS")
    else:
        nested = registry.find(change.physical_id)
    child = ChangeSet(
        identifier=registry.arn("changeSet", f"{change_set.name[:80]}-{change.logical_id[:40]}"),
        name=f"{change_set.name[:80]}-{change.logical_id[:40]}",
        stack=nested,
        kind="CREATE" if adding else "UPDATE",
        target=None,
        description=None,
        include_nested=True,
        parent_id=change_set.identifier,
        root_id=change_set.root_id or change_set.identifier,
    )
    registry.change_sets[child.identifier] = child
    try:
        if change.wanted is None:
            raise ResourceFailure(f"The properties of {change.logical_id} cannot be worked out.")
        properties, tags = change.wanted
        child.target = wanted(nested, change_set.target, properties, tags, services)
        lifecycle.fill(child, services, registry)
    except (ResourceFailure, ServiceException) as problem:
        child.status = "FAILED"
        child.status_reason = getattr(problem, "message", str(problem))
    if child.status != "FAILED":
        child.status_reason = "Executable from root change set"
    child.execution_status = "UNAVAILABLE"
    return child


def discard(change_set, registry, delete_reviewed=True):
    """Removes a change set with those of nested stacks, and the stacks made for them alone."""
    registry.change_sets.pop(change_set.identifier, None)
    for child in change_set.nested.values():
        discard(child, registry, delete_reviewed)
        if delete_reviewed and child.stack.status == "REVIEW_IN_PROGRESS":
            registry.stacks.pop(child.stack.identifier, None)


def hand_over(change_set):
    """Gives the nested stacks under review to those that will make them."""
    for name, child in change_set.nested.items():
        if child.kind == "CREATE":
            change_set.stack.reviewed[name] = child.stack
        child.execution_status = "EXECUTE_COMPLETE"
        hand_over(child)
