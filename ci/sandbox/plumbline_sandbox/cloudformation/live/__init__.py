"""What CloudFormation reads of live resources where a change set is to revert drift.

One reader per resource type, `@reads("AWS::Service::Type")` in a module listed here: given the work,
it returns the properties that are there now, in the template's words, None for one that is not set.
What it does not name is not compared. A type without a reader is not looked at, as AWS does with
types that it does not support.
"""

from . import bucket, compute, iam, network, scaling, security_group  # noqa: F401
from .reader import GONE, READERS, TAGS

__all__ = ["GONE", "READERS", "TAGS"]
