"""Which operation of which service a request asks for, by the API's own model."""

import functools
import re
from urllib.parse import parse_qs

import botocore.session

# Services whose name in a signature is not the model's.
SIGNED_AS = {
    "elasticloadbalancing": "elbv2",
    "monitoring": "cloudwatch",
    "elasticfilesystem": "efs",
    "servicequotas": "service-quotas",
}
SCOPE = re.compile(r"Credential=[^/]+/\d+/[^/]+/([^/]+)/aws4_request")


def operation_of(environ, body):
    """The operation's model; None where the request is none of AWS's."""
    signed = SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
    if signed is None:
        return None
    service = _service(SIGNED_AS.get(signed[1], signed[1]))
    if "HTTP_SMITHY_PROTOCOL" in environ:
        return None
    if "HTTP_X_AMZ_TARGET" in environ:
        return _named(service, environ["HTTP_X_AMZ_TARGET"].rsplit(".", 1)[-1])
    if service.protocol.startswith("rest"):
        return _at(service, environ)
    return _named(service, parse_qs(body.decode("utf-8", "replace")).get("Action", [""])[0])


@functools.cache
def session():
    return botocore.session.get_session()


@functools.cache
def _service(name):
    return session().get_service_model(name)


def _named(service, name):
    return service.operation_model(name) if name in service.operation_names else None


@functools.cache
def _places(service_name):
    """Method, path and flags of each operation, those with most flags first."""
    service = _service(service_name)
    places = []
    for name in service.operation_names:
        model = service.operation_model(name)
        if model.deprecated:
            continue  # another one has its place
        http = model.http
        path, _, query = http["requestUri"].partition("?")
        pattern = re.sub(r"\\{[^}]*\\\+\\}", ".+", re.escape(path.rstrip("/")))
        pattern = re.sub(r"\\{[^}]*\\}", "[^/]+", pattern)
        flags = frozenset(part for part in query.split("&") if part)
        places.append((http["method"], re.compile(pattern + "/?"), flags, name))
    return sorted(places, key=lambda place: -len(place[2]))


def _at(service, environ):
    asked = set(environ["QUERY_STRING"].split("&"))
    asked |= {part.partition("=")[0] for part in asked}
    path = environ["RAW_URI"].partition("?")[0]
    for method, pattern, flags, name in _places(service.service_name):
        if method == environ["REQUEST_METHOD"] and flags <= asked and pattern.fullmatch(path):
            return service.operation_model(name)
    return None
