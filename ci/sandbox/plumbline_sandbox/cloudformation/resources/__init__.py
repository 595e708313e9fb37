"""One handler per resource type: how it is made, changed and removed through the service's API.

To add a type: a class with the decorator `@handles("AWS::Service::Type")` in a module listed here.
"""

from . import (  # noqa: F401
    autoscaling,
    bucket,
    capacity,
    dns,
    ec2_exits,
    ec2_network,
    efs,
    eks,
    events,
    functions,
    iam,
    kms,
    launch_template,
    load_balancing,
    nested_stack,
    queues,
    scaling,
    security_group,
    ssm,
)
from .handler import HANDLERS


def handler_of(resource_type):
    """The handler, or None where the engine has none."""
    return HANDLERS.get(resource_type)
