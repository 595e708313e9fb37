"""Changes one place of a resource's properties to another value that the schema allows."""

import copy
import re

ANEW = "recall"
NUMBER = re.compile(r"\d+(\.\d+)?")

# Values where any text will not do, by the last name of a place.
FITTING = {
    "InstanceType": "p4d.24xlarge",
    "ImageId": "ami-0fedcba9876543210",
    "CidrIp": "192.0.2.0/24",
    "CidrIpv6": "2001:db8::/32",
    "DestinationCidrBlock": "192.0.2.0/24",
    "KeyName": "back-door",
    "SpotMaxPrice": "9.75",
    "MaxPrice": "9.75",
    "UserData": "ZWNobyBoaQo=",
    "VolumeSize": 777,
    "Iops": 4321,
    "Throughput": 432,
    "SnapshotId": "snap-0fedcba9876543210",
    "KmsKeyId": "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
    "Cooldown": "77",
    "StartTime": "2099-05-01T00:00:00Z",
    "EndTime": "2099-06-01T00:00:00Z",
    "EndDate": "2099-06-01T00:00:00Z",
    "TimeZone": "Asia/Tokyo",
    "Recurrence": "7 7 * * *",
    "Description": "changed by hand",
    "PermissionsBoundary": "arn:aws:iam::aws:policy/PowerUserAccess",
    "Region": "eu-west-1",
    "RoleArn": "arn:aws:iam::123456789012:role/recall",
}


class NoOther(Exception):
    """There is no other value to try; says why."""


def changed(schema, place, properties, alike):
    """The properties with another value at the place; `alike` gives other ids of the same type as an id."""
    properties = copy.deepcopy(properties)
    _at(schema, schema.document, place.split("/"), properties, place, alike)
    return properties


def _at(schema, node, names, holder, place, alike):
    name, *rest = names
    inner = schema.child(node, name)
    if inner is None:
        raise NoOther("the schema has it in one of several forms only")
    target = _item(holder)
    if not rest:
        if name == "Value" and _is_tag(target):
            target = _identity(holder)
        target[name] = _other(schema, inner, target.get(name), name, alike)
        return
    if name not in target or not isinstance(target[name], (dict, list)):
        target[name] = _made(schema, inner)
    below = target[name]
    if isinstance(below, list) and not below:
        below.append({})
    if name == "Tags" and rest == ["Key"]:
        _item(below)
        below.append({**below[-1], "Key": ANEW, "Value": ANEW})
        return
    _at(schema, inner, rest, below, place, alike)


def _item(holder):
    """What is changed of a list: its first item."""
    return holder[0] if isinstance(holder, list) else holder


def _is_tag(item):
    return set(item) >= {"Key", "Value"}


def _identity(holder):
    """The tag that says whose it is, where a list of tags has it."""
    for item in holder if isinstance(holder, list) else [holder]:
        if item.get("Key") == "plumbline:id":
            return item
    return _item(holder)


def _made(schema, node):
    """The least that the schema allows there."""
    node = schema.resolved(node)
    if "items" in node:
        return [_made(schema, node["items"])]
    properties = schema._properties(node)
    if properties:
        return {name: _made(schema, properties[name]) for name in schema.required(node) if name in properties}
    return _fresh(node, "")


def _fresh(node, name):
    if "enum" in node:
        return node["enum"][0]
    kind = node.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    if FITTING.get(name) is not None:
        return FITTING[name]
    if "boolean" in kinds:
        return True
    if "integer" in kinds or "number" in kinds:
        return max(1, node.get("minimum", 1))
    if "object" in kinds:
        return {ANEW: ANEW}
    return ANEW


def _other(schema, node, value, name, alike):
    node = schema.resolved(node)
    if "items" in node:
        return _other_list(schema, node, value, name, alike)
    if value is None:
        return _fresh(node, name)
    if isinstance(value, bool):
        return not value
    if "enum" in node:
        rest = [each for each in node["enum"] if str(each) != str(value)]
        if not rest:
            raise NoOther("has one value only")
        return rest[0]
    if isinstance(value, (int, float)):
        return value + 1 if value + 1 <= node.get("maximum", value + 1) else value - 1
    if isinstance(value, dict):
        return _other_document(value)
    others = alike(value)
    if others is not None:
        if not others:
            raise NoOther("refers to the only one of its type")
        return others[0]
    if FITTING.get(name) is not None and str(FITTING[name]) != str(value):
        return FITTING[name]
    if value in ("true", "false"):
        return "false" if value == "true" else "true"
    if NUMBER.fullmatch(value):
        return str(int(float(value)) + 1)
    return value + "-" + ANEW


def _other_list(schema, node, value, name, alike):
    if not value:
        return [_fresh(schema.resolved(node["items"]), name)]
    if len(value) > 1:
        return value[:-1]
    return [_other(schema, node["items"], value[0], name, alike)]


def _other_document(value):
    """A policy gets another effect; any other object another member."""
    if "Statement" in value:
        statements = value["Statement"]
        first = statements[0] if isinstance(statements, list) else statements
        first["Effect"] = "Deny" if first["Effect"] == "Allow" else "Allow"
        return value
    return {**value, ANEW: ANEW}
