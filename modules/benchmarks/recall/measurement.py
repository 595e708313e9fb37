"""Changes one place after the other behind a stack's back, and asks a tool what it finds."""

import sys
from collections import Counter, defaultdict
from dataclasses import dataclass

from recall.account import Refused
from recall.changes import NoOther, changed, has, touched
from recall.tools import OF_THEIR_OWN
from recall.values import ALONG

PICKS = 6
PACKED = 40
UNKEPT = "taken by the sandbox, which keeps nothing of it: no answer to what the check asks is another one after it"


@dataclass(frozen=True)
class Place:
    """A property of a kind: of which of its documents, and where (`A/B`)."""

    kind: str
    document: str
    path: str


@dataclass(frozen=True)
class Outcome:
    """`found`, `missed` or `not changed`, and why; by which resource it was tried, and with which of its values."""

    said: str
    reason: str = ""
    logical: str = ""
    pick: int = 0


class Measurement:
    """What comes of each place. `owners` has, by logical id, address, kind and document of what the stack made."""

    def __init__(self, account, tool, schemas, owners, recorder):
        self.account, self.tool, self.schemas = account, tool, schemas
        self.owners, self.recorder = owners, recorder
        self.outcomes = {}

    def run(self, places):
        """Tries each place on a resource that has it, if there is one: of a resource several at once, at different places.

        What the provider does not take beside others is made alone. What is not found is tried again, with few others.
        """
        attempts = self._spread(places)
        base, pending, alone, matched = self.tool.findings(), dict(attempts), {}, {}
        while pending or alone:
            source = pending or alone
            some = {place: source.pop(place) for place in (self._packed if pending else self._apart)(source)}
            done = self._changed(some, together=True)
            found = self.tool.findings() - base
            changes = Counter(logical for logical, *_ in done.values())
            for place, attempt in done.items():
                matched[place] = self._judge(place, attempt, found, changes[attempt[0]] == 1)
            self._restore(done)
            if source is pending:
                alone |= {place: attempts[place] for place in some if place not in done}
            tell(f"{self.counted()}, {len(pending) + len(alone)} to do")
        if not self.tool.folds:
            return self.outcomes
        # What could not be changed back is found in every later round, whatever is done there.
        left = self.tool.findings() - base
        self.again({place: (outcome.logical, outcome.pick) for place, outcome in self.outcomes.items()
                    if outcome.said == "missed" or outcome.said == "found" and matched[place] <= left})
        return self.outcomes

    def _spread(self, places):
        """For each place what to try, the resources that have it in turns."""
        load, attempts = Counter(), {}
        for place in places:
            ranked = sorted(self._ranked(place), key=lambda logical: load[logical])
            load[ranked[0]] += 1
            attempts[place] = [(logical, pick) for logical in ranked for pick in range(PICKS)]
        return attempts

    def _packed(self, pending):
        """Some of them, for each resource up to so many that do not get in each other's way."""
        taken = defaultdict(list)
        for place, tries in pending.items():
            logical = tries[0][0]
            beside = taken[logical]
            full = len(beside) >= PACKED or _is_alone(place) or any(map(_is_alone, beside))
            others = [p for other, some in taken.items() if other != logical for p in some]
            if not (beside and full) and not self._is_like(place, others):
                beside.append(place)
        return [place for some in taken.values() for place in some]

    def counted(self):
        return dict(Counter(outcome.said for outcome in self.outcomes.values()))

    def _ranked(self, place):
        """The resources that have most of the place already."""
        own = [l for l, (_, kind, document) in self.owners.items() if (kind, document) == (place.kind, place.document)]
        much = {logical: has(place.path, self.account.properties(logical)) for logical in own}
        return [logical for logical in own if much[logical] == max(much.values())]

    @staticmethod
    def _is_like(place, taken):
        """Whether a thing of the same sort is changed at the same time, so that findings could be mistaken."""
        own = (place.kind, place.path.split("/")[0])
        return own in OF_THEIR_OWN and any((p.kind, p.path.split("/")[0]) == own for p in taken)

    def _changed(self, attempts, together=False):
        """Makes of each place the first change that the provider takes: (logical id, pick, before, after)."""
        done, busy = {}, set()
        for place, tries in attempts.items():
            reason = "every resource that has it is changed already"
            for logical, pick in tries:
                if logical in busy and not together:
                    continue
                try:
                    done[place] = (logical, pick, *self._change(logical, place, pick))
                    busy.add(logical)
                    break
                except (NoOther, Refused) as problem:
                    if pick == 0 or isinstance(problem, Refused):
                        reason = f"refused: {problem}" if isinstance(problem, Refused) else str(problem)
                except (KeyError, IndexError, TypeError, AttributeError) as problem:
                    reason = f"no value could be made for it ({type(problem).__name__})"
            if place not in done:
                self.outcomes[place] = Outcome("not changed", reason)
                tell(f"not changed {place.kind} {place.path}: {reason}")
        return done

    def _change(self, logical, place, pick):
        schema = self.schemas[self.account.resources[logical][0]]
        was = self.account.properties(logical)
        became = changed(schema, place.path, was, self.account.alike, pick)
        self.account.change(logical, was, became)
        return was, became

    def _restore(self, done):
        for logical, _, was, became in reversed(done.values()):
            try:
                self.account.change(logical, became, was)
            except Refused as problem:
                tell(f"{logical} could not be changed back: {problem}")

    def _judge(self, place, attempt, new, alone=True):
        """The findings that are about a place; none is a miss. That all is missing tells of a change made alone."""
        logical, pick, was, became = attempt
        address, kind, _ = self.owners[logical]
        changed_ = {place, *(Place(place.kind, place.document, path) for path in touched(was, became))}
        new = {f for f in new if alone or f.type != "missing"}
        about = {f for f in new if any(self.tool.names(f, address, kind, each) for each in changed_)}
        if about:
            self.outcomes[place] = Outcome("found", "", logical, pick)
        else:
            said = sorted(f"{f.type} {f.attribute}" for f in new if self.tool.is_about(f, address, kind))
            self.outcomes[place] = Outcome("missed", f"{address}: {'; '.join(said) or 'nothing said'}", logical, pick)
        return about

    def _apart(self, attempts):
        """Some of them, each of another resource, and none beside one that it could be mistaken for."""
        taken = {}
        for place, tries in attempts.items():
            logical = tries[0][0]
            if logical not in taken and not self._is_like(place, taken.values()):
                taken[logical] = place
        return list(taken.values())

    def again(self, open_):
        """Tries what was not found once more, in groups of other resources, halved until each is explained."""
        open_ = {place: [self._elsewhere(place, *attempt)] for place, attempt in open_.items()}
        while open_:
            group = {place: open_.pop(place) for place in self._apart(open_)}
            self._explain({place: tries[0] for place, tries in group.items()})

    def _elsewhere(self, place, logical, pick):
        """Another resource that has it as well, where there is one: what was tried may be free to move in a band."""
        ranked = self._ranked(place)
        return ranked[(ranked.index(logical) + 1) % len(ranked)], pick

    def _explain(self, group):
        """Where no answer to the tool is another one after a change, the sandbox did not keep it, or it was no change."""
        before = self._said()
        done = self._changed({place: [attempt] for place, attempt in group.items()})
        after = self._said()
        left = {p: a[:2] for p, a in done.items() if not self._judge(p, a, after[0] - before[0])}
        self._restore(done)
        tell(f"again {len(group)}: {len(done) - len(left)} found, answers {'as before' if after[1] == before[1] else 'other'}")
        if not left:
            return
        if len(left) < len(done):
            self._explain(left)
        elif after[1] == before[1]:
            self._other_values(left)
        elif len(left) > 1:
            items = list(left.items())
            self._explain(dict(items[: len(items) // 2]))
            self._explain(dict(items[len(items) // 2:]))
        else:
            tell(f"missed {next(iter(left))}: {self.outcomes[next(iter(left))]}")

    def _said(self):
        """What the tool finds, and what it was answered."""
        self.recorder.answers.clear()
        return self.tool.findings(), dict(self.recorder.answers)

    def _other_values(self, group):
        """The value may have been the one that was there by default."""
        for place in group:
            self.outcomes[place] = Outcome("not changed", UNKEPT, *group[place])
        further = {}
        for place, (logical, pick) in group.items():
            try:
                changed(self.schemas[self.account.resources[logical][0]], place.path, self.account.properties(logical),
                        self.account.alike, pick + 1)
                further[place] = (logical, pick + 1)
            except NoOther:
                pass
        if further and min(pick for _, pick in further.values()) < PICKS:
            kept = {place: self.outcomes[place] for place in further}
            self._explain(further)
            for place, outcome in kept.items():
                if self.outcomes[place].reason.startswith("refused"):
                    self.outcomes[place] = outcome


def _is_alone(place):
    """Whether a change there is not made beside others: something goes along with it, or all stand at one place."""
    names = place.path.split("/")
    return names[-1] in ("Key", "Value") or any(name in ALONG for name in names)


def tell(text):
    print(text, file=sys.stderr, flush=True)
