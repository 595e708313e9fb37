"""Carries out stack operations: create, update, delete, and the way back when one fails."""

import copy
import logging
import threading

from botocore.exceptions import ClientError

from . import drift, schema
from .desired import Desired
from .errors import ResourceFailure, ServiceException
from .nested_kind import is_nested
from .order import creation_order
from .preview import differences, replacing
from .resources import handler_of
from .stack import Resource, now
from .work import work_on, work_to_create

log = logging.getLogger("plumbline.sandbox.cloudformation")


class Failed(Exception):
    """A resource failed; the operation turns back."""

    def __init__(self, logical_id, verb):
        super().__init__(logical_id)
        self.logical_id = logical_id
        self.verb = verb


def in_background(work):
    """Operations go on after the request that starts them, as in AWS."""
    threading.Thread(target=work, daemon=True).start()


class Operation:
    """One run over a stack's resources towards a target."""

    def __init__(self, stack, target, services, registry):
        self.stack = stack
        self.target = target
        self.services = services
        self.registry = registry
        self.former = stack.target
        self.former_outputs = stack.outputs
        self.done = []
        self.leftover = []
        self.failure_reason = None

    def create(self):
        stack = self.stack
        try:
            self._apply()
        except Failed as failure:
            self._failed_create(failure)
            return
        except Exception as problem:  # a fault of the engine must not leave a stack in progress
            log.exception("stack %s", stack.name)
            stack.set_status("CREATE_FAILED", f"Internal failure of the sandbox: {problem}")
            return
        stack.set_status("CREATE_COMPLETE")

    def _failed_create(self, failure):
        stack = self.stack
        reason = f"The following resource(s) failed to create: [{failure.logical_id}]. "
        self.failure_reason = reason
        self._forget_reviewed()
        if stack.on_failure == "DO_NOTHING":
            stack.set_status("CREATE_FAILED", reason)
            return
        if stack.on_failure == "DELETE":
            stack.set_status("DELETE_IN_PROGRESS", reason + "Delete requested by user.")
        else:
            stack.set_status("ROLLBACK_IN_PROGRESS", reason + "Rollback requested by user.")
        failed = [
            resource.logical_id
            for resource in reversed(list(stack.resources.values()))
            if not self._remove(resource, rollback_of_create=True)
        ]
        final = "DELETE" if stack.on_failure == "DELETE" else "ROLLBACK"
        if failed:
            stack.set_status(f"{final}_FAILED", _failed_to_delete(failed))
        else:
            if final == "DELETE":
                stack.deletion_time = now()
            stack.set_status(f"{final}_COMPLETE")

    def update(self):
        if self.forward():
            self.clean_up()

    def forward(self):
        """Makes and changes what is wanted, or turns back. What is unwanted is still there."""
        stack = self.stack
        try:
            self._apply()
        except Failed as failure:
            self.failure_reason = (
                f"The following resource(s) failed to {failure.verb}: [{failure.logical_id}]. "
            )
            self.back(self.failure_reason)
            return False
        except Exception as problem:  # as in create
            log.exception("stack %s", stack.name)
            stack.set_status("UPDATE_FAILED", f"Internal failure of the sandbox: {problem}")
            return False
        stack.set_status("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
        return True

    def clean_up(self):
        """Removes what is unwanted: in nested stacks first, which use what is here."""
        for nested in self._pending():
            run, nested.pending = nested.pending, None
            run.clean_up()
        self._remove_unwanted()
        self._reorder(self.target.template)
        self.stack.set_status("UPDATE_COMPLETE")

    def _pending(self):
        """Nested stacks whose update waits for this one's end, the latest first."""
        for resource in reversed(list(self.stack.resources.values())):
            nested = self.registry.stacks.get(resource.physical_id)
            if nested and nested.pending:
                yield nested

    def _remove_unwanted(self):
        """What was replaced and what the template no longer holds goes last, users before used."""
        wanted = {name for name in self.target.template["Resources"] if self.desired.active(name)}
        dropped = [item for name, item in self.stack.resources.items() if name not in wanted]
        replaced = {id(item) for item in self.leftover}
        for resource in self._users_first(self.leftover + dropped):
            if id(resource) in replaced:
                self._remove(resource, policy="UpdateReplacePolicy")
            else:
                self._remove(resource)
                self.stack.resources.pop(resource.logical_id, None)

    def _users_first(self, resources):
        names = list(reversed(creation_order(self.former.template)))
        return sorted(resources, key=lambda item: names.index(item.logical_id))

    def delete(self, retain=(), rollback_of_create=False):
        stack = self.stack
        failed = []
        try:
            for resource in reversed(list(stack.resources.values())):
                if resource.status == "DELETE_COMPLETE":
                    pass  # gone in a rollback; what has its name by now is somebody else's
                elif resource.logical_id in retain:
                    stack.resource_event(resource, "DELETE_SKIPPED")
                elif not self._remove(resource, rollback_of_create=rollback_of_create):
                    failed.append(resource.logical_id)
                    continue
                if resource.status == "DELETE_COMPLETE":
                    stack.resources.pop(resource.logical_id, None)
        except Exception as problem:  # as in create
            log.exception("stack %s", stack.name)
            stack.set_status("DELETE_FAILED", f"Internal failure of the sandbox: {problem}")
            return
        if failed:
            stack.set_status("DELETE_FAILED", _failed_to_delete(failed))
            return
        stack.outputs = []
        stack.deletion_time = now()
        stack.set_status("DELETE_COMPLETE")

    def _apply(self):
        """Makes and changes resources in the order of their dependencies, then the outputs."""
        exports = {name: value for name, (value, _) in self.registry.exports().items()}
        self.desired = Desired(self.stack, self.target, self.services, exports)
        self.stack.target = self.target
        for name in creation_order(self.target.template):
            if self.desired.active(name):
                self._apply_one(name)
        try:
            self.stack.outputs = self.desired.outputs()
        except (ResourceFailure, ServiceException) as problem:
            self.stack.set_status(self.stack.status, str(problem))
            raise Failed(self.stack.name, "update") from None

    def _apply_one(self, name):
        body = self.target.template["Resources"][name]
        present = self.stack.resources.get(name)
        wanted = Resource(name, body["Type"], copy.deepcopy(body))
        try:
            wanted.properties, wanted.tags = self.desired.resource(name)
        except (ResourceFailure, ServiceException) as problem:
            wanted.physical_id = present.physical_id if present else ""
            verb = "UPDATE" if present else "CREATE"
            self.stack.resource_event(wanted, f"{verb}_IN_PROGRESS")
            self.stack.resource_event(wanted, f"{verb}_FAILED", _reason(problem))
            raise Failed(name, verb.lower()) from None
        if present is not None and self.target.reverts_drift:
            present = drift.actual(present, self.stack, self.services)[0]
        if present is None:
            self._create(wanted, None)
            return
        names, tags_differ = differences(
            present, wanted.properties, wanted.tags, schema.of(wanted.resource_type).tag_property
        )
        if replacing(wanted.resource_type, names, present.properties, wanted.properties):
            self._create(wanted, present)
        elif names or tags_differ or is_nested(wanted.resource_type):
            self._update(wanted, present)
        else:
            kept = self.stack.resources[name]
            kept.body, kept.properties, kept.tags = wanted.body, wanted.properties, wanted.tags

    def _create(self, wanted, replaced):
        stack, handler = self.stack, handler_of(wanted.resource_type)
        verb = "UPDATE" if replaced else "CREATE"
        if replaced:
            wanted.physical_id = replaced.physical_id
            stack.resource_event(
                wanted,
                "UPDATE_IN_PROGRESS",
                "Requested update requires the creation of a new physical resource; hence creating "
                "one.",
            )
            wanted.physical_id = ""
        else:
            stack.resource_event(wanted, "CREATE_IN_PROGRESS")
        work = work_to_create(wanted, handler, stack, self.services)
        try:
            _refuse_same_name(handler, wanted, replaced)
            wanted.physical_id = handler.create(work)
        except Exception as problem:
            wanted.physical_id = work.physical_id
            self._failed(wanted, verb, problem, half_made=bool(work.physical_id))
        stack.resource_event(wanted, f"{verb}_IN_PROGRESS", "Resource creation Initiated")
        # Re-inserted at the end: the order of this dictionary is the order of making.
        stack.resources.pop(wanted.logical_id, None)
        stack.resources[wanted.logical_id] = wanted
        self.done.append((wanted, replaced, True))
        if replaced:
            self.leftover.append(replaced)
        stack.resource_event(wanted, f"{verb}_COMPLETE")

    def _update(self, wanted, present):
        wanted.physical_id = present.physical_id
        self.stack.resource_event(wanted, "UPDATE_IN_PROGRESS")
        self.done.append((wanted, present, False))
        try:
            handler = handler_of(wanted.resource_type)
            handler.update(work_on(wanted, self.stack, self.services, present))
        except Exception as problem:
            self._failed(wanted, "UPDATE", problem)
        self.stack.resources[wanted.logical_id] = wanted
        self.stack.resource_event(wanted, "UPDATE_COMPLETE")

    def _failed(self, resource, verb, problem, half_made=False):
        if not isinstance(problem, (ClientError, ResourceFailure, ServiceException)):
            log.exception("resource %s", resource.logical_id)
        self.stack.resource_event(resource, f"{verb}_FAILED", _reason(problem))
        if half_made:
            self.done.append((resource, None, True))
            if verb == "CREATE":
                self.stack.resources[resource.logical_id] = resource
        raise Failed(resource.logical_id, verb.lower()) from None

    def _remove(self, resource, policy="DeletionPolicy", rollback_of_create=False):
        """Deletes a resource unless its policy keeps it. False if that failed."""
        if resource.retained(policy, rollback_of_create):
            self.stack.resource_event(resource, "DELETE_SKIPPED")
            return True
        self.stack.resource_event(resource, "DELETE_IN_PROGRESS")
        try:
            if resource.physical_id:
                work = work_on(resource, self.stack, self.services)
                work.rollback_of_create = rollback_of_create
                handler_of(resource.resource_type).delete(work)
        except Exception as problem:
            if not isinstance(problem, (ClientError, ResourceFailure)):
                log.exception("resource %s", resource.logical_id)
            self.stack.resource_event(resource, "DELETE_FAILED", _reason(problem))
            return False
        self.stack.resource_event(resource, "DELETE_COMPLETE")
        return True

    def back(self, reason=None):
        """Puts changed resources back, then removes new ones. False if something cannot be."""
        stack = self.stack
        self._forget_reviewed()
        stack.set_status("UPDATE_ROLLBACK_IN_PROGRESS", reason)
        stack.target, stack.outputs = self.former, self.former_outputs
        made, failed = [], []
        for wanted, present, created in reversed(self.done):
            if created:
                made.append(wanted)
                stack.resources.pop(wanted.logical_id, None)
                if present:
                    stack.resources[wanted.logical_id] = present
            elif not self._put_back(wanted, present):
                failed.append(wanted.logical_id)
        if failed:
            stack.set_status(
                "UPDATE_ROLLBACK_FAILED",
                f"The following resource(s) failed to update: [{', '.join(failed)}]. ",
            )
            return False
        stack.set_status("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
        for resource in made:
            self._remove(resource, rollback_of_create=True)
        self._reorder(self.former.template)
        stack.set_status("UPDATE_ROLLBACK_COMPLETE")
        return True

    def _forget_reviewed(self):
        """Nested stacks that a change set made, and that it did not come to."""
        for nested in self.stack.reviewed.values():
            self.registry.stacks.pop(nested.identifier, None)
        self.stack.reviewed.clear()

    def _put_back(self, wanted, present):
        stack = self.stack
        present.known_attributes = None
        stack.resource_event(present, "UPDATE_IN_PROGRESS")
        try:
            handler = handler_of(present.resource_type)
            handler.update(work_on(present, stack, self.services, wanted))
        except Exception as problem:
            stack.resource_event(present, "UPDATE_FAILED", _reason(problem))
            return False
        stack.resources[present.logical_id] = present
        stack.resource_event(present, "UPDATE_COMPLETE")
        return True

    def _reorder(self, template):
        """Into the order of making, so that a later deletion goes the right way."""
        resources = self.stack.resources
        for name in creation_order(template):
            if name in resources:
                resources[name] = resources.pop(name)


def _refuse_same_name(handler, wanted, replaced):
    given = wanted.properties.get(handler.name_property) if handler.name_property else None
    if replaced and given and replaced.properties.get(handler.name_property) == given:
        raise ResourceFailure(
            "CloudFormation cannot update a stack when a custom-named resource requires replacing. "
            f"Rename {given} and update the stack again."
        )


def _failed_to_delete(names):
    return f"The following resource(s) failed to delete: [{', '.join(names)}]. "


def _reason(problem):
    if isinstance(problem, ClientError):
        error = problem.response["Error"]
        source = f"(Operation: {problem.operation_name}; Error Code: {error.get('Code')})"
        return f"{error.get('Message', '')} {source}"
    if isinstance(problem, ServiceException):
        return problem.message
    if isinstance(problem, ResourceFailure):
        return str(problem)
    return f"Internal failure of the sandbox: {problem!r}"
