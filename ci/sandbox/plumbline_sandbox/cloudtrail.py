"""CloudTrail's event history: who changed what, and when.

API reference of LookupEvents: management events of one region, newest first, at most 50 a page; a
time range and one attribute. Events of IAM, Route 53 and STS are in us-east-1 (user guide, "Global
service events"). `CloudTrailEvent` is the record as JSON text (user guide, "CloudTrail record
contents"): request parameters in lowerCamel, lists of EC2 as `items`, a bucket as `bucketName`.

Where it differs from AWS: events are there at once; reads, and calls that only handle contents, are
not kept; nothing that a stack's engine does is, for it makes no calls. The newest KEPT are kept, as
they came, and are read when somebody looks them up: a fleet is made of thousands of calls that
nobody asks about.
"""

import collections
import datetime
import io
import json
import re
import uuid
from urllib.parse import parse_qsl

from . import limits
from .hostile.operations import operation_of

TARGET = ".CloudTrail_20131101.LookupEvents"
RESET = "/moto-api/reset"
KEPT = 2000
LONGEST = 65536
PAGE = 50
READS = ("Describe", "List", "Get", "Head", "Lookup", "Simulate", "Assume", "Search", "Select")
# Data events, which no event history has.
CONTENTS = {"Invoke", "SendMessage", "ReceiveMessage", "PutLogEvents", "PutMetricData"}
GLOBAL = {"iam", "route53", "sts"}
NAMES = re.compile(r"(?:[iI]d|[nN]ame|[aA]rn|ARN)s?$|^resources$")

Call = collections.namedtuple(
    "Call", "number id time operation service region identity environ body status answer"
)


class Trail:
    """The newest calls that changed something, and what they say when somebody asks."""

    def __init__(self, application):
        self.application = application
        self.calls = collections.deque(maxlen=KEPT)
        self.records = {}
        self.number = 0

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] == RESET:
            self.calls.clear()
            self.records.clear()
        if environ.get("HTTP_X_AMZ_TARGET", "").endswith(TARGET):
            return self._lookup(environ, start_response)
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            return self.application(environ, start_response)
        body = environ["wsgi.input"].read()
        environ["wsgi.input"] = io.BytesIO(body)
        if body.startswith((b"Action=Describe", b"Action=List", b"Action=Get")):
            return self.application(environ, start_response)
        return self._kept(environ, body, start_response)

    def _kept(self, environ, body, start_response):
        operation = operation_of(environ, body)
        if operation is None or not _is_kept(operation):
            return self.application(environ, start_response)
        # Before the call: it may take away what it was made by.
        identity = _identity(environ)
        said = {}

        def start(status, headers, exc_info=None):
            said.update(status=status, headers=headers)
            return start_response(status, headers)

        content = b"".join(self.application(environ, start))
        self._keep(operation, identity, environ, body, said["status"], content)
        return [content]

    def _keep(self, operation, identity, environ, body, status, content):
        service = operation.service_model.endpoint_prefix
        region = "us-east-1" if service in GLOBAL else _scope(environ)
        self.number += 1
        if len(self.calls) == KEPT:
            self.records.pop(self.calls[0].number, None)
        self.calls.append(
            Call(
                self.number,
                str(uuid.uuid4()),
                datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0),
                operation,
                service,
                region,
                identity,
                {name: environ.get(name, "") for name in ("RAW_URI", "QUERY_STRING")},
                body[:LONGEST],
                int(status.split()[0]),
                content[:LONGEST],
            )
        )

    def _lookup(self, environ, start_response):
        if limits.denied("cloudtrail:LookupEvents"):
            text = (
                f"User: {_identity(environ)['arn']} is not authorized to perform: "
                "cloudtrail:LookupEvents"
            )
            return _answer(
                start_response, "400 Bad Request", __type="AccessDeniedException", message=text
            )
        asked = json.loads(environ["wsgi.input"].read() or b"{}")
        account, region = _identity(environ)["accountId"], _scope(environ)
        size = min(asked.get("MaxResults", PAGE), PAGE)
        before = int(asked.get("NextToken", self.number + 1))
        events = []
        for call in reversed(self.calls):
            if len(events) > size:
                break
            if call.number < before and (call.identity["accountId"], call.region) == (
                account,
                region,
            ):
                event = self._event(call)
                if _is_asked_for(event, asked):
                    events.append((call.number, event))
        told = {"Events": [event for _, event in events[:size]]}
        if len(events) > size:
            told["NextToken"] = str(events[size - 1][0])
        return _answer(start_response, "200 OK", **told)

    def _event(self, call):
        if call.number not in self.records:
            self.records[call.number] = _event(call)
        return self.records[call.number]


def _is_kept(operation):
    of_contents = (
        operation.service_model.service_name == "s3"
        and operation.input_shape is not None
        and not {"Key", "Delete"}.isdisjoint(operation.input_shape.members)
    )
    return not (operation.name.startswith(READS) or operation.name in CONTENTS or of_contents)


