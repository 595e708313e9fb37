"""Writes what was measured as a page and as JSON."""

import json
from collections import Counter, defaultdict

HEAD = """\
# Recall of the drift check

Written by `modules/benchmarks/recall.py`, which says how it is measured; [recall.json](recall.json) names every place.
Every property below is one that CloudFormation's schema lets one change after a resource was made. *Declared* are those
that a kind has an attribute for; *changed* those that were changed by the Cloud Control API, on a deployed stack in
the sandbox; *found* those that `plumbline drift` then named, at the right address and attribute, or at the right address
as missing where what tells its identity was changed. *Open* are those that were not found while other resources were
changed as well, from which a change may follow, and that no time was left to try alone; *missed* those that were not found
alone either. What is not declared is somebody else's: in words, kind by kind, in
the [support matrix](support-matrix.md#settings-of-these-things-that-are-not-read).

"""


def write(measured, folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "recall.json").write_text(json.dumps(measured, indent=1, sort_keys=True) + "\n")
    (folder / "recall.md").write_text(page(measured))


def page(measured):
    kinds = defaultdict(Counter)
    for each in measured["places"]:
        kinds[each["kind"]][each["outcome"]] += 1
    lines = ["| kind | mutable | declared | changed | found | open | missed |", "|---" * 7 + "|"]
    total = Counter()
    for kind, outcomes in sorted(kinds.items()):
        total.update(outcomes)
        lines.append(_row(kind, outcomes))
    lines.append(_row("**all**", total))
    structure = measured["structure"]
    deleted = len(structure["deleted"])
    lines += [
        "",
        f"Deleted all at once: {deleted} resources; named as missing: {deleted - len(structure['not found missing'])}. "
        "What stands in something that is missing is folded into that finding, and has none of its own.",
        "",
        *_listed(measured, "missed", "## Changed and not found"),
        *_listed(measured, "open", "## Not found beside other changes, and not tried alone"),
        *_listed(measured, "not changed", "## Declared and not changed"),
        *_listed(measured, "undeclared", "## Not declared"),
    ]
    return HEAD + "\n".join(lines).rstrip() + "\n"


def _row(kind, outcomes):
    changed = outcomes["found"] + outcomes["open"] + outcomes["missed"]
    declared = changed + outcomes["not changed"]
    figures = (sum(outcomes.values()), declared, changed, outcomes["found"], outcomes["open"], outcomes["missed"])
    return f"| {kind} | " + " | ".join(map(str, figures)) + " |"


def _listed(measured, outcome, title):
    """By kind and reason, the places."""
    groups = defaultdict(list)
    for each in measured["places"]:
        if each["outcome"] == outcome:
            groups[each["kind"], each["reason"]].append(each["place"])
    if not groups:
        return []
    lines = [title, "", "| kind | places | why |", "|---|---|---|"]
    for (kind, reason), places in sorted(groups.items()):
        named = ", ".join(f"`{place}`" for place in places)
        lines.append(f"| {kind} | {named} | {reason.replace('|', '/')} |")
    return [*lines, ""]
