"""Writes what was measured as a page and as JSON."""

import json
from collections import Counter, defaultdict

NO_ATTRIBUTE = "its resource has no such attribute"
CLASSES = ("deleted", "added", "child", "duplicate", "moved tag")
HEAD = """\
# Recall of the drift check

Written by `modules/benchmarks/recall.py` on {date}, which says how it is measured; [recall.json](recall.json) names every
place. Every property below is one that CloudFormation's schema lets one change after a resource was made. *Declared* are
those that a kind has an attribute for; *changed* those that were changed by the Cloud Control API, on a deployed stack in
the sandbox; *found* those that `plumbline drift`, with a baseline that was taken before, then named, at the right address and attribute, or at the right address
as missing where what tells its identity was changed. What was not found in the first round was tried again: *missed* it is
where an answer to the check was another one after the change; where none was, the sandbox keeps nothing of the change, and
the property counts as not changed. *Open* is what the time did not last to look at so closely. What is not declared is somebody else's: in words, kind by kind, in the
[support matrix](support-matrix.md#settings-of-these-things-that-are-not-read).

The last four columns are `terraform plan -refresh-only` (Terraform 1.11, AWS provider 5.100) on the same stack, deployed by
Terraform from what Plumbline generates, with the very same changes, many of a resource at once: what its plan lists
under `resource_drift`, at the resource and the attribute that stands for the property. What Terraform finds is what the
provider reads into the state; what its resources have *no attribute* for it cannot find, by design. *Not said* is what
the plan did not say while other properties of the resource were changed as well: unlike Plumbline's, those were not tried
alone, so that it is a bound. Which is which stands below.

"""
STRUCTURE = """\
## Added, doubled, taken and deleted

Of each kind one resource. *Added*: a second one, with our tags under an id that is in no design. *Child*: one without tags
that refers to something of ours (of what stands in a list of its parent: one more); what only points at ours, as a record
at a balancer, is a stray to neither tool. *Duplicate*: one with the very tags of ours.
*Moved tag*: ours loses its tags to that one. *Deleted*: all that there are, at once, each told of by itself or under the
missing thing that it stood in; of what stands in a list, one. First Plumbline, then Terraform. Terraform looks for nothing
that it does not manage, by design: what it finds of added things is what the attributes of their parents list. Plumbline
finds no second one of the kinds that it reads by name, one by one; each of its reports says so, under what nobody looked
at. A duplicate counts where it is called one, and a moved tag where something is said at the address that lost it: where
its double is like it, Plumbline takes the double, which has the tags, for ours. A dash is what was not tried.

"""


def write(measured, folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "recall.json").write_text(json.dumps(measured, indent=1, sort_keys=True) + "\n")
    (folder / "recall.md").write_text(page(measured))


def page(measured):
    kinds = defaultdict(Counter)
    for each in measured["places"]:
        kinds[each["kind"]].update(_counted(each))
    lines = [
        "| kind | mutable | declared | changed | found | missed | open | Terraform: changed | found | no attribute | not said |",
        "|---" * 11 + "|",
    ]
    total = Counter()
    for kind, outcomes in sorted(kinds.items()):
        total.update(outcomes)
        lines.append(_row(kind, outcomes))
    lines += [
        _row("**all**", total),
        "",
        *_structure(measured.get("structure", {})),
        *_listed(measured, "missed", "## Changed and not found"),
        *_listed(measured, "open", "## Not found, and not known whether the sandbox keeps it"),
        *_missed_by_terraform(measured),
        *_listed(measured, "not changed", "## Declared and not changed"),
        *_listed(measured, "undeclared", "## Not declared"),
    ]
    return HEAD.format(date=measured.get("date", "")) + "\n".join(lines).rstrip() + "\n"


def _counted(each):
    counted = Counter({"mutable": 1, each["outcome"]: 1})
    theirs = each.get("terraform", {"outcome": ""})
    if theirs["outcome"] in ("found", "missed"):
        counted["their changed"] = 1
        name = {"found": "their found", NO_ATTRIBUTE: "their without"}
        counted[name.get(theirs["outcome"]) or name.get(theirs["reason"], "their unsaid")] = 1
    return counted


def _row(kind, outcomes):
    changed = outcomes["found"] + outcomes["missed"] + outcomes["open"]
    figures = (
        outcomes["mutable"], changed + outcomes["not changed"], changed, outcomes["found"], outcomes["missed"],
        outcomes["open"],
        outcomes["their changed"], outcomes["their found"], outcomes["their without"], outcomes["their unsaid"],
    )
    return f"| {kind} | " + " | ".join(map(str, figures)) + " |"


def _structure(structure):
    if not structure:
        return []
    tools = [structure.get(name, {}) for name in ("plumbline", "terraform")]
    kinds = sorted({kind for tool in tools for said in tool.values() for kind in said})
    lines = [STRUCTURE + f"| kind | {' | '.join(CLASSES)} |", "|---" * (len(CLASSES) + 1) + "|"]
    for kind in kinds:
        cells = [", ".join(_cell(tool.get(name, {}).get(kind)) for tool in tools) for name in CLASSES]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    lines.append(f"| **found of tried** | {' | '.join(_sum(tools, name) for name in CLASSES)} |")
    return [*lines, "", *_why(tools[0])]


def _cell(said):
    return {None: "–", "found": "yes"}.get(said) or ("**no**" if said.startswith("missed") else "–")


def _sum(tools, name):
    said = [Counter(_cell(each) for each in tool.get(name, {}).values()) for tool in tools]
    return ", ".join(f"{each['yes']} of {each['yes'] + each['**no**']}" for each in said)


def _why(said):
    """What could not be tried."""
    groups = defaultdict(list)
    for name, kinds in said.items():
        for kind, outcome in kinds.items():
            if _cell(outcome) == "–":
                groups[name, outcome].append(kind)
    lines = ["| not tried | kinds | why |", "|---|---|---|"] if groups else []
    for (name, why), kinds in sorted(groups.items()):
        lines.append(f"| {name} | {', '.join(sorted(kinds))} | {_plain(why)} |")
    return [*lines, ""]


def _missed_by_terraform(measured):
    groups = defaultdict(list)
    for each in measured["places"]:
        theirs = each.get("terraform", {})
        if theirs.get("outcome") in ("missed", "not changed"):
            groups[each["kind"], theirs["reason"]].append(each["place"])
    return _grouped("## Not found by Terraform, or not changed there", groups)


def _listed(measured, outcome, title):
    groups = defaultdict(list)
    for each in measured["places"]:
        if each["outcome"] == outcome:
            groups[each["kind"], each["reason"]].append(each["place"])
    return _grouped(title, groups)


def _grouped(title, groups):
    """By kind and reason, the places."""
    if not groups:
        return []
    lines = [title, "", "| kind | places | why |", "|---|---|---|"]
    for (kind, reason), places in sorted(groups.items()):
        named = ", ".join(f"`{place}`" for place in places)
        lines.append(f"| {kind} | {named} | {_plain(reason)} |")
    return [*lines, ""]


def _plain(reason):
    return reason.replace("|", "/").replace("An error occurred ", "")
