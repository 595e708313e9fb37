"""How readers are registered, and what they have in common."""

from botocore.exceptions import ClientError

from ..api import error_code

READERS = {}
GONE = object()
TAGS = object()  # under this key a reader returns the tags, as a dictionary


def reads(resource_type):
    """Registers a reader; a service that does not know the resource says that it is gone."""

    def register(reader):
        def read(work):
            try:
                return reader(work)
            except ClientError as problem:
                code = error_code(problem)
                if "NotFound" in code or "NoSuch" in code:
                    return GONE
                raise

        READERS[resource_type] = read
        return reader

    return register


def first(items):
    """The only thing that was asked for; GONE where there is none."""
    return items[0] if items else GONE


def tags_of(thing, key="Tags"):
    return {tag["Key"]: tag["Value"] for tag in thing.get(key, [])}


def picked(thing, *names):
    """Members that are spelled alike in the template and in the API."""
    return {name: thing.get(name) for name in names}


def unless_missing(operation, default=None, **members):
    """A setting that answers with an error where it is not set; that the thing is there is known."""
    try:
        return operation(**members)
    except ClientError as problem:
        code = error_code(problem)
        if code.startswith("NoSuch") or "NotFound" in code:
            return default
        raise
