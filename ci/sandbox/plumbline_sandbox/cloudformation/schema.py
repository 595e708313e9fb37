"""AWS's own resource schemas, as cfn-lint ships them: what a type's properties are, which of them
force a replacement, and which tags CloudFormation puts on by itself."""

import functools
import json
from pathlib import Path


@functools.cache
def _catalogue():
    # Only cfn-lint's data is read. Its code would take a second to load.
    import cfnlint.data.schemas as data
    from cfnlint.data.schemas.providers.us_east_1 import types

    return Path(data.__file__).parent / "resources", types


def exists(resource_type):
    """Whether AWS has such a resource type."""
    return resource_type in _catalogue()[1]


@functools.cache
def of(resource_type):
    folder, types = _catalogue()
    document = (folder / f"{types[resource_type]}.json").read_text(encoding="utf-8")
    return Schema(json.loads(document))


class Schema:
    """One resource type's schema."""

    def __init__(self, document):
        self.document = document
        self.create_only = self._tops("createOnlyProperties")
        self.conditionally_create_only = self._tops("conditionalCreateOnlyProperties")
        self.read_only = self._tops("readOnlyProperties")
        self.identifiers = self._tops("primaryIdentifier")
        self.tagging = document.get("tagging") or {}
        path = self.tagging.get("tagProperty", "/properties/Tags").split("/")[-1]
        self.tag_property = path if path in document["properties"] else None

    def _tops(self, key):
        """Property names of the top level; deeper paths are no business of the engine."""
        paths = [path.split("/")[2:] for path in self.document.get(key) or []]
        return {path[0] for path in paths if len(path) == 1}

    def conform(self, properties):
        """The properties with texts turned to the schema's scalars, and the list of problems."""
        problems = []
        result = self._object(self.document, properties, "#", problems)
        for name in sorted(self.read_only & set(properties)):
            problems.append(f"#: extraneous key [{name}] is not permitted")
        return result, problems

    def _conform(self, schema, value, path, problems):
        while "$ref" in schema:
            schema = self.document["definitions"][schema["$ref"].rsplit("/", 1)[-1]]
        if isinstance(value, dict) and "properties" in schema:
            return self._object(schema, value, path, problems)
        if isinstance(value, list) and "items" in schema:
            return [
                self._conform(schema["items"], item, f"{path}/{index}", problems)
                for index, item in enumerate(value)
            ]
        kind = schema.get("type")
        if isinstance(kind, str):
            value = _scalar(kind, value, path, problems)
        if "enum" in schema and isinstance(value, str) and path.count("/") < 2:
            self._enumerated(schema["enum"], value, path, problems)
        return value

    def _object(self, schema, value, path, problems):
        known = schema["properties"]
        result = {}
        for name, item in value.items():
            if name in known:
                result[name] = self._conform(known[name], item, f"{path}/{name}", problems)
            elif schema.get("additionalProperties", True) is False:
                problems.append(f"{path}: extraneous key [{name}] is not permitted")
            else:
                result[name] = item
        for name in schema.get("required") or []:
            if name not in value:
                problems.append(f"{path}: required key [{name}] not found")
        return result

    @staticmethod
    def _enumerated(allowed, value, path, problems):
        if value not in allowed and len(allowed) < 20:
            problems.append(f"{path}: {value} is not a valid enum value")


def _scalar(kind, value, path, problems):
    from .functions import UNKNOWN

    if value is UNKNOWN:
        return value
    try:
        if kind == "integer" and not isinstance(value, bool):
            return int(value)
        if kind == "number" and not isinstance(value, bool):
            return float(value) if "." in str(value) else int(value)
    except (TypeError, ValueError):
        problems.append(f"{path}: expected type: {kind.capitalize()}, found: {_kind(value)}")
        return value
    if kind == "boolean" and isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if kind == "string" and isinstance(value, bool):
        return "true" if value else "false"
    if kind == "string" and isinstance(value, (int, float)):
        return str(value)
    expected = {"string": str, "boolean": bool, "array": list, "object": dict}.get(kind, object)
    if not isinstance(value, expected):
        problems.append(f"{path}: expected type: {_kind_name(kind)}, found: {_kind(value)}")
    return value


def _kind_name(kind):
    return {"array": "JSONArray", "object": "JSONObject"}.get(kind, kind.capitalize())


def _kind(value):
    names = {dict: "JSONObject", list: "JSONArray", str: "String", bool: "Boolean", int: "Integer"}
    return names.get(type(value), type(value).__name__)
