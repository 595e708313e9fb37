"""Reads an answer as its model says, lets somebody change it, and writes it again.

What is changed is plain data: structures and maps are dicts, lists are lists, all else is text,
numbers and flags. XML is held as text throughout, so that nothing is spelled anew by the way.
"""

import json
import re
from xml.etree import ElementTree
from xml.sax.saxutils import escape

NAMESPACE = re.compile(rb'\sxmlns="([^"]*)"')


def rewritten(content, operation, change):
    """The answer after `change(data, shape)`, which answers the new data."""
    shape = operation.output_shape
    payload = shape.serialization.get("payload")
    if payload:
        shape = shape.members[payload]
    if shape.type_name != "structure" or not content.strip():
        return content
    if operation.service_model.protocol in ("json", "rest-json"):
        return json.dumps(change(json.loads(content), shape)).encode()
    return _xml(content, operation, shape, change)


def _xml(content, operation, shape, change):
    namespace = NAMESPACE.search(content)
    root = ElementTree.fromstring(NAMESPACE.sub(b"", content))
    wrapper = operation.output_shape.serialization.get("resultWrapper")
    node = root if wrapper is None else root.find(wrapper)
    if node is None:
        return content
    # Attributes (the type of a grantee, say) are beyond what is changed here.
    if any(each.attrib for each in node.iter()):
        return content
    beside = [child for child in node if child.tag not in _tags(shape)]
    new = _write(change(_read(node, shape), shape), shape, node.tag, "")
    fresh = ElementTree.fromstring(new)
    fresh.extend(beside)
    if wrapper is None:
        root = fresh
    else:
        root.remove(node)
        root.insert(0, fresh)
    if namespace:
        root.set("xmlns", namespace[1].decode())
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + ElementTree.tostring(root, encoding="utf-8")


def _tags(shape):
    return {_tag(name, member) for name, member in shape.members.items()}


def _tag(name, shape):
    if shape.type_name == "list" and shape.serialization.get("flattened"):
        return shape.member.serialization.get("name") or shape.serialization.get("name", name)
    return shape.serialization.get("name", name)


def _read(node, shape):
    if shape.type_name == "structure":
        data = {}
        for name, member in shape.members.items():
            found = node.findall(_tag(name, member))
            if found and member.serialization.get("flattened"):
                data[name] = [_read(each, member.member) for each in found]
            elif found:
                data[name] = _read(found[0], member)
        return data
    if shape.type_name == "list":
        return [_read(each, shape.member) for each in node]
    if shape.type_name == "map":
        return {"": [_read_entry(each, shape) for each in node]}
    return node.text or ""


def _read_entry(node, shape):
    return (_read(node[0], shape.key), _read(node[1], shape.value))


def _write(data, shape, tag, inside):
    """Text of an element."""
    if shape.type_name == "structure":
        inside = "".join(
            _member(data[name], member, name)
            for name, member in shape.members.items()
            if name in data
        )
    elif shape.type_name == "list":
        item = shape.member.serialization.get("name", "member")
        inside = "".join(_write(each, shape.member, item, "") for each in data)
    elif shape.type_name == "map":
        key = shape.key.serialization.get("name", "key")
        value = shape.value.serialization.get("name", "value")
        inside = "".join(
            f"<entry>{_write(k, shape.key, key, '')}{_write(v, shape.value, value, '')}</entry>"
            for k, v in data[""]
        )
    else:
        inside = escape(_text(data))
    return f"<{tag}>{inside}</{tag}>"


def _member(data, shape, name):
    tag = _tag(name, shape)
    if shape.type_name == "list" and shape.serialization.get("flattened"):
        return "".join(_write(each, shape.member, tag, "") for each in data)
    return _write(data, shape, tag, "")


def _text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
