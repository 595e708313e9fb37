"""What of a machine is not as it should be, by what the machine says of itself: the only things that modules look at.

Whatever a machine does not say, or says in another form, counts as different.
"""

import base64
import hashlib
import json
import re

RUNNING = "enabled, running"


class Machine:
    """A machine: what it should be, as the inventory says, and what it says that it is."""

    def __init__(self, wanted, said):
        self.wanted = wanted
        self.said = said
        self.lasting = said.get("lasting") or {}

    def should(self, name):
        return self.wanted.get(name) or []

    def state(self, file):
        if "state" in file:
            return file["state"]
        try:
            content = whole(file, self.wanted.get("inputs") or {})
        except KeyError:
            return "not known"
        return f"root:root {file['mode']} sha256:{hashlib.sha256(content.encode()).hexdigest()}"

    def files(self):
        there = self.said.get("files") or {}
        return [file for file in self.should("files") if there.get(file["path"]) != self.state(file)]

    def readable(self):
        """Of files that change: those that all may read now, or that are not there."""
        there = self.said["files"]
        return [f["path"] for f in self.files() if re.match("[^ ]+ [0-7]{3}[4-7] |$", there.get(f["path"], ""))]

    def packages(self):
        there = self.said.get("packages") or {}
        return [each["name"] for each in self.should("packages") if there.get(each["name"]) != each["version"]]

    def unheld(self):
        if self.lasting["held"] is None:
            return [each["name"] for each in self.should("packages")]  # no dpkg: it cannot say what keeps them
        held = set(self.lasting["held"]) - set(self.packages())
        return [each["name"] for each in self.should("packages") if each["name"] not in held]

    def sysctls(self):
        now, at_start = self.said.get("sysctls") or {}, self.lasting["sysctls"]

        def differs(name, value):
            return str(now.get(name)).split() != value.split() or at_start.get(name) != value.strip()

        return [each["name"] for each in self.should("sysctls") if differs(each["name"], str(each["value"]))]

    def mounts(self):
        now, at_start = {each["path"]: each for each in self.said.get("mounts") or []}, self.lasting["mounts"]

        def differs(each):
            line = [each["source"], each["path"], each["type"], ",".join(each["options"]) or "defaults", "0", "0"]
            return not same(each, now.get(each["path"])) or at_start.get(each["path"]) != line

        return [each["path"] for each in self.should("mounts") if differs(each)]

    def groups(self):
        now = {each["name"]: each for each in self.said.get("groups") or []}
        return [each["name"] for each in self.should("groups") if not same(each, now.get(each["name"]))]

    def taken(self):
        """Numbers that are another's by now: no module gives one away, and each would end the run where it comes to it."""
        return [
            f"{number} {each[number]} of {each['name']} is {owner}'s"
            for kind, number in (("groups", "gid"), ("accounts", "uid"))
            for each in self.should(kind)
            for owner, taken in self.lasting["numbers"][kind].items()
            if taken == each[number] and self.lasting["numbers"][kind].get(each["name"]) != taken
        ]

    def accounts(self):
        now, logins = {each["name"]: each for each in self.said.get("accounts") or []}, self.lasting["accounts"]

        def differs(each):
            keys = "".join(key + "\n" for key in each["keys"])
            login = {
                "shell": "/bin/bash",
                "home": True,
                "keys": hashlib.sha256(keys.encode()).hexdigest(),
                "owned": ["True 0700", "True 0600"],
            }
            return not same(each, now.get(each["name"])) or logins.get(each["name"]) != login

        return [each["name"] for each in self.should("accounts") if differs(each)]

    def services(self):
        there = self.said.get("services") or {}
        # What is installed may stop or start them.
        moved = self.packages() or self.differs("driverVersion", "cudaVersion")
        return [each["name"] for each in self.should("services") if moved or there.get(each["name"]) != RUNNING]

    def differs(self, *names):
        return any(name in self.wanted and self.said.get(name) != self.wanted[name] for name in names)

    def driver(self):
        version = self.wanted.get("driverVersion")
        loose = self.lasting["loose"].values() if version else []
        return self.differs("driverVersion", "cudaVersion") or any(
            each.rpartition(":")[2].startswith(version) for each in loose
        )

    def gpus(self):
        if "gpus" not in self.wanted:
            return False
        wanted, now, daemon = self.wanted["gpus"], self.said.get("gpus") or {}, self.lasting["persistence"]
        return (
            self.driver()
            or any(now.get(each) != wanted[each] for each in ("ecc", "mig", "persistence"))
            or wanted["persistence"] == "on"
            and daemon not in (None, *(["ActiveState=active", f"UnitFileState={state}"] for state in ("enabled", "static")))
        )

    def environments(self):
        there, pythons = self.said.get("pythonPackages") or {}, self.lasting["environments"]
        loose = {
            each["name"].rpartition("/")[0]
            for each in self.should("pythonPackages")
            if there.get(each["name"]) != each["version"]
        }
        return [
            each["path"]
            for each in self.should("environments")
            if each["path"] in loose or "python" + each["python"] not in pythons.get(each["path"], [])
        ]

    def images(self):
        return [each for each in self.should("images") if each not in (self.said.get("images") or [])]

    def all(self):
        """By what it is: names of those that differ, or whether it does."""
        names = ("packages", "unheld", "sysctls", "mounts", "groups", "accounts", "services", "environments", "images")
        found = {name: getattr(self, name)() for name in (*names, "driver", "gpus")}
        found["files"] = [file["path"] for file in self.files()]
        found["taken"] = self.taken()
        found["readable"] = self.readable()
        found["itself"] = self.lasting["node"] != self.wanted["name"] or self.differs("release")
        found["reboot"] = bool(self.wanted.get("reboots")) and (found["gpus"] or self.differs("kernel", "driverVersion"))
        return found


