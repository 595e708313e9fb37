"""What moto lacks or gets wrong, one module per gap, each with a test of the same name.

Each module has `fill()`, which mends moto's classes in place before the first request, and says
in its comments what AWS's API reference asks for. `method` puts a function where moto looks for
it.
"""

from importlib import import_module

GAPS = (
    "dns",
    "ec2_paging",
    "ec2_errors",
    "ec2_exits",
    "launch_templates",
    "load_balancing",
    "security_group_rules",
    "auto_scaling_groups",
    "auto_scaling_instances",
    "fsx_associations",
    "efs_file_systems",
    "eks",
    "kms_rotation",
    "scaling",
    "placement_groups",
    "capacity_reservations",
    "shortage",
    "functions",
    "iam_documents",
    "queues",
    "roles",
    "s3_buckets",
    "s3_lifecycle",
    "s3_roots",
)


def fill(lock):
    """Mends all of moto's services, and replaces its CloudFormation."""
    from .. import cloudformation

    for name in GAPS:
        import_module(f"{__name__}.{name}").fill()
    cloudformation.install(lock)


def method(owner, name=None):
    """Replaces a method of a moto class; the one replaced is at hand as `.before`."""

    def put(function):
        target = name or function.__name__
        function.before = getattr(owner, target, None)
        function.__name__ = target
        setattr(owner, target, function)
        return function

    return put
