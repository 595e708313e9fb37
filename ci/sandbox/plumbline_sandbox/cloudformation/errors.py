"""The errors that the engine answers with, as CloudFormation words and names them."""

from moto.core.exceptions import ServiceException


class ValidationError(ServiceException):
    """A request that cannot be taken: bad template, unknown stack, wrong state."""

    code = "ValidationError"


class AlreadyExists(ServiceException):
    code = "AlreadyExistsException"


class ChangeSetNotFound(ServiceException):
    code = "ChangeSetNotFound"


class InvalidChangeSetStatus(ServiceException):
    code = "InvalidChangeSetStatus"


class InsufficientCapabilities(ServiceException):
    code = "InsufficientCapabilitiesException"


class ResourceFailure(Exception):
    """Why a resource could not be made, changed or removed; the stack's events show it."""
