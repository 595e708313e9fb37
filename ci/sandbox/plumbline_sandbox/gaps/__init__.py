"""What moto lacks or gets wrong, one module per gap, each with a test of the same name."""


def fill(application, lock):
    """Mends moto's services in place, before the first request."""
    from .. import cloudformation

    cloudformation.install(lock)
