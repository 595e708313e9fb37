"""From request to operation: checks, states, change sets."""

from . import importing, nesting, operation, parameters, schema
from .errors import InsufficientCapabilities, ValidationError
from .order import check_references, creation_order
from .preview import Change, preview
from .resources import handler_of
from .stack import Target, now
from .template import parse

NO_CHANGES = (
    "The submitted information didn't contain changes. Submit different information to create a "
    "change set."
)
UPDATABLE = {
    "CREATE_COMPLETE",
    "IMPORT_COMPLETE",
    "UPDATE_COMPLETE",
    "UPDATE_ROLLBACK_COMPLETE",
}


def check(template):
    """Refuses types that AWS does not have, and references to nothing."""
    kinds = {body["Type"] for body in template["Resources"].values()}
    if unknown := sorted(kind for kind in kinds if not schema.exists(kind)):
        raise ValidationError(
            f"Template format error: Unrecognized resource types: [{', '.join(unknown)}]"
        )
    check_references(template)
    creation_order(template)


def target(stack, body, members, services):
    """What a request asks of a stack."""
    template = parse(body)
    check(template)
    _check_capabilities(template, members.get("Capabilities") or [])
    previous = stack.target.supplied if stack.target else {}
    supplied = {}
    for item in members.get("Parameters") or []:
        name = item["ParameterKey"]
        if item.get("UsePreviousValue"):
            if name in previous:
                supplied[name] = previous[name]
        else:
            supplied[name] = item["ParameterValue"]
    tags = members.get("Tags")
    if tags is None and stack.target:
        tags = [{"Key": key, "Value": value} for key, value in stack.target.tags.items()]
    return Target(
        body=body,
        template=template,
        supplied=supplied,
        parameters=parameters.resolve(template, supplied, stack, services),
        tags={tag["Key"]: tag["Value"] for tag in tags or []},
        capabilities=list(members.get("Capabilities") or []),
        reverts_drift=members.get("DeploymentMode") == "REVERT_DRIFT",
    )


def _check_capabilities(template, given):
    """IAM changes must be acknowledged; those that choose names, by the stronger capability."""
    needed = None
    for body in template["Resources"].values():
        handler = handler_of(body["Type"])
        if not body["Type"].startswith("AWS::IAM::") or handler is None:
            continue
        if handler.name_property and handler.name_property in (body.get("Properties") or {}):
            needed = "CAPABILITY_NAMED_IAM"
        needed = needed or "CAPABILITY_IAM"
    accepted = {"CAPABILITY_NAMED_IAM", needed}
    if needed and not accepted & set(given):
        raise InsufficientCapabilities(f"Requires capabilities : [{needed}]")


def require_updatable(stack):
    if stack.status not in UPDATABLE:
        raise ValidationError(
            f"Stack:{stack.identifier} is in {stack.status} state and can not be updated."
        )


def _exports(registry):
    return {name: value for name, (value, _) in registry.exports().items()}


def changes_anything(stack, wanted, services, registry):
    """Outputs count as changes too, although a change set does not list them."""
    return bool(preview(stack, wanted, services, _exports(registry))) or (
        (wanted.template.get("Outputs") or {}) != (stack.target.template.get("Outputs") or {})
    )


def differs(stack, wanted, services, registry):
    """Whether an update to what is wanted does anything, tags and outputs included."""
    return (
        wanted.body != stack.target.body
        or wanted.tags != stack.target.tags
        or changes_anything(stack, wanted, services, registry)
    )


def fill(change_set, services, registry):
    """Computes what a change set lists, and fails it if that is nothing."""
    wanted, stack = change_set.target, change_set.stack
    if change_set.kind == "IMPORT":
        importing.check(wanted.template, change_set.imported)
        change_set.changes = importing.changes(wanted.template)
        return
    if change_set.kind == "CREATE":
        if change_set.include_nested:
            change_set.changes = preview(stack, wanted, services, _exports(registry))
            nesting.review(change_set, services, registry)
            return
        change_set.changes = [
            Change("Add", name, wanted.template["Resources"][name]["Type"])
            for name in creation_order(wanted.template)
        ]
        return
    change_set.changes = preview(stack, wanted, services, _exports(registry))
    if change_set.include_nested:
        nesting.review(change_set, services, registry)
    if not change_set.changes and not changes_anything(stack, wanted, services, registry):
        change_set.status = "FAILED"
        change_set.status_reason = NO_CHANGES
        change_set.execution_status = "UNAVAILABLE"


def start_create(stack, wanted, services, registry, token=None):
    stack.token = token
    run = operation.Operation(stack, wanted, services, registry)
    stack.target = wanted
    stack.set_status("CREATE_IN_PROGRESS", "User Initiated")
    operation.in_background(run.create)


def start_import(stack, wanted, imported, services, registry, token=None):
    stack.token = token
    stack.set_status("IMPORT_IN_PROGRESS", "User Initiated")
    operation.in_background(
        lambda: importing.run(stack, wanted, imported, services, registry)
    )


def start_update(stack, wanted, services, registry, token=None):
    stack.token = token
    run = operation.Operation(stack, wanted, services, registry)
    stack.last_updated = now()
    stack.set_status("UPDATE_IN_PROGRESS", "User Initiated")
    operation.in_background(run.update)


def start_delete(stack, services, registry, retain=(), token=None):
    if stack.termination_protection:
        raise ValidationError(
            f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled"
        )
    if stack.busy:
        raise ValidationError(
            f"Stack:{stack.identifier} is in {stack.status} state and can not be deleted."
        )
    if used := _users_of_exports(stack, registry):
        raise ValidationError(used)
    if retain and stack.status != "DELETE_FAILED":
        raise ValidationError(
            "Invalid operation on stack [" + stack.identifier + "]. When you delete a stack, "
            "specify which resources to retain only when the stack is in the DELETE_FAILED state."
        )
    stack.token = token
    for change_set in list(registry.change_sets.values()):
        if change_set.stack is stack:
            nesting.discard(change_set, registry)
    run = operation.Operation(stack, stack.target, services, registry)
    stack.set_status("DELETE_IN_PROGRESS", "User Initiated")
    operation.in_background(lambda: run.delete(retain))


def _users_of_exports(stack, registry):
    """Why a stack whose exports others import cannot go; None if nobody imports them."""
    own = {output["ExportName"] for output in stack.outputs if "ExportName" in output}
    for other in registry.stacks.values():
        if other is stack or other.target is None or other.status == "DELETE_COMPLETE":
            continue
        for name in own:
            if f"ImportValue': '{name}'" in str(other.target.template):
                return f"Export {name} cannot be deleted as it is in use by {other.name}"
    return None


def execute(change_set, services, registry, token=None):
    """Starts what a change set holds; the others of its stack are void with that."""
    stack = change_set.stack
    stack.change_set_id = change_set.identifier
    nesting.hand_over(change_set)
    if change_set.kind == "CREATE":
        if stack.on_failure == "ROLLBACK":
            stack.on_failure = change_set.on_failure
        start_create(stack, change_set.target, services, registry, token)
    elif change_set.kind == "IMPORT":
        start_import(stack, change_set.target, change_set.imported, services, registry, token)
    else:
        require_updatable(stack)
        start_update(stack, change_set.target, services, registry, token)
    change_set.execution_status = "EXECUTE_COMPLETE"
    for other in list(registry.change_sets.values()):
        if other.stack is stack and other is not change_set:
            nesting.discard(other, registry)
