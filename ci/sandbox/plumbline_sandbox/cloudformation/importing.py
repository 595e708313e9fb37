"""Change sets of type IMPORT: resources that stand already become a new stack's.

Where it differs from AWS: every type can be imported, and nobody looks whether the template says what is there.
"""

import copy
import logging

from botocore.exceptions import ClientError

from .desired import Desired
from .errors import ResourceFailure, ValidationError
from .order import creation_order
from .preview import Change
from .resources import handler_of
from .stack import Resource
from .work import work_on

log = logging.getLogger("plumbline.sandbox.cloudformation")


def check(template, wanted):
    """Each resource of the template is named with what identifies it, and would outlive the stack's deletion."""
    identified = {each["LogicalResourceId"] for each in wanted}
    if left := sorted(set(template["Resources"]) - identified):
        raise ValidationError(
            "As part of the import operation, you cannot modify or add resources "
            f"[{', '.join(left)}]"
        )
    if deleted := sorted(n for n in identified if "DeletionPolicy" not in template["Resources"][n]):
        raise ValidationError(
            f"Resources {deleted} are missing DeletionPolicy attribute in template"
        )


def changes(template):
    return [
        Change("Import", name, template["Resources"][name]["Type"])
        for name in creation_order(template)
    ]


def run(stack, target, wanted, services, registry):
    """Takes them in, in the order of their references: properties are resolved as if they had been made here."""
    identifiers = {each["LogicalResourceId"]: each["ResourceIdentifier"] for each in wanted}
    exports = {name: value for name, (value, _) in registry.exports().items()}
    stack.target = target
    desired = Desired(stack, target, services, exports)
    try:
        for name in creation_order(target.template):
            body = target.template["Resources"][name]
            resource = Resource(name, body["Type"], copy.deepcopy(body))
            resource.properties, resource.tags = desired.resource(name)
            handler = handler_of(body["Type"])
            resource.physical_id = handler.identified(identifiers[name])
            handler.attributes(work_on(resource, stack, services))  # fails where there is none
            stack.resources[name] = resource
            stack.resource_event(resource, "IMPORT_COMPLETE")
        stack.outputs = desired.outputs()
    except Exception as problem:
        if not isinstance(problem, (ClientError, ResourceFailure)):
            log.exception("stack %s", stack.name)
        stack.resources.clear()
        stack.set_status("IMPORT_ROLLBACK_COMPLETE", str(problem))
        return
    stack.set_status("IMPORT_COMPLETE")
