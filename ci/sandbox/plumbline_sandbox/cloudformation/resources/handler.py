"""What a resource handler is, and what it is given to work with."""

from dataclasses import dataclass, field

HANDLERS = {}


def handles(resource_type):
    """Registers a handler class for a resource type."""

    def register(handler):
        handler.resource_type = resource_type
        HANDLERS[resource_type] = handler()
        return handler

    return register


@dataclass
class Work:
    """One resource to work on: resolved properties, tags, its id once it has one, the services."""

    services: object
    logical_id: str
    stack_name: str
    properties: dict
    tags: dict
    previous: dict = field(default_factory=dict)
    previous_tags: dict = field(default_factory=dict)
    physical_id: str = ""
    name: str = ""
    update_policy: dict = field(default_factory=dict)
    stack: object = None
    rollback_of_create: bool = False

    def get(self, name, default=None):
        return self.properties.get(name, default)

    def tag_list(self):
        return [{"Key": key, "Value": value} for key, value in self.tags.items()]

    def removed_tags(self):
        return [key for key in self.previous_tags if key not in self.tags]


class Handler:
    """Makes, changes and removes resources of one type.

    `properties` are those it implements: a template that uses another one fails, it is never
    dropped. `name_property` holds the name that the engine makes up where the template has none.
    """

    resource_type = ""
    properties = frozenset()
    name_property = None
    name_limit = 255
    lower_case_name = False

    def create(self, work):
        """Makes the resource and returns its physical id."""
        raise NotImplementedError

    def update(self, work):
        """Brings an existing resource to `work.properties`, those left out to their defaults."""

    def delete(self, work):
        """Removes the resource; what is gone already is no error."""

    def attributes(self, work):
        """What Fn::GetAtt can tell."""
        return {}

    def replaces(self, old, new):
        """Properties whose change replaces the resource, beside the schema's create-only."""
        return set()

    def identified(self, identifier):
        """The physical id of one that is to be imported, by the members of its identifier."""
        return "|".join(identifier.values())

    def ref(self, physical_id):
        """What Ref returns."""
        return physical_id
