#!/usr/bin/env python3
"""Measures what `plumbline drift` misses.

    modules/benchmarks/recall.py [--rounds N] [--minutes N] [--classpath PATH] [--out docs]

Deploys the stack that has every kind into a sandbox by CloudFormation. Then each property that the vendor's schema lets
one change (CloudFormation's schemas, as cfn-lint carries them, without createOnly and readOnly) is changed through the
provider's API, behind the stack's back, and the check must say so, at the address and the attribute where it was done. What is changed and to what, the schema says; Plumbline has no say in it. In each round every resource gets
one change, and they are changed back. At last the resources are deleted.

Writes recall.md and recall.json. Exit code 1 where something that was changed was not found.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

import side_by_side

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = ROOT / ".plumbline/venv/bin/python"
STACK = "every-kind"
UNSAID = "the sandbox's CloudFormation has no such property"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1000, help="stop after so many")
    parser.add_argument("--minutes", type=float, default=60, help="for looking again at what was not found")
    parser.add_argument("--classpath", help="of what is built already")
    parser.add_argument("--out", type=Path, default=ROOT / "docs")
    options = parser.parse_args()
    if Path(sys.prefix) != PYTHON.parents[1]:
        subprocess.run(["bash", ROOT / "ci/setup"], check=True)
        os.execv(PYTHON, [str(PYTHON), __file__, *sys.argv[1:]])
    from recall import report

    measured = measure(options.classpath or build(), options.rounds, options.minutes)
    report.write(measured, options.out)
    return 1 if any(each["outcome"] == "missed" for each in measured["places"]) else 0


def build():
    """Builds what is needed, with the tests that have the stack; returns the class path."""
    listing = HERE / "target" / "recall.classpath"
    subprocess.run(
        ["mvn", "-q", "-B", "-ntp", "-f", ROOT / "pom.xml", "-pl", "modules/benchmarks,modules/e2e", "-am",
         "-DskipTests", "package", "dependency:build-classpath", f"-Dmdep.outputFile={listing}"],
        check=True,
    )
    return os.pathsep.join([str(HERE / "target/classes"), str(ROOT / "modules/e2e/target/test-classes"),
                            listing.read_text().strip()])


def measure(classpath, rounds, minutes):
    import boto3
    from recall.account import Account
    from recall.recorder import Recorder
    from recall.tools import Plumbline

    java = [side_by_side.java(), *side_by_side.FLAGS, "-cp", classpath]
    kinds = {each["kind"]: each for each in json.loads(run([*java, "io.plumbline.benchmarks.KindPlaces"]))}
    server = subprocess.Popen([PYTHON, ROOT / "ci/sandbox/server.py", "--idle-seconds", "900"],
                              stdout=subprocess.PIPE, text=True)
    try:
        url = server.stdout.readline().strip()
        with tempfile.TemporaryDirectory() as folder:
            recorder = Recorder(url)
            project = make_project(Path(folder), recorder.url, server.pid)
            plumbline = [java[0], f"-Dplumbline.home={project}", *java[1:], "io.plumbline.cli.Main"]
            run([*plumbline, "deploy", "--no-verify"])
            tool = Plumbline([*plumbline, "drift", "--output", "json"], kinds)
            work = project / ".plumbline/sandbox" / STACK / "main"
            account = Account(boto3.Session("x", "x", region_name="us-east-1"), url)
            graph = json.loads((work / "release.json").read_text())["graph"]
            return Measurement(account, tool, kinds, graph, recorder).run(rounds, minutes)
    finally:
        server.terminate()
        server.wait()


def make_project(folder, url, pid):
    (folder / "environments").mkdir()
    (folder / ".plumbline").mkdir()
    (folder / ".plumbline/sandbox.json").write_text(json.dumps({"url": url, "pid": pid}))
    (folder / "templates").symlink_to(ROOT / "templates")
    (folder / "environments/sandbox.yaml").write_text(f"""\
sites:
  main: {{provider: aws, engine: cloudformation, region: us-east-1, account: "123456789012", endpoint: "{url}",
    credentials: fake}}
