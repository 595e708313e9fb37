"""What is done to one answer."""

from . import facts, policies


class Rewriting:
    """Goes through an answer, from the outside in, with the operation's shapes beside it."""

    def __init__(self, operation, chance):
        self.service = operation.service_model.service_name
        self.operation = operation.name
        self.chance = chance

    def result(self, data, shape):
        return self._value(data, shape, "")

    def _value(self, data, shape, path):
        if data is None:
            return None
        if shape.type_name == "structure":
            return self._structure(data, shape, path)
        if shape.type_name == "list":
            return self._list(data, shape, path)
        if shape.type_name == "string" and isinstance(data, str):
            return self._text(data, path)
        return data

    def _structure(self, data, shape, path):
        told = dict(data)
        for member, value in facts.filled_in(self.service, self.operation, path):
            told.setdefault(_name(shape, member, told), value)
        for member, inner in shape.members.items():
            name = _name(shape, member, told)
            if inner.type_name == "list" and not told.get(name):
                self._empty(told, name, path + "/" + member)
            elif name in told:
                told[name] = self._value(told[name], inner, path + "/" + member)
        return told

    def _empty(self, told, name, path):
        """A list without items is there or is not; only what is optional can be missing."""
        if path.count("/") < 2:
            return
        told.pop(name, None)
        if self.chance.random() < 0.5:
            told[name] = []

    def _list(self, items, shape, path):
        told = [self._value(each, shape.member, path) for each in items]
        told += facts.entries(self.service, self.operation, told)
        if path.rsplit("/", 1)[-1] in facts.KEPT:
            return told
        return self.chance.sample(told, len(told))

    def _text(self, text, path):
        member = path.rsplit("/", 1)[-1]
        if member in facts.COMMA_LISTS:
            parts = text.split(",")
            return ",".join(self.chance.sample(parts, len(parts)))
        if (self.service, member) in facts.ARNS:
            return facts.arn(self.service, member, text)
        return policies.rewritten(text, self.chance) or text


def _name(shape, member, told):
    """Under which name a member stands: JSON has the names of the wire, XML was read by members."""
    inner = shape.members.get(member)
    wire = member if inner is None else inner.serialization.get("name", member)
    return wire if wire in told and member not in told else member
