"""How often an account may ask, as AWS limits it: token buckets, for each account and region.

Kept only while `{"rates": 1}` is posted to `/plumbline/limits`; another number says how many times
as much as AWS it allows. `GET /plumbline/rates` says what was taken of each bucket, and by which
actions; each posting fills them anew.

| bucket | tokens | refill a second | source |
|---|---|---|---|
| an EC2 action that reads, by page or filter | 100 | 20 | EC2 Developer Guide, 2026-11 |
| the same, neither by page nor filter | 50 | 10 | the same guide; to be confirmed |
| an EC2 action that changes something | 50 | 5 | the same guide; to be confirmed |
| all that reads load balancers | 40 | 10 | Load Balancing User Guide, Throttling, 2026-11 |
| all of Auto Scaling | 100 | 10 | assumed: AWS says that all actions share one, not its size |
| all of Route 53 | 5 | 5 | Route 53 Developer Guide, Quotas; to be confirmed |
| any other action | 20 | 5 | assumed |
"""

import collections
import json
import time
from urllib.parse import parse_qs
from xml.sax.saxutils import escape

from . import limits
from .hostile.operations import operation_of

PATH = "/plumbline/rates"
READS = ("Describe", "Get", "List", "Search")
NARROWED = ("MaxResults", "NextToken", "Filter.", "Id.", "Ids.", "Name.")
# Error codes of those that do not say Throttling, with the status where it is not 400.
CODES = {
    "ec2": ("RequestLimitExceeded", "503 Service Unavailable"),
    "s3": ("SlowDown", "503 Slow Down"),
}

_buckets = {}


class Bucket:
    """Tokens that are taken one by one and come back with time."""

    def __init__(self, size, refill):
        self.size, self.refill = size, refill
        self.tokens = self.least = float(size)
        self.first = self.last = time.monotonic()
        self.taken = collections.Counter()
        self.refused = 0

    def take(self, action):
        now = time.monotonic()
        self.tokens = min(self.size, self.tokens + (now - self.last) * self.refill)
        self.last = now
        if self.tokens < 1:
            self.refused += 1
            return False
        self.tokens -= 1
        self.taken[action] += 1
        self.least = min(self.least, self.tokens)
        return True

    def told(self):
        return {
            "size": self.size,
            "refill": self.refill,
            "taken": self.taken,
            "refused": self.refused,
            "least": round(self.least, 1),
            "seconds": round(self.last - self.first, 1),
        }


def forget():
    _buckets.clear()


def answer(environ, start_response):
    """What was taken, by account, region and bucket."""
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps({" ".join(key): each.told() for key, each in _buckets.items()}).encode()]


def refusal(environ, body):
    """Status, headers and content for who has asked too often; None for everybody else."""
    operation = operation_of(environ, body)
    if operation is None:
        return None
    service = operation.service_model.service_name
    name, size, refill = _kind(service, operation.name, body)
    key = (*_who(environ), name)
    if key not in _buckets:
        _buckets[key] = Bucket(size * limits.rates(), refill * limits.rates())
    if _buckets[key].take(operation.name):
        return None
    return _error(service, operation.service_model.protocol)


def _kind(service, action, body):
    """The name of the bucket, its size, and what comes back in a second."""
    reads = action.startswith(READS)
    if service == "ec2":
        asked = parse_qs(body.decode("utf-8", "replace"))
        narrowed = any(part in key + "." for key in asked for part in NARROWED)
        size, refill = ((100, 20) if narrowed else (50, 10)) if reads else (50, 5)
        return f"ec2:{action}", size, refill
    if service == "elbv2" and reads:
        return "elbv2:reads", 40, 10
    if service == "autoscaling":
        return "autoscaling", 100, 10
    if service == "route53":
        return "route53", 5, 5
    return f"{service}:{action}", 20, 5


def _who(environ):
    """Account and region of a request."""
    from moto.iam.models import get_account_id_from

    key, _, region = environ["HTTP_AUTHORIZATION"].split("Credential=")[1].split("/")[:3]
    return get_account_id_from(key), region


def _error(service, protocol):
    code, status = CODES.get(service, ("Throttling", "400 Bad Request"))
    headers = [("Content-Type", "text/xml")]
    error = f"<Error><Code>{escape(code)}</Code><Message>Rate exceeded</Message></Error>"
    if protocol in ("json", "rest-json"):
        code = "ThrottlingException"
        headers = [("Content-Type", "application/json"), ("x-amzn-ErrorType", code)]
        return status, headers, json.dumps({"__type": code, "message": "Rate exceeded"})
    if protocol == "ec2":
        return status, headers, f"<Response><Errors>{error}</Errors></Response>"
    return status, headers, error if service == "s3" else f"<ErrorResponse>{error}</ErrorResponse>"
