"""What a resource of a target shall look like: its properties and tags, as far as known."""

from . import parameters, schema
from .errors import ResourceFailure
from .functions import UNKNOWN, Evaluator, holds_unknown
from .resources import handler_of


class Desired:
    """Evaluates the resources of a target against those that a stack has so far.

    `unsettled` answers for a resource that a preview cannot ask yet: None if it can be asked,
    "id" if even its id is open, "attributes" if only what is not its id is open.
    """

    def __init__(self, stack, target, services, exports, unsettled=lambda name: None):
        self.stack = stack
        self.target = target
        self.services = services
        self.unsettled = unsettled
        self.evaluator = Evaluator(
            target.template, target.parameters, self._reference, self._attribute, exports
        )

    def active(self, name):
        """Whether the resource's condition holds."""
        condition = self.target.template["Resources"][name].get("Condition")
        return condition is None or self.evaluator.holds(condition)

    def resource(self, name):
        """Properties and tags of a resource. Raises ResourceFailure if AWS would refuse them."""
        body = self.target.template["Resources"][name]
        kind = body["Type"]
        handler = handler_of(kind)
        if handler is None:
            raise ResourceFailure(
                f"The sandbox does not implement {kind}. Nothing was created; add a handler for it "
                "in cloudformation/resources."
            )
        properties = self.evaluator.value(body.get("Properties") or {})
        properties = parameters.resolve_dynamic(properties, self.services)
        properties, problems = schema.of(kind).conform(properties)
        if problems:
            listed = "\n".join(f"[{problem}]" for problem in problems)
            raise ResourceFailure(
                f"Properties validation failed for resource {name} with message:\n{listed}"
            )
        if dropped := sorted(set(properties) - set(handler.properties)):
            raise ResourceFailure(
                f"The sandbox does not implement {kind} {', '.join(dropped)}. Nothing was created."
            )
        return properties, self._tags(name, kind, properties)

    def _tags(self, name, kind, properties):
        """System tags, then the stack's, then the resource's own."""
        description = schema.of(kind)
        if not description.tag_property or not description.tagging.get("taggable", True):
            return {}
        tags = {}
        if description.tagging.get("cloudFormationSystemTags", True):
            tags = {
                "aws:cloudformation:logical-id": name,
                "aws:cloudformation:stack-id": self.stack.identifier,
                "aws:cloudformation:stack-name": self.stack.name,
            }
        tags.update(self.target.tags)
        own = properties.get(description.tag_property) or []
        if isinstance(own, dict):
            tags.update(own)
        elif isinstance(own, list):
            tags.update({tag["Key"]: tag["Value"] for tag in own})
        return tags

    def _reference(self, name):
        if self.unsettled(name) == "id":
            return UNKNOWN
        resource = self.stack.resources.get(name)
        if resource is None:
            raise ResourceFailure(f"Unresolved resource dependency [{name}]")
        return handler_of(resource.resource_type).ref(resource.physical_id)

    def _attribute(self, name, path):
        state = self.unsettled(name)
        if state == "id":
            return UNKNOWN
        resource = self.stack.resources.get(name)
        if resource is None:
            raise ResourceFailure(f"Unresolved resource dependency [{name}]")
        if state == "attributes" and path not in schema.of(resource.resource_type).identifiers:
            return UNKNOWN
        return attribute(resource, path, self.stack, self.services)

    def outputs(self):
        """The outputs, as DescribeStacks shows them."""
        result = []
        for key, body in (self.target.template.get("Outputs") or {}).items():
            condition = body.get("Condition")
            if condition and not self.evaluator.holds(condition):
                continue
            value = self.evaluator.value(body["Value"])
            output = {
                "OutputKey": key,
                "OutputValue": value if holds_unknown(value) else str(value),
            }
            if "Description" in body:
                output["Description"] = body["Description"]
            if "Export" in body:
                output["ExportName"] = self.evaluator.value(body["Export"]["Name"])
            result.append(output)
        return result


def attribute(resource, path, stack, services):
    """What Fn::GetAtt answers; asked of the service once after each change."""
    from .work import work_on

    if resource.known_attributes is None:
        handler = handler_of(resource.resource_type)
        resource.known_attributes = handler.attributes(work_on(resource, stack, services))
    if path not in resource.known_attributes:
        raise ResourceFailure(
            f"Template error: resource {resource.logical_id} does not support attribute type "
            f"{path} in Fn::GetAtt"
        )
    return resource.known_attributes[path]
