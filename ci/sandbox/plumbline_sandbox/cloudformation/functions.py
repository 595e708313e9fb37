"""Evaluates a template's functions and conditions against parameters and what exists so far."""

import base64
import json
import re

from .errors import ValidationError

SUBSTITUTION = re.compile(r"\$\{(!?)([^}]+)\}")


class Unknown:
    """A value that only execution will tell, such as the id of a resource not made yet."""

    def __repr__(self):
        return "{{changeSet:KNOWN_AFTER_APPLY}}"


UNKNOWN = Unknown()
NO_VALUE = object()


class Evaluator:
    """Turns template values into plain ones. `reference(name)` and `attribute(name, path)` answer
    for resources; both may answer UNKNOWN, and what is built from an unknown is unknown."""

    def __init__(self, template, parameters, reference, attribute, exports=None):
        self.mappings = template.get("Mappings") or {}
        self.conditions = template.get("Conditions") or {}
        self.parameters = parameters
        self.reference = reference
        self.attribute = attribute
        self.exports = exports or {}
        self._decided = {}

    def value(self, node):
        if isinstance(node, list):
            items = [self.value(item) for item in node]
            return [item for item in items if item is not NO_VALUE]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            ((name, argument),) = node.items()
            if name == "Ref":
                return self._ref(argument)
            if name.startswith("Fn::"):
                return self._call(name[4:], argument)
        members = {key: self.value(item) for key, item in node.items()}
        return {key: item for key, item in members.items() if item is not NO_VALUE}

    def holds(self, name):
        """Whether a named condition is true."""
        if name not in self._decided:
            if name not in self.conditions:
                raise ValidationError(
                    f"Template error: Unresolved condition dependency {name} in the template"
                )
            self._decided[name] = self._test(self.conditions[name])
        return self._decided[name]

    def _test(self, node):
        if isinstance(node, dict) and len(node) == 1:
            ((name, argument),) = node.items()
            if name == "Condition":
                return self.holds(argument)
            if name == "Fn::And":
                return all([self._test(item) for item in argument])
            if name == "Fn::Or":
                return any([self._test(item) for item in argument])
            if name == "Fn::Not":
                return not self._test(argument[0])
            if name == "Fn::Equals":
                left, right = self.value(argument)
                return _text(left) == _text(right)
        return str(self.value(node)).lower() == "true"

    def _ref(self, name):
        if name == "AWS::NoValue":
            return NO_VALUE
        if name in self.parameters:
            return self.parameters[name]
        return self.reference(name)

    def _call(self, name, argument):
        function = getattr(self, f"_fn_{name.lower()}", None)
        if function is None:
            raise ValidationError(f"Template error: the sandbox does not implement Fn::{name}")
        return function(argument)

    def _fn_getatt(self, argument):
        if isinstance(argument, str):
            argument = argument.split(".", 1)
        return self.attribute(argument[0], ".".join(str(self.value(a)) for a in argument[1:]))

    def _fn_sub(self, argument):
        text, names = argument if isinstance(argument, list) else (argument, {})
        parts, unknown = [], False

        def replacement(match):
            nonlocal unknown
            literal, name = match.group(1), match.group(2).strip()
            if literal:
                return "${" + match.group(2) + "}"
            if name in names:
                value = self.value(names[name])
            elif "." in name and name not in self.parameters:
                value = self.attribute(*name.split(".", 1))
            else:
                value = self._ref(name)
            unknown = unknown or value is UNKNOWN
            return "" if value is NO_VALUE else _text(value)

        parts = SUBSTITUTION.sub(replacement, text)
        return UNKNOWN if unknown else parts

    def _fn_join(self, argument):
        delimiter, items = argument
        items = self.value(items)
        if items is UNKNOWN or any(item is UNKNOWN for item in items):
            return UNKNOWN
        return delimiter.join(_text(item) for item in items)

    def _fn_split(self, argument):
        text = self.value(argument[1])
        return UNKNOWN if text is UNKNOWN else text.split(argument[0])

    def _fn_select(self, argument):
        index, items = self.value(argument[0]), self.value(argument[1])
        if items is UNKNOWN:
            return UNKNOWN
        if not 0 <= int(index) < len(items):
            raise ValidationError(
                "Template error: Fn::Select cannot select nonexistent value at index " + str(index)
            )
        return items[int(index)]

    def _fn_base64(self, argument):
        text = self.value(argument)
        if text is UNKNOWN:
            return UNKNOWN
        return base64.b64encode(_text(text).encode("utf-8")).decode("ascii")

    def _fn_if(self, argument):
        condition, when_true, when_false = argument
        return self.value(when_true if self.holds(condition) else when_false)

    def _fn_findinmap(self, argument):
        name, first, second = (self.value(item) for item in argument[:3])
        try:
            return self.value(self.mappings[name][_text(first)][_text(second)])
        except KeyError:
            raise ValidationError(
                f"Template error: Unable to get mapping for {name}::{first}::{second}"
            ) from None

    def _fn_getazs(self, argument):
        region = self.value(argument) or self.parameters["AWS::Region"]
        return [region + letter for letter in "abc"]

    def _fn_importvalue(self, argument):
        name = self.value(argument)
        if name not in self.exports:
            raise ValidationError(f"No export named {name} found.")
        return self.exports[name]

    def _fn_length(self, argument):
        return len(self.value(argument))

    def _fn_tojsonstring(self, argument):
        return json.dumps(self.value(argument), separators=(",", ":"))

    def _fn_cidr(self, argument):
        import ipaddress

        block, count, bits = ([self.value(item) for item in argument] + [8])[:3]
        if block is UNKNOWN:
            return UNKNOWN
        network = ipaddress.ip_network(block)
        nets = network.subnets(new_prefix=network.max_prefixlen - int(bits))
        return [str(next(nets)) for _ in range(int(count))]


def _text(value):
    """A value as CloudFormation writes it into text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def holds_unknown(value):
    if isinstance(value, dict):
        return any(holds_unknown(item) for item in value.values())
    if isinstance(value, list):
        return any(holds_unknown(item) for item in value)
    return value is UNKNOWN


def references(node, names):
    """The resource names that a part of a template refers to."""
    found = set()

    def walk(part):
        if isinstance(part, list):
            for item in part:
                walk(item)
        elif isinstance(part, dict):
            for key, item in part.items():
                if key == "Ref" and isinstance(item, str):
                    found.add(item)
                elif key == "Fn::GetAtt":
                    found.add(item.split(".")[0] if isinstance(item, str) else item[0])
                elif key == "Fn::Sub":
                    text = item[0] if isinstance(item, list) else item
                    own = item[1] if isinstance(item, list) else {}
                    for literal, name in SUBSTITUTION.findall(text):
                        if not literal and name.strip() not in own:
                            found.add(name.strip().split(".")[0])
                    walk(own)
                else:
                    walk(item)

    walk(node)
    return found & set(names)