def same(wanted, there):
    return there is not None and all(ordered(there.get(name)) == ordered(value) for name, value in wanted.items())


def ordered(value):
    return sorted(value) if isinstance(value, list) else value


def unknown(wanted):
    """A machine that says nothing of use may be anything."""
    named = ("packages", "sysctls", "groups", "accounts", "services")
    lists = {name: [each["name"] for each in wanted.get(name) or []] for name in named}
    paths = {name: [each["path"] for each in wanted.get(name) or []] for name in ("files", "mounts", "environments")}
    return {
        **lists,
        **paths,
        "unheld": lists["packages"],
        "readable": [],
        "taken": [],
        "images": list(wanted.get("images") or []),
        "driver": "driverVersion" in wanted or "cudaVersion" in wanted,
        "gpus": "gpus" in wanted,
        "itself": True,
        "reboot": True,
    }


def parts(wanted, found, written):
    """Roles that have something to do, by what differs: and those whose services take in what is written."""
    changed = {file["path"]: file for file in [*written, *(wanted.get("files") or [])] if file["path"] in found["files"]}
    changed.update({file["path"]: file for file in written})
    readers = {unit for file in changed.values() for unit in [file.get("reloads"), *file.get("restarts", [])]}
    services = {*found["services"], *readers}
    named, rest = [], {"files": [], "packages": [], "services": []}
    taken = {kind: {name for role in wanted.get("roles") or [] for name in role[kind]} for kind in rest}
    there = {"files": set(changed), "packages": {*found["packages"], *found["unheld"]}, "services": services}
    for role in wanted.get("roles") or []:
        if any(set(role[kind]) & there[kind] for kind in rest):
            named.append(role["name"])
    if (there["files"] - taken["files"]) or (there["packages"] - taken["packages"]):
        named.append("base")
    if there["services"] & {each["name"] for each in wanted.get("services") or []} - taken["services"]:
        named.append("services")
    return named


def differences(answer, wanted, written=()):
    """What differs, by what it is; which roles have anything to do; and whether anything differs at all."""
    wanted = {name: value for name, value in wanted.items() if value not in (None, "")}
    try:
        found = {**Machine(wanted, json.loads(answer["stdout"])).all(), "known": True}
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        found = {**unknown(wanted), "known": False}
    anything = any(value for name, value in found.items() if name not in ("known", "readable"))
    return {**found, "parts": parts(wanted, found, written), "any": anything}


def contents(files, folder):
    """Files with what is in them, for the module that writes them."""
    return [with_content(file, read(folder + file["source"])) for file in files]


def read(path):
    with open(path, "rb") as file:
        return file.read()


def composed(files, inputs):
    """The same of those that hold what other sites have."""
    unknown = {part["input"] for file in files for part in file["parts"] if "input" in part} - set(inputs)
    if unknown:
        raise ValueError("plumbline_inputs does not have " + ", ".join(sorted(unknown)))
    return [with_content(file, whole(file, inputs).encode()) for file in files]


def whole(file, inputs):
    return "".join(part["text"] if "text" in part else str(inputs[part["input"]]) for part in file["parts"])


def with_content(file, content):
    return {"path": file["path"], "mode": file["mode"], "content": base64.b64encode(content).decode()}


class FilterModule:
    def filters(self):
        return {
            "plumbline_differences": differences,
            "plumbline_contents": contents,
            "plumbline_composed": composed,
        }
