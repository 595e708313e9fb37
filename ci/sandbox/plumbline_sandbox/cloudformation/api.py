"""SDK clients that call moto in the same process, as the engine's hands on the other services."""

import functools
import threading

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

_session_lock = threading.Lock()


class Services:
    """The services of one account and region. Calls hold the sandbox's lock."""

    def __init__(self, account, region, lock):
        self.account = account
        self.region = region
        self.lock = lock

    def __getattr__(self, service):
        client = _client(service, self.region, self.account)
        return _Locked(client, self.lock)


class _Locked:
    """A client whose calls run one at a time with those that come over HTTP."""

    def __init__(self, client, lock):
        self._client = client
        self._lock = lock

    def __getattr__(self, operation):
        method = getattr(self._client, operation)

        @functools.wraps(method)
        def call(*arguments, **members):
            with self._lock:
                return method(*arguments, **members)

        return call


@functools.cache
def _client(service, region, account):
    from moto.core.botocore_stubber import BotocoreStubber

    moto = BotocoreStubber()
    moto.enabled = True

    def answer(request, **_):
        request.headers["x-moto-account-id"] = account
        return moto("before-send", request)

    with _session_lock:
        client = boto3.session.Session().client(
            service,
            region_name=region,
            aws_access_key_id="cloudformation",
            aws_secret_access_key="cloudformation",
            config=Config(
                retries={"total_max_attempts": 1},
                parameter_validation=False,
                ignore_configured_endpoint_urls=True,
            ),
        )
    client.meta.events.register_first("before-send", answer)
    return client


def error_code(problem):
    return problem.response["Error"]["Code"] if isinstance(problem, ClientError) else ""


def gone(operation, *codes, **members):
    """Runs a removal; what is gone already counts as removed."""
    try:
        operation(**members)
    except ClientError as problem:
        code = error_code(problem)
        if code not in codes and "NotFound" not in code and "NoSuch" not in code:
            raise
