"""The order in which resources are made: each after those it refers to or names in DependsOn."""

from .errors import ValidationError
from .functions import SUBSTITUTION, references
from .template import depends_on


def dependencies(template):
    """For each resource, the names of the resources it needs."""
    resources = template["Resources"]
    return {
        name: references(body.get("Properties"), resources)
        | {other for other in depends_on(body) if other in resources}
        for name, body in resources.items()
    }


def creation_order(template):
    """Names in an order that respects dependencies, and otherwise the template's own order."""
    needs = dependencies(template)
    done, order = set(), []
    waiting = list(needs)
    while waiting:
        ready = [name for name in waiting if needs[name] <= done]
        if not ready:
            raise ValidationError(
                f"Circular dependency between resources: [{', '.join(sorted(waiting))}]"
            )
        order += ready
        done.update(ready)
        waiting = [name for name in waiting if name not in done]
    return order


def check_references(template):
    """Refuses a template that refers to what it does not define."""
    known = set(template["Resources"]) | set(template.get("Parameters") or {})
    unresolved = sorted(
        name
        for name in _named(template["Resources"]) | _named(template.get("Outputs") or {})
        if name not in known and not name.startswith("AWS::")
    )
    missing = {
        other
        for body in template["Resources"].values()
        for other in depends_on(body)
        if other not in template["Resources"]
    }
    unresolved += sorted(missing)
    if unresolved:
        raise ValidationError(
            "Template format error: Unresolved resource dependencies "
            f"[{', '.join(unresolved)}] in the Resources block of the template"
        )


def _named(node):
    if isinstance(node, list):
        return {name for item in node for name in _named(item)}
    if not isinstance(node, dict):
        return set()
    found = set()
    for key, item in node.items():
        if key == "Ref" and isinstance(item, str):
            found.add(item)
        elif key == "Fn::GetAtt":
            found.add(item.split(".")[0] if isinstance(item, str) else item[0])
        elif key == "Fn::Sub":
            text, own = item if isinstance(item, list) else (item, {})
            for literal, name in SUBSTITUTION.findall(text):
                if not literal and name.strip() not in own:
                    found.add(name.strip().split(".")[0] if "::" not in name else name.strip())
            found |= _named(own)
        else:
            found |= _named(item)
    return found
