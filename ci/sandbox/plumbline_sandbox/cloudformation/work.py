"""Prepares the piece of work that a handler is given."""

import random
import string

from .resources.handler import Work

ALPHABET = string.ascii_letters + string.digits


def work_on(resource, stack, services, previous=None):
    """Work on an existing resource; `previous` is its former state where it changes."""
    return Work(
        services=services,
        logical_id=resource.logical_id,
        stack_name=stack.name,
        properties=resource.properties,
        tags=resource.tags,
        previous=previous.properties if previous else resource.properties,
        previous_tags=previous.tags if previous else resource.tags,
        physical_id=resource.physical_id,
        name=resource.physical_id,
        update_policy=resource.body.get("UpdatePolicy") or {},
        stack=stack,
    )


def work_to_create(resource, handler, stack, services):
    """Work on a resource to be made: it has a name, given or made up, but no id yet."""
    given = resource.properties.get(handler.name_property) if handler.name_property else None
    return Work(
        services=services,
        logical_id=resource.logical_id,
        stack_name=stack.name,
        properties=resource.properties,
        tags=resource.tags,
        name=given or made_up_name(stack.name, resource.logical_id, handler),
        stack=stack,
    )


def made_up_name(stack_name, logical_id, handler):
    """STACK-LOGICALID-RANDOM within the service's limit, as CloudFormation names things."""
    suffix = "".join(random.choices(ALPHABET, k=12))
    room = handler.name_limit - len(suffix) - 2
    logical = logical_id[: max(room - min(len(stack_name), room // 2), 1)]
    name = f"{stack_name[: room - len(logical)]}-{logical}-{suffix}"
    return name.lower() if handler.lower_case_name else name
