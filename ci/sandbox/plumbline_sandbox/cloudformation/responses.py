"""The CloudFormation API (Query protocol, 2010-05-15) over the engine."""

from moto.core.responses import ActionResult, BaseResponse, EmptyResult

from . import importing, lifecycle, nesting, shapes
from .api import Services
from .errors import AlreadyExists, ChangeSetNotFound, InvalidChangeSetStatus, ValidationError
from .source import from_s3
from .stack import ChangeSet, registry_of, valid_name
from .template import BODY_LIMIT, parse

PAGE = 100


class StackApi(BaseResponse):
    """One method per action. Parameters come parsed by the API's own model."""

    lock = None

    def __init__(self):
        super().__init__(service_name="cloudformation")
        self.automated_parameter_parsing = True

    @property
    def registry(self):
        return registry_of(self.current_account, self.region)

    @property
    def services(self):
        return Services(self.current_account, self.region, type(self).lock)

    # Stacks

    def create_stack(self):
        name = self._name()
        if self.registry.find(name, deleted=False):
            raise AlreadyExists(f"Stack [{name}] already exists")
        stack = self.registry.new_stack(name)
        try:
            target = lifecycle.target(stack, self._body(), self.params, self.services)
        except Exception:
            del self.registry.stacks[stack.identifier]
            raise
        stack.termination_protection = self.params.get("EnableTerminationProtection", False)
        stack.on_failure = self._on_failure()
        lifecycle.start_create(stack, target, self.services, self.registry, self._token())
        return ActionResult({"StackId": stack.identifier})

    def update_stack(self):
        stack = self._stack()
        lifecycle.require_updatable(stack)
        body = self._body(previous=stack)
        target = lifecycle.target(stack, body, self.params, self.services)
        if not lifecycle.changes_anything(stack, target, self.services, self.registry):
            raise ValidationError("No updates are to be performed.")
        lifecycle.start_update(stack, target, self.services, self.registry, self._token())
        return ActionResult({"StackId": stack.identifier})

    def delete_stack(self):
        stack = self.registry.find(self.params["StackName"])
        if stack and stack.status != "DELETE_COMPLETE":
            retain = self.params.get("RetainResources") or []
            lifecycle.start_delete(stack, self.services, self.registry, retain, self._token())
        return EmptyResult()

    def update_termination_protection(self):
        stack = self._stack()
        stack.termination_protection = self.params["EnableTerminationProtection"]
        return ActionResult({"StackId": stack.identifier})

    def describe_stacks(self):
        name = self.params.get("StackName")
        if name:
            return ActionResult({"Stacks": [shapes.stack(self._known(name))]})
        stacks = [item for item in self._all_stacks() if item.status != "DELETE_COMPLETE"]
        return self._page("Stacks", [shapes.stack(item) for item in stacks])

    def list_stacks(self):
        wanted = self.params.get("StackStatusFilter") or []
        stacks = [item for item in self._all_stacks() if not wanted or item.status in wanted]
        return self._page("StackSummaries", [shapes.stack_summary(item) for item in stacks])

    def describe_stack_events(self):
        stack = self._stack(self.params["StackName"], deleted=True)
        return self._page("StackEvents", list(reversed(list(stack.events))))

    def describe_stack_resource(self):
        stack = self._stack(deleted=True)
        name = self.params["LogicalResourceId"]
        resource = stack.resources.get(name)
        if resource is None:
            raise ValidationError(f"Resource {name} does not exist for stack {stack.name}")
        return ActionResult({"StackResourceDetail": shapes.resource(stack, resource, detail=True)})

    def describe_stack_resources(self):
        if physical := self.params.get("PhysicalResourceId"):
            stack = self._holder(physical)
        else:
            stack = self._stack(deleted=True)
        name = self.params.get("LogicalResourceId")
        resources = [
            shapes.resource(stack, item)
            for item in list(stack.resources.values())
            if name in (None, item.logical_id) and physical in (None, item.physical_id)
        ]
        return ActionResult({"StackResources": resources})

    def list_stack_resources(self):
        stack = self._stack(deleted=True)
        resources = [shapes.resource_summary(item) for item in list(stack.resources.values())]
        return self._page("StackResourceSummaries", resources)

    def list_exports(self):
        exports = [
            {"Name": name, "Value": value, "ExportingStackId": stack}
            for name, (value, stack) in self.registry.exports().items()
        ]
        return self._page("Exports", exports)

    # Templates

    def get_template(self):
        if change_set := self.params.get("ChangeSetName"):
            target = self._change_set(change_set).target
        else:
            target = self._stack(deleted=True).target
        body = target.body if target else ""
        stages = ["Original", "Processed"]
        return ActionResult({"TemplateBody": body, "StagesAvailable": stages})

    def get_template_summary(self):
        if name := self.params.get("StackName"):
            template = self._known(name).target.template
        else:
            template = parse(self._body())
        return ActionResult(shapes.template_summary(template))

    def validate_template(self):
        template = parse(self._body())
        lifecycle.check(template)
        return ActionResult(shapes.template_validation(template))

    # Change sets

    def create_change_set(self):
        kind = self.params.get("ChangeSetType", "UPDATE")
        name = self.params["ChangeSetName"]
        if not valid_name(name):
            raise ValidationError(
                f"1 validation error detected: Value '{name}' at 'changeSetName' failed to satisfy "
                "constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"
            )
        stack, fresh = self._stack_for_change_set(kind, name)
        if self.registry.find_change_set(name, stack):
            raise AlreadyExists(f"ChangeSet {name} already exists")
        try:
            target = lifecycle.target(stack, self._body(previous=stack), self.params, self.services)
            change_set = ChangeSet(
                identifier=self.registry.arn("changeSet", name),
                name=name,
                stack=stack,
                kind=kind,
                target=target,
                description=self.params.get("Description"),
                on_failure=self.params.get("OnStackFailure", "ROLLBACK"),
                include_nested=bool(self.params.get("IncludeNestedStacks")),
                imported=self.params.get("ResourcesToImport") or [],
            )
            lifecycle.fill(change_set, self.services, self.registry)
        except Exception:
            if fresh:
                del self.registry.stacks[stack.identifier]
            raise
        self.registry.change_sets[change_set.identifier] = change_set
        return ActionResult({"Id": change_set.identifier, "StackId": stack.identifier})

    def _stack_for_change_set(self, kind, change_set):
        name = self._name()
        stack = self.registry.find(name, deleted=False)
        if kind in ("CREATE", "IMPORT"):
            if stack and stack.status != "REVIEW_IN_PROGRESS":
                raise ValidationError(
                    f"Stack [{stack.name}] already exists and cannot be created again with the "
                    f"changeSet [{change_set}]."
                )
            if stack:
                return stack, False
            stack = self.registry.new_stack(name)
            stack.set_status("REVIEW_IN_PROGRESS", "User Initiated")
            return stack, True
        if stack is None:
            raise ValidationError(f"Stack [{name}] does not exist")
        lifecycle.require_updatable(stack)
        return stack, False

    def describe_change_set(self):
        change_set = self._change_set(self.params["ChangeSetName"])
        return self._page("Changes", shapes.changes(change_set), shapes.change_set(change_set))

    def list_change_sets(self):
        stack = self._stack(deleted=True)
        summaries = [
            shapes.change_set_summary(item)
            for item in self.registry.change_sets.values()
            if item.stack is stack
        ]
        return self._page("Summaries", summaries)

    def delete_change_set(self):
        try:
            change_set = self._change_set(self.params["ChangeSetName"])
        except ChangeSetNotFound:
            return EmptyResult()
        if change_set.parent_id:
            raise InvalidChangeSetStatus(
                f"ChangeSet [{change_set.identifier}] can only be deleted from its root change set"
            )
        nesting.discard(change_set, self.registry)
        return EmptyResult()

    def execute_change_set(self):
        change_set = self._change_set(self.params["ChangeSetName"])
        if change_set.execution_status != "AVAILABLE":
            raise InvalidChangeSetStatus(
                f"ChangeSet [{change_set.identifier}] cannot be executed in its current status of "
                f"[{change_set.status}]"
            )
        stack = change_set.stack
        if self.params.get("DisableRollback"):
            stack.on_failure = "DO_NOTHING"
        lifecycle.execute(change_set, self.services, self.registry, self._token())
        return EmptyResult()

    # Stack policies are kept, not enforced.

    def set_stack_policy(self):
        self._stack().policy = self.params.get("StackPolicyBody")
        return EmptyResult()

    def get_stack_policy(self):
        return ActionResult({"StackPolicyBody": self._stack().policy})

    # What the methods above share

    def _name(self):
        name = self.params["StackName"]
        if not name.startswith("arn:") and not valid_name(name):
            raise ValidationError(
                f"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy "
                "constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"
            )
        return name

    def _stack(self, name=None, deleted=False):
        name = name or self.params.get("StackName")
        stack = self.registry.find(name, deleted)
        if stack is None:
            raise ValidationError(f"Stack [{name}] does not exist")
        return stack

    def _known(self, name):
        stack = self.registry.find(name)
        if stack is None:
            raise ValidationError(f"Stack with id {name} does not exist")
        return stack

    def _holder(self, physical_id):
        for stack in self._all_stacks():
            if any(item.physical_id == physical_id for item in list(stack.resources.values())):
                return stack
        raise ValidationError(f"Stack for {physical_id} does not exist")

    def _all_stacks(self):
        return list(reversed(list(self.registry.stacks.values())))

    def _change_set(self, name):
        stack = None
        if stack_name := self.params.get("StackName"):
            stack = self._stack(stack_name, deleted=True)
        change_set = self.registry.find_change_set(name, stack)
        if change_set is None:
            raise ChangeSetNotFound(f"ChangeSet [{name}] does not exist")
        return change_set

    def _on_failure(self):
        if self.params.get("DisableRollback"):
            return "DO_NOTHING"
        return self.params.get("OnFailure", "ROLLBACK")

    def _token(self):
        return self.params.get("ClientRequestToken")

    def _page(self, member, items, rest=None):
        start = int(self.params.get("NextToken") or 0)
        result = {**(rest or {}), member: items[start : start + PAGE]}
        if len(items) > start + PAGE:
            result["NextToken"] = str(start + PAGE)
        return ActionResult(result)

    def _body(self, previous=None):
        """The template's text: given, at a URL in S3, or the stack's present one."""
        if previous and self.params.get("UsePreviousTemplate"):
            if previous.target is None:
                raise ValidationError("The stack has no previous template.")
            return previous.target.body
        if body := self.params.get("TemplateBody"):
            if len(body.encode("utf-8")) > BODY_LIMIT:
                raise ValidationError(
                    "1 validation error detected: Value at 'templateBody' failed to satisfy "
                    f"constraint: Member must have length less than or equal to {BODY_LIMIT}"
                )
            return body
        if url := self.params.get("TemplateURL"):
            return from_s3(url, self.services)
        raise ValidationError("Either Template URL or Template Body must be specified.")
