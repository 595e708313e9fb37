"""What somebody adds, doubles, takes the tag of, and deletes: of one resource of each kind."""

from collections import defaultdict

from recall.account import Refused
from recall.doubles import NoDouble, Doubles
from recall.measurement import tell
from recall.tools import OF_THEIR_OWN

# What is added to lists whose items are things of their own.
MORE = {
    "event-target": {"Id": "recall", "Arn": "arn:aws:sqs:us-east-1:123456789012:recall"},
    "role-policy-attachment": "arn:aws:iam::aws:policy/AdministratorAccess",
    "security-group-egress-rule": {"IpProtocol": "udp", "FromPort": 53, "ToPort": 53, "CidrIp": "192.0.2.0/24"},
    "eks-access-policy": {
        "PolicyArn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
        "AccessScope": {"Type": "cluster"},
    },
}


def measure(there, kinds):
    """By class and kind: `found`, `missed`, or why it could not be done."""
    return _Structure(there, kinds).run()


class _Structure:
    def __init__(self, there, kinds):
        self.there, self.kinds = there, kinds
        self.account, self.tool, self.owners = there.account, there.tool, there.owners
        self.doubles = Doubles(there)
        self.outcomes = {name: {} for name in ("deleted", "added", "child", "duplicate", "moved tag")}

    def run(self):
        for name in ("added", "child", "duplicate"):
            self._doubled(name)
        self._listed()
        self._deleted()
        return self.outcomes

    def _one_of_each(self):
        """By kind, one resource, the first."""
        chosen = {}
        for logical, (_, kind, document) in self.owners.items():
            if not document:
                chosen.setdefault(kind, logical)
        return chosen

    def _doubled(self, name):
        """A second one of each kind: with our tags and another id, without any, with the very same."""
        before, made = self.tool.findings(), {}
        for kind, logical in self._one_of_each().items():
            try:
                made[kind] = self.doubles.make(logical, name)
            except NoDouble as problem:
                self.outcomes[name][kind] = str(problem)
        new = self.tool.findings() - before
        for kind, double in made.items():
            self._judge(name, kind, any(self.tool.tells_of_more(f, kind, double, name) for f in new))
        if name == "duplicate":
            self._moved(made, before)
        for double in made.values():
            self.doubles.remove(double)

    def _moved(self, doubles, before):
        """The first one loses its tags to its double."""
        done = {}
        for kind, double in doubles.items():
            was = self.account.properties(double.logical)
            place = double.tags
            try:
                bare = {name: value for name, value in was.items() if name != place}
                self.account.change(double.logical, was, bare)
                done[kind] = (double, was, bare)
            except Refused as problem:
                self.outcomes["moved tag"][kind] = f"refused: {problem}"[:160]
        new = self.tool.findings() - before
        for kind, (double, was, bare) in done.items():
            address = self.owners[double.logical][0]
            self._judge("moved tag", kind, any(self.tool.is_about(f, address, kind) for f in new))
            self.account.change(double.logical, bare, was)

    def _listed(self):
        """One more, and one less, of what stands in a list of a resource and is a thing of its own."""
        for (holder, name), kind in OF_THEIR_OWN.items():
            logical = next((l for l, (_, k, _d) in self.owners.items()
                            if k == holder and self.account.properties(l).get(name)), None)
            if logical is None:
                continue
            was = self.account.properties(logical)
            for outcome, items in (("child", [*was[name], MORE[kind]]), ("deleted", was[name][1:])):
                self._change_list(outcome, kind, logical, was, {**was, name: items})

    def _change_list(self, outcome, kind, logical, was, became):
        before = self.tool.findings()
        try:
            self.account.change(logical, was, became)
        except Refused as problem:
            self.outcomes[outcome][kind] = f"refused: {problem}"[:160]
            return
        new = self.tool.findings() - before
        address, holder, _ = self.owners[logical]
        said = {"child": ("unmanaged", "changed"), "deleted": ("missing", "changed")}[outcome]
        own = [f for f in new if f.type in said and (
            self.tool.is_of(f, kind) or self.tool.is_about(f, address, holder))]
        self._judge(outcome, kind, bool(own))
        self.account.change(logical, became, was)

    def _deleted(self):
        """All of them, the last made first: each must be told of, if only under what it stood in."""
        before, gone, done = self.tool.findings(), defaultdict(list), []
        for logical, (address, kind, document) in reversed(list(self.owners.items())):
            if document:
                continue
            try:
                self.account.delete(logical)
                done.append((address, kind))
            except Refused as problem:
                gone[kind].append(f"refused: {problem}"[:160])
        new = self.tool.findings() - before
        for address, kind in done:
            told = any(f.type == "missing" and self.tool.is_about(f, address, kind) for f in new)
            gone[kind].append("found" if told else f"missed {address}")
            if not told:
                tell(f"missed: deleted {kind} {address}")
        self.outcomes["deleted"] |= {kind: _most(said) for kind, said in gone.items()}

    def _judge(self, name, kind, found):
        self.outcomes[name][kind] = "found" if found else "missed"
        if not found:
            tell(f"missed: {name} {kind}")


def _most(said):
    """Of one kind: found where all were."""
    worse = [each for each in said if each != "found"]
    refused = [each for each in worse if each.startswith("refused")]
    return "found" if not worse else (refused or worse)[0]
