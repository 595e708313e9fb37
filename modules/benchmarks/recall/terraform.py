"""Terraform as a tool that finds drift: what a refresh of its state would change."""

import json
import os
import subprocess
from itertools import zip_longest

from recall.tools import OF_THEIR_OWN, DriftTool, Finding, declared


LISTED = {"egress", "managed_policy_arns"}  # attributes that list what are resources of their own


class Terraform(DriftTool):
    """`terraform plan -refresh-only`; its plan lists under `resource_drift` what is not as it was at the last apply."""

    name = "terraform plan -refresh-only"

    def __init__(self, folder, configuration, kinds):
        self.folder, self.kinds = folder, kinds
        self.environment = {**os.environ, "TF_CLI_CONFIG_FILE": str(configuration)}

    def findings(self):
        self._run("plan", "-refresh-only", "-input=false", "-lock=false", "-out=recall.tfplan")
        plan = json.loads(self._run("show", "-json", "recall.tfplan"))
        return {finding for drift in plan.get("resource_drift", []) for finding in self._of(drift)}

    def state(self):
        """By address, the attributes of what Terraform manages."""
        shown = json.loads(self._run("show", "-json"))
        return {each["address"]: each["values"] for each in shown["values"]["root_module"]["resources"]
                if each["mode"] == "managed"}

    def _run(self, *arguments):
        done = subprocess.run(["terraform", f"-chdir={self.folder}", *arguments], capture_output=True, text=True,
                              env=self.environment, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stdout + done.stderr)
        return done.stdout

    @staticmethod
    def _of(drift):
        change, address = drift["change"], drift["address"]
        if "delete" in change["actions"]:
            return [Finding("missing", address, "", drift["type"])]
        return [
            Finding("changed", address, path, drift["type"], json.dumps([before, after], sort_keys=True))
            for path, before, after in differences("", change["before"], change["after"])
        ]

    def names(self, finding, resource, kind, place):
        declares = self.kinds[kind]
        own = OF_THEIR_OWN.get((kind, place.path.split("/")[0]))
        if own is not None and finding.kind in self.kinds[own]["terraformTypes"].values():
            part = finding.resource.partition(".")[2]
            return part.startswith(local(resource.partition("/")[0]))
        if not self.is_about(finding, resource, kind):
            return False
        if own is not None and finding.attribute.partition("/")[0] in LISTED:
            return True
        if finding.type == "missing":
            return True
        return any(self._is_at(finding, declares, spelled) for spelled in spellings(declares, place))

    @staticmethod
    def _is_at(finding, declares, spelled):
        document, _, path = spelled.rpartition(":")
        if declares["terraformTypes"][document] != finding.kind:
            return False
        said = finding.attribute
        if f"{path}/".startswith(f"{said}/") or f"{said}/".startswith(f"{path}/"):
            return True
        # What no attribute is called is a key of a map, and of a place in one any key will do.
        known = {each for all_ in declares["terraformPlaces"].values() for each in all_}
        key = f"{document}:{said}" if document else said
        return said.rpartition("/")[0] == path.rpartition("/")[0] != "" and key not in known

    def is_about(self, finding, resource, kind):
        types = self.kinds[kind]["terraformTypes"].values()
        return finding.resource in {f"{each}.{local(resource)}" for each in types}

    def is_of(self, finding, kind):
        return finding.kind in self.kinds[kind]["terraformTypes"].values()

    def tells_of_more(self, finding, kind, double, sort):
        """It looks for nothing that it does not manage; but what is ours may list what stands in it."""
        return any(token in finding.observed for token in double.tokens)


def spellings(declares, place):
    """Where Terraform has what a kind declares for a place: `document:a/b`."""
    return [
        spelled
        for attribute in declares["places"].get(declared(declares["places"], place), [])
        for spelled in declares["terraformPlaces"].get(attribute, [])
    ]


def local(address):
    """The local name that Plumbline gives a resource in Terraform."""
    return address.replace("/", "_")


def differences(path, before, after):
    """Where two values differ: the innermost places that say something, without indices."""
    if before == after:
        return
    if isinstance(before, dict) or isinstance(after, dict):
        one, other = (each if isinstance(each, dict) else {} for each in (before, after))
        for name in sorted({*one, *other}):
            inner = f"{path}/{name}" if path else name
            yield from differences(inner, one.get(name), other.get(name))
    elif any(isinstance(each, list) and each and isinstance(each[0], dict) for each in (before, after)):
        for one, other in zip_longest(before or [], after or []):
            yield from differences(path, one, other)
    else:
        yield path, before, after