stacks:
  {STACK}: {{most: 4}}
""")
    return folder


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command[-2:]} ended with {done.returncode}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


class Measurement:
    """All places of all kinds, and what came of each."""

    def __init__(self, account, tool, kinds, graph, recorder):
        self.account, self.tool, self.kinds, self.recorder = account, tool, kinds, recorder
        self.schemas = schemas({t for kind in kinds.values() for t in kind["types"].values()})
        self.owners = self._owners(graph)
        self.outcomes = {}
        self.pending = self._pending()

    def _owners(self, graph):
        """By logical id: address, kind and document of what the stack made."""
        from recall.account import logical_id

        owners = {}
        for resource in graph:
            for document in self.kinds[resource["kind"]]["types"]:
                logical = logical_id(resource["address"], document)
                if logical in self.account.resources:
                    owners[logical] = (resource["address"], resource["kind"], document)
        return owners

    def _pending(self):
        """By kind and document, the declared places that can be tried; the others are told of at once."""
        there = {(kind, document) for _, kind, document in self.owners.values()}
        pending = defaultdict(list)
        for kind, declared in self.kinds.items():
            for document, kind_type in declared["types"].items():
                for place in self.schemas[kind_type].mutable:
                    spelled = f"{document}:{place}" if document else place
                    key = (kind, document, place)
                    if _declared(declared["places"], spelled) is None:
                        self.outcomes[key] = ("undeclared", "")
                    elif (kind, document) not in there:
                        self.outcomes[key] = ("not changed", "the stack in the sandbox has none of this kind")
                    elif place.split("/")[0] not in handled(kind_type):
                        self.outcomes[key] = ("not changed", UNSAID)
                    else:
                        pending[kind, document].append(place)
        return pending

    def run(self, rounds, minutes):
        before = self.tool.findings()
        if before:
            sys.exit(f"the stack is not in sync from the start: {before}")
        done = 0
        while any(self.pending.values()) and done < rounds:
            before = self._round(before)
            done += 1
            tell(f"round {done}: {Counter(o for o, _ in self.outcomes.values())}, "
                 f"{sum(map(len, self.pending.values()))} to do")
        for (kind, document), places in self.pending.items():
            for place in places:
                self.outcomes[kind, document, place] = ("not changed", "the run was cut short")
        self._look_again(time.monotonic() + 60 * minutes)
        left = sorted(f"{f.type} {f.resource} {f.attribute}" for f in self.tool.findings())
        return {
            "places": [
                {"kind": kind, "type": self.kinds[kind]["types"][document], "place": place, "outcome": outcome,
                 "reason": reason}
                for (kind, document, place), (outcome, reason) in sorted(self.outcomes.items())
            ],
            "structure": self._deletions(),
            "leftAfterRestoring": left,
        }

    def _round(self, before):
        """One change of each resource, then a check, then all changed back. What was said before does not count."""
        done = {}
        for logical, (_, kind, document) in self.owners.items():
            places = self.pending[kind, document]
            while places and logical not in done:
                if self._is_taken(kind, places[0], done):
                    break
                place = places.pop(0)
                changed = self._change(logical, place)
                if changed is not None:
                    done[logical] = (place, *changed)
        found = self.tool.findings()
        for logical, (place, _, _) in done.items():
            self._judge(logical, place, found - before, "open")
        for logical, (_, was, became) in done.items():
            self._restore(logical, was, became)
        return found

    def _is_taken(self, kind, place, done):
        """Whether this round has changed a thing of the same sort already, so that findings could be mistaken."""
        from recall.tools import OF_THEIR_OWN

        own = (kind, place.split("/")[0])
        return own in OF_THEIR_OWN and any(
            (self.owners[logical][1], other[0].split("/")[0]) == own for logical, other in done.items()
        )

    def _look_again(self, deadline):
        """Changes alone what was not found beside other changes, from which it may have followed. Where no answer is another one then, the provider kept nothing of it."""
        for (kind, document, place), (outcome, _) in sorted(self.outcomes.items()):
            if outcome != "open" or time.monotonic() > deadline:
                continue
            logical = next(l for l, (_, k, d) in self.owners.items() if (k, d) == (kind, document))
            before = self._said()
            changed = self._change(logical, place)
            if changed is None:
                continue
            after = self._said()
            self._judge(logical, place, after[0] - before[0], "missed")
            if self.outcomes[kind, document, place][0] == "missed" and after[1] == before[1]:
                reason = "taken, and no answer to what the check asks is another one after it"
                self.outcomes[kind, document, place] = ("not changed", reason)
            tell(f"again {kind} {place}: {self.outcomes[kind, document, place]}")
            self._restore(logical, *changed)

    def _said(self):
        """What the tool finds, and what it was answered."""
        self.recorder.answers.clear()
        return self.tool.findings(), dict(self.recorder.answers)

    def _change(self, logical, place):
        """The properties as they were and as they are now; None where that could not be done."""
        from recall.account import Refused
        from recall.changes import NoOther, changed

        _, kind, document = self.owners[logical]
        schema = self.schemas[self.kinds[kind]["types"][document]]
        was = self.account.properties(logical)
        try:
            became = changed(schema, place, was, self.account.alike)
            self.account.change(logical, was, became)
            return was, became
        except NoOther as problem:
            reason = str(problem)
        except Refused as problem:
            reason = f"refused: {problem}"[:160]
        except (KeyError, IndexError, TypeError, AttributeError) as problem:
            reason = f"no value could be made for it ({type(problem).__name__})"
        self.outcomes[kind, document, place] = ("not changed", reason)
        return None

    def _restore(self, logical, was, became):
        from recall.account import Refused

        try:
            self.account.change(logical, became, was)
        except Refused as problem:
            tell(f"{logical} could not be changed back: {problem}")

    def _judge(self, logical, place, new, otherwise):
        address, kind, document = self.owners[logical]
        declared = _declared(self.kinds[kind]["places"], f"{document}:{place}" if document else place)
        if any(self.tool.names(finding, address, kind, declared) for finding in new):
            self.outcomes[kind, document, place] = ("found", "")
        else:
            near = sorted(f"{f.type} {f.resource} {f.attribute}" for f in new if f.resource == address)
            said = f"{address}: {'; '.join(near) or 'nothing said'}"
            self.outcomes[kind, document, place] = (otherwise, said)
            tell(f"{otherwise} {kind} {declared}: {said}")

    def _deletions(self):
        """Deletes what can be deleted, the last made first; each must be missing."""
        from recall.account import Refused

        deleted = []
        for logical, (address, _, document) in reversed(self.owners.items()):
            if not document:
                try:
                    self.account.delete(logical)
                    deleted.append(address)
                except Refused as problem:
                    tell(f"{address} could not be deleted: {problem}")
        found = self.tool.findings()
        missing = {f.resource for f in found if f.type == "missing"}
        return {"deleted": sorted(deleted), "not found missing": sorted(set(deleted) - missing)}


def _declared(places, spelled):
    """The place that a kind declares for it: itself, or a document of JSON that it stands in; None for none."""
    if spelled in places:
        return spelled
    above = spelled
    while "/" in above:
        above = above.rpartition("/")[0]
        if above in places:
            whole = all(p == above + "/Version" for p in places if p.startswith(above + "/"))
            return above if whole else None
    return None


def schemas(types):
    from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
    from recall.places import Schema

    return {name: Schema(PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", name).schema) for name in types}


def handled(kind_type):
    """The properties that the sandbox's CloudFormation has of a type."""
    sys.path.insert(0, str(ROOT / "ci/sandbox"))
    import plumbline_sandbox.cloudformation.resources  # noqa: F401
    from plumbline_sandbox.cloudformation.resources.handler import HANDLERS

    handler = HANDLERS.get(kind_type)
    return handler.properties if handler else frozenset()


def tell(text):
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