def _scope(environ):
    return environ.get("HTTP_AUTHORIZATION", "//us-east-1").split("/")[2]


def _identity(environ):
    from moto.sts.models import sts_backends

    key = environ.get("HTTP_AUTHORIZATION", "").partition("Credential=")[2].split("/")[0]
    backend = sts_backends["123456789012"]["aws"]
    user, arn, account = backend.get_caller_identity(key, _scope(environ))
    identity = {"principalId": user, "arn": arn, "accountId": account, "accessKeyId": key}
    if ":assumed-role/" not in arn:
        return {"type": "IAMUser", **identity, "userName": arn.rsplit("/", 1)[-1]}
    role = arn.split("/")[1]
    issuer = {"type": "Role", "arn": f"arn:aws:iam::{account}:role/{role}", "userName": role}
    return {"type": "AssumedRole", **identity, "sessionContext": {"sessionIssuer": issuer}}


def _event(call):
    failed = call.status >= 400
    asked = _lower(_request(call), call.service)
    answered = None if failed else _lower(_response(call), call.service)
    record = {
        "eventVersion": "1.11",
        "userIdentity": call.identity,
        "eventTime": call.time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "eventSource": f"{call.service}.amazonaws.com",
        "eventName": call.operation.name,
        "awsRegion": call.region,
        "requestParameters": asked,
        "responseElements": answered,
        "eventID": call.id,
        "readOnly": False,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": call.identity["accountId"],
    }
    if failed:
        record["errorCode"] = "Client.Refused"
    names = dict.fromkeys([*_names(asked), *_names(answered)])
    return {
        "EventId": call.id,
        "EventName": call.operation.name,
        "ReadOnly": "false",
        "AccessKeyId": call.identity["accessKeyId"],
        "EventTime": call.time.timestamp(),
        "EventSource": record["eventSource"],
        "Username": call.identity["arn"].rsplit("/", 1)[-1],
        "Resources": [{"ResourceName": name} for name in names],
        "CloudTrailEvent": json.dumps(record, default=str),
    }


def _request(call):
    from moto.core.parse import PROTOCOL_PARSERS
    from moto.core.utils import get_service_model
    from werkzeug.datastructures import MultiDict

    protocol = call.operation.service_model.protocol
    path, _, _ = call.environ["RAW_URI"].partition("?")
    places = _places(call.operation, path)
    if len(call.body) == LONGEST:
        return places  # it was cut short
    form = call.body.decode("utf-8", "replace") if protocol in ("query", "ec2") else ""
    pairs = parse_qsl(form or call.environ["QUERY_STRING"], keep_blank_values=True)
    asked = {
        "method": call.operation.http["method"],
        "values": MultiDict(pairs),
        "headers": {},
        "body": call.body,
        "url_path": path,
        "url_params": places,
    }
    # moto's parsers want moto's model.
    service = get_service_model(call.operation.service_model.service_name)
    return PROTOCOL_PARSERS[protocol](service.operation_model(call.operation.name)).parse(asked)


def _places(operation, path):
    """What stands in the path."""
    template = operation.http["requestUri"].partition("?")[0].rstrip("/")
    pattern = re.sub(r"\\{(\w+)\\\+\\}", r"(?P<\1>.+)", re.escape(template))
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", pattern)
    found = re.match(pattern, path)
    return found.groupdict() if found else {}


def _response(call):
    from botocore.parsers import create_parser

    shape = call.operation.output_shape
    if shape is None or not call.answer or len(call.answer) == LONGEST:
        return None
    answer = {"status_code": call.status, "headers": {}, "body": call.answer}
    told = create_parser(call.operation.service_model.protocol).parse(answer, shape)
    told.pop("ResponseMetadata", None)
    return told or None


def _lower(value, service):
    if isinstance(value, dict):
        return {_named(name, service): _lower(each, service) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        items = [_lower(each, service) for each in value]
        return {"items": items} if service == "ec2" else items
    return value


def _named(name, service):
    return "bucketName" if service == "s3" and name == "Bucket" else name[:1].lower() + name[1:]


def _names(value, member=""):
    """What is called by an id, a name or an ARN."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _names(each, member if name == "items" else name)
    elif isinstance(value, list):
        for each in value:
            yield from _names(each, member)
    elif isinstance(value, str) and NAMES.search(member):
        yield value


def _is_asked_for(event, asked):
    if not asked.get("StartTime", 0) <= event["EventTime"] <= asked.get("EndTime", float("inf")):
        return False
    for attribute in asked.get("LookupAttributes", []):
        key, value = attribute["AttributeKey"], attribute["AttributeValue"]
        if key == "ResourceName":
            has = any(each["ResourceName"] == value for each in event["Resources"])
        else:
            has = event.get(key) == value
        if not has:
            return False
    return True


def _answer(start_response, status, **told):
    start_response(status, [("Content-Type", "application/x-amz-json-1.1")])
    return [json.dumps(told).encode()]
