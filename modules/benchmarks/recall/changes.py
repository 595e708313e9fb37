"""Changes one place of a resource's properties to another value that the schema allows."""

import copy
import re

from recall.values import ALONG, FITTING, NEEDS, WHOLE

ANEW = "recall"
NUMBER = re.compile(r"\d+(\.\d+)?")

class NoOther(Exception):
    """There is no other value to try; says why."""


def changed(schema, place, properties, alike, pick=0):
    """The properties with another value at the place, the first or a later one of those that could be.

    `alike` gives other ids of the same type as an id.
    """
    names = place.split("/")
    anew = has("/".join(names[:-1]), properties) < 1 if len(names) > 1 else False
    properties = copy.deepcopy(properties)
    holder, node = properties, schema.document
    for name, following in zip(names, names[1:]):
        node = _child(schema, node, name)
        holder = _below(schema, node, _item(holder), name)
        if name == "Tags" and following == "Key":
            holder.append({**_item(holder), "Key": ANEW, "Value": ANEW})
            return properties
    _set(_choices(schema, _child(schema, node, names[-1]), names[-1], holder, alike, anew), pick, names[-1], holder)
    return properties


def has(place, properties):
    """How much of a place the properties have already, from 0 to 1."""
    names = place.split("/")
    for done, name in enumerate(names):
        properties = _item(properties) if properties else {}
        if not isinstance(properties, dict) or name not in properties:
            return done / len(names)
        properties = properties[name]
    return 1


def touched(was, became, above=""):
    """Every place where two properties differ: what is changed along with one counts as changed, too."""
    if was == became:
        return set()
    if isinstance(was, dict) and isinstance(became, dict):
        return {
            place
            for name in {*was, *became}
            for place in touched(was.get(name), became.get(name), f"{above}/{name}" if above else name)
        }
    if isinstance(was, list) and isinstance(became, list) and len(was) == len(became):
        return {place for one, other in zip(was, became) for place in touched(one, other, above)}
    return {above}


def _child(schema, node, name):
    inner = schema.child(node, name)
    if inner is None:
        raise NoOther("the schema has it in one of several forms only")
    return inner


def _below(schema, node, holder, name):
    """What stands there, made where there is nothing."""
    _along(holder, name)
    if not isinstance(holder.get(name), (dict, list)):
        holder[name] = _made(schema, node)
    if holder[name] == []:
        holder[name].append({})
    item = _item(holder[name])
    if name in WHOLE and not set(WHOLE[name]) & set(item):
        item.update(WHOLE[name])
    return holder[name]


def _along(holder, name):
    if "HostedZoneId" in holder:
        for other, value in NEEDS.get(name, {}).items():
            holder.setdefault(other, value)
    for other, value in ALONG.get(name, {}).items():
        holder.pop(other, None)
        if value is not None:
            holder[other] = value


def _choices(schema, node, name, holder, alike, anew):
    target = _target(holder, name)
    others = _others(schema, node, target.get(name), name, alike)
    return [target[name], *others] if anew and name in target else others


def _set(choices, pick, name, holder):
    if pick >= len(choices):
        raise NoOther("no other value is left" if choices else "has one value only")
    target = _target(holder, name)
    _along(target, name)
    target[name] = choices[pick]


def _target(holder, name):
    target = _item(holder)
    return _identity(holder) if name == "Value" and _is_tag(target) else target


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


def _others(schema, node, value, name, alike):
    """All other values to try, the likeliest first."""
    node = schema.resolved(node)
    if "items" in node:
        return _other_lists(schema, node, value, name, alike)
    if value is None:
        return _anew(node, name)
    if isinstance(value, bool):
        return [not value]
    if "enum" in node:
        return [each for each in node["enum"] if str(each) != str(value)]
    if isinstance(value, (int, float)):
        return [v for v in (value + 1, value - 1, value * 2) if _allowed(node, v) and v != value]
    fitting = FITTING.get(name)
    if isinstance(value, dict):
        return ([fitting] if isinstance(fitting, dict) else []) + [_other_document(value)]
    others = alike(value) or []
    if fitting is not None and str(fitting) != str(value):
        return [*others, fitting]
    if value in ("true", "false"):
        return ["false" if value == "true" else "true"]
    if NUMBER.fullmatch(value):
        number = int(float(value))
        return [str(each) for each in (number + 1, number - 1, number * 2) if each >= 0 and each != number]
    return [*others, value + "-" + ANEW]


def _allowed(node, value):
    return node.get("minimum", value) <= value <= node.get("maximum", value)


def _anew(node, name):
    """Where nothing was said: what is no default, as far as one can guess, comes first."""
    if name in FITTING:
        return [FITTING[name]]
    if "enum" in node:
        return node["enum"][::-1]
    if node.get("type") == "boolean":
        return [True, False]
    return [_fresh(node, name)]


def _other_lists(schema, node, value, name, alike):
    if not value:
        return [[each] for each in _anew(schema.resolved(node["items"]), name)]
    fewer = [value[:-1]] if len(value) > 1 else []
    others = _others(schema, node["items"], value[0], name, alike)
    return [*fewer, *([other, *value[1:]] for other in others), *([] if fewer else [[]])]


def _other_document(value):
    """A policy gets another effect; any other object another member."""
    value = copy.deepcopy(value)
    if "Statement" in value:
        statements = value["Statement"]
        first = statements[0] if isinstance(statements, list) else statements
        first["Effect"] = "Deny" if first["Effect"] == "Allow" else "Allow"
        return value
    return {**value, ANEW: ANEW}
