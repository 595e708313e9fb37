"""A CloudFormation engine of our own, in place of moto's.

moto's creates nothing for a type it does not know and drops properties it does not read, and calls
both a success. Here a resource is made as CloudFormation makes it: by calls to the service's own
API, one handler per type (`resources`). What the engine does not implement fails the stack.
"""


def install(lock):
    """Puts the engine where moto's application looks for CloudFormation."""
    from moto.cloudformation import urls

    from .responses import StackApi

    StackApi.lock = lock
    urls.url_paths["{0}/$"] = StackApi.dispatch
