"""The drift tools that are measured. Another one is a class with the same two methods."""

import json
import subprocess
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What a tool says of one thing: `missing`, `changed`, `unmanaged`, …, by its own id of the resource."""

    type: str
    resource: str
    attribute: str
    kind: str = ""
    observed: str = ""


class DriftTool:
    """Looks at a stack that was deployed, and says what is not as it was."""

    name = ""
    folds = False  # whether a finding that follows from another one is not told by itself

    def findings(self):
        """All that the tool finds now, as a set of `Finding`."""
        raise NotImplementedError

    def names(self, finding, resource, kind, place):
        """Whether a finding is about a place of CloudFormation's type of a resource, by its address in Plumbline."""
        raise NotImplementedError

    def is_about(self, finding, resource, kind):
        """Whether a finding is about the resource."""
        raise NotImplementedError

    def is_of(self, finding, kind):
        """Whether a finding is about a thing of the kind."""
        raise NotImplementedError

    def tells_of_more(self, finding, kind, double, sort):
        """Whether a finding is about a second thing (`Double`) beside ours: `added`, `child` or `duplicate`."""
        raise NotImplementedError


# What CloudFormation says in a list of a resource, and the API has as things of their own.
OF_THEIR_OWN = {
    ("event-rule", "Targets"): "event-target",
    ("role", "ManagedPolicyArns"): "role-policy-attachment",
    ("security-group", "SecurityGroupEgress"): "security-group-egress-rule",
    ("eks-access-entry", "AccessPolicies"): "eks-access-policy",
}


class Plumbline(DriftTool):
    name = "plumbline drift"
    folds = True

    def __init__(self, command, kinds):
        """`kinds` has, by kind and place, the attributes that stand there (`KindPlaces`)."""
        self.command = command
        self.kinds = kinds

    def findings(self):
        done = subprocess.run(self.command, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 2, 3):
            raise RuntimeError(done.stderr)
        found = json.loads(done.stdout)["findings"]
        return {self._finding(each) for each in found} | {
            Finding("missing", address, "", "", "with " + str(each["id"]))
            for each in found if each["type"] == "missing"
            for address in each["follows"] if " " not in address  # not one of its attributes alone
        }

    @staticmethod
    def _finding(each):
        return Finding(
            each["type"],
            each["id"] or each["kind"],
            each["attribute"] or "",
            each["kind"],
            json.dumps(each["observed"], sort_keys=True),
        )

    def names(self, finding, resource, kind, place):
        own = OF_THEIR_OWN.get((kind, place.path.split("/")[0]))
        if own is not None and finding.kind == own:
            part = finding.resource.partition("/")[0] == resource.partition("/")[0]
            return part or finding.type == "unmanaged"
        if finding.resource != resource:
            return False
        if finding.type == "missing":
            return True  # what tells whose it is was changed
        if finding.type != "changed":
            return False
        said = finding.attribute.split("/")
        paths = self.kinds[kind]["places"].get(declared(self.kinds[kind]["places"], place), [])
        members = {part for each in self.kinds[kind]["places"].values() for path in each for part in path.split("/")}
        return any(leads(said, path.split("/"), members) for path in paths)

    def is_about(self, finding, resource, kind):
        return finding.resource == resource

    def is_of(self, finding, kind):
        return finding.kind == kind

    def tells_of_more(self, finding, kind, double, sort):
        wanted = "duplicate" if sort == "duplicate" else "unmanaged"
        return finding.kind == kind and finding.type == wanted


def declared(places, place):
    """The place that a kind declares for one: itself, or a document of JSON that it stands in; None for none."""
    spelled = f"{place.document}:{place.path}" if place.document else place.path
    if spelled in places:
        return spelled
    above = spelled
    while "/" in above:
        above = above.rpartition("/")[0]
        if above in places:
            whole = all(p == above + "/Version" for p in places if p.startswith(above + "/"))
            return above if whole else None
    return None


def leads(said, path, members=()):
    """Whether what was said is the path, or stands in it, or is what it stands in; `[]` is the key of an item.

    A key may have slashes itself; that of a whole item does not end like one of the `members`.
    """
    if not said or not path:
        return True
    if path[0] != "[]":
        return said[0] == path[0] and leads(said[1:], path[1:], members)
    if len(said) > 1 and not set(said) & set(members):
        return True
    return any(leads(said[end:], path[1:], members) for end in [1, *range(2, len(said))])
