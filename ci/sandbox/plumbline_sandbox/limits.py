"""What the sandbox is short of: nothing, until somebody posts to `/plumbline/limits`.

    {"quotas": {"L-417A185B": 192}, "capacity": {"p5.48xlarge": 1}, "denied": ["ec2:CreateVpc"]}

`quotas` are values by quota code; `capacity` is how many nodes of a type a group can start, `*` for
every type; `denied` are actions that IAM's simulation refuses, `*` for the simulation itself and
for the quotas, ARNs of roles that may not be assumed, and `cloudtrail:LookupEvents`. `rates` is how
many times as often as by AWS one may ask (see rates.py), `latency` how many seconds each request is
on its way. What is posted replaces what was there; `{}` takes it all back.
"""

import json

PATH = "/plumbline/limits"

_limits = {}


def answer(environ, start_response):
    """Takes what is posted, and says what holds."""
    if environ["REQUEST_METHOD"] == "POST":
        body = environ["wsgi.input"].read()
        _limits.clear()
        _limits.update(json.loads(body or b"{}"))
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(_limits).encode()]


def quota(code, otherwise):
    return _limits.get("quotas", {}).get(code, otherwise)


def nodes(instance_type):
    """How many nodes of a type a group can start; None where that is not limited."""
    capacity = _limits.get("capacity", {})
    return capacity.get(instance_type, capacity.get("*"))


def denied(action):
    return action in _limits.get("denied", [])


def rates():
    return _limits.get("rates", 0)


def latency():
    return _limits.get("latency", 0)
