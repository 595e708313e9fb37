"""All places of all kinds that the vendor's schema lets one change."""

import sys
from pathlib import Path

from recall.measurement import Outcome, Place
from recall.places import Schema
from recall.report import NO_ATTRIBUTE
from recall.terraform import spellings
from recall.tools import OF_THEIR_OWN, declared

SANDBOX = Path(__file__).resolve().parents[3] / "ci/sandbox"
UNSAID = "the sandbox's CloudFormation has no such property"


class Catalogue:
    """`kinds` has what `KindPlaces` prints, by kind."""

    def __init__(self, kinds, wanted=None):
        self.kinds = {each["kind"]: each for each in kinds}
        self.schemas = _schemas({t for kind in self.kinds.values() for t in kind["types"].values()})
        self.places = [
            Place(kind, document, path)
            for kind, declares in sorted(self.kinds.items()) if not wanted or kind in wanted
            for document, kind_type in declares["types"].items()
            for path in self.schemas[kind_type].mutable
        ]

    def settled(self, owners):
        """What can be said without a try."""
        there = {(kind, document) for _, kind, document in owners.values()}
        said = {place: self._settled(place, there) for place in self.places}
        return {place: outcome for place, outcome in said.items() if outcome}

    def _settled(self, place, there):
        kind = self.kinds[place.kind]
        if declared(kind["places"], place) is None:
            return Outcome("undeclared")
        if (place.kind, place.document) not in there:
            why = kind["notInSandbox"] or "the stack has none"
            return Outcome("not changed", f"none in the sandbox: {why}")
        if place.path.split("/")[0] not in _handled(kind["types"][place.document]):
            return Outcome("not changed", UNSAID)
        return None

    def open(self, settled):
        return [place for place in self.places if place not in settled]

    def written(self, outcomes):
        return [
            {"kind": place.kind, "document": place.document, "place": place.path,
             "type": self.kinds[place.kind]["types"][place.document],
             "outcome": outcome.said, "reason": outcome.reason, "by": outcome.logical, "pick": outcome.pick}
            for place, outcome in sorted(outcomes.items(), key=lambda each: str(each[0]))
        ]

    def add(self, places, outcomes):
        """Beside what Plumbline found, what Terraform found."""
        for each in places:
            place = Place(each["kind"], each["document"], each["place"])
            outcome = outcomes.get(place)
            if outcome and each["outcome"] in ("found", "missed"):
                reason = outcome.reason if outcome.said == "not changed" else ""
                own = (place.kind, place.path.split("/")[0]) in OF_THEIR_OWN
                if outcome.said == "missed" and not own and not spellings(self.kinds[place.kind], place):
                    reason = NO_ATTRIBUTE
                elif outcome.said == "missed":
                    reason = "the plan does not say it"
                each["terraform"] = {"outcome": outcome.said, "reason": reason}


def _schemas(types):
    from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

    return {name: Schema(PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", name).schema) for name in types}


def _handled(kind_type):
    """The properties that the sandbox's CloudFormation has of a type."""
    sys.path.insert(0, str(SANDBOX))
    import plumbline_sandbox.cloudformation.resources  # noqa: F401
    from plumbline_sandbox.cloudformation.resources.handler import HANDLERS

    handler = HANDLERS.get(kind_type)
    return handler.properties if handler else frozenset()
