"""What is to be done on a host of Hyper-V: the virtual machines that are there, held against those that should be."""

import re

from ansible.utils.unsafe_proxy import wrap_var

# The attributes of each part that is changed at once, in the order in which a new machine gets them.
PARTS = {
    "tags": ["tags"],
    "start_action": ["start_action"],
    "cpus": ["cpus"],
    "memory": ["memory", "dynamic_memory"],
    "secure_boot": ["secure_boot"],
    "network": ["adapters", "virtual_switch", "vlan"],
    "mac": ["mac"],
    "disks": ["disks"],
    "stop_action": ["stop_action"],
    "mmio": ["low_mmio", "high_mmio", "guest_controlled_cache_types"],
    "gpus": ["gpus"],
    "gpu_partitions": ["gpu_partitions"],
}
# These are changed as the machine runs; all others when it is off.
WHILE_RUNNING = {"tags", "start_action", "network", "disks"}
SEED = 63
IDENTITY = ("plumbline:environment", "plumbline:stack", "plumbline:id")


def snake(said):
    """Members as Ansible calls them."""
    if isinstance(said, list):
        return [snake(each) for each in said]
    if isinstance(said, dict):
        return {re.sub("(?<=[a-z])([A-Z])", r"_\1", name).lower(): snake(each) for name, each in said.items()}
    return said


def disks(want, have):
    """What changes in disks, in words; and what nobody can change."""
    words, impossible = [], []
    there = {disk["location"]: disk for disk in have}
    for disk in want:
        now = there.pop(disk["location"], None)
        name = "disk %d" % disk["location"]
        if now is None:
            words.append(name + " new")
        elif disk["location"] == SEED and now["path"] != disk["path"]:
            words.append("what cloud-init is told")
        elif now["path"].lower() != disk["path"].lower():
            impossible.append("%s is %s, and should be %s: merge its checkpoints, or move it there" % (name, now["path"], disk["path"]))
        elif now["size"] > disk["size"]:
            impossible.append("%s has %d MiB, and no disk is made smaller: say so many, or more" % (name, now["size"]))
        elif now["size"] < disk["size"]:
            words.append("%s %d -> %d MiB" % (name, now["size"], disk["size"]))
    words.extend("disk %d unplugged, its file stays" % location for location in sorted(there))
    return words, impossible


def changes(want, have):
    """By part, what changes in words; and what nobody can change."""
    parts, impossible = {}, []
    for part, members in PARTS.items():
        if part == "disks":
            words, impossible = disks(want["disks"], have["disks"])
        elif part == "tags":
            words = [] if want["tags"] == have["tags"] else ["whose it is"]
        elif part == "gpus":
            words = [] if sorted(want["gpus"]) == sorted(have["gpus"]) else ["GPUs %d -> %d" % (len(have["gpus"]), len(want["gpus"]))]
        else:
            words = ["%s %s -> %s" % (name.replace("_", " "), have[name], want[name]) for name in members if have[name] != want[name]]
        if words:
            parts[part] = words
    if have["generation"] != want["generation"]:
        impossible.append("it is of generation %d: remove it, and it is made anew" % have["generation"])
    return parts, impossible


def ordered(parts, want):
    """GPUs come when there is room for them, and go before there is less of it."""
    last = ["gpus"] if want["gpus"] else ["stop_action", "mmio"]
    return [part for part in parts if part not in last] + [part for part in parts if part in last]


def step(want, parts, off):
    """One machine, and what of it is changed: words without a part are no change."""
    words = [word for each in parts.values() for word in each]
    label = want["name"] + (" (" + ", ".join(words) + ")" if words else "")
    return {"vm": want, "parts": ordered([part for part in parts if part], want), "off": off, "label": label}


def is_anothers(want, have):
    """Whether its tags say that it is something else."""
    return any(have["tags"].get(key, want["tags"][key]) != want["tags"][key] for key in IDENTITY[:2])


def look(want, same, found):
    """Finds out what is to be done with one machine, of which these have the name."""
    if not same:
        found["make"].append(step(want, {part: [] for part in PARTS}, False))
        return
    have = same[0]
    trouble = None
    if len(same) > 1:
        trouble = "%d virtual machines are called so" % len(same)
    elif "unread" in have:
        trouble = "the host cannot say what it is: " + have["unread"]
    elif is_anothers(want, have):
        trouble = "it belongs to %s by its notes: rename it, or correct them" % "/".join(have["tags"].get(key, "?") for key in IDENTITY)
    if trouble:
        found["impossible"].append(want["name"] + ": " + trouble)
        return
    parts, impossible = changes(want, have)
    found["impossible"].extend(want["name"] + ": " + each for each in impossible)
    off = any(part not in WHILE_RUNNING for part in parts)
    if have["state"] != "Running":
        found["down"].append(step(want, {"": ["it is " + have["state"]], **parts}, off))
    elif off:
        # Who gets more GPUs takes them from those behind, and these must have let them go.
        found["off"].insert(0 if len(want["gpus"]) > len(have["gpus"]) else len(found["off"]), step(want, parts, True))
    elif parts:
        found["running"].append(step(want, parts, False))


def removal(gone, same, found):
    """Finds out whether one that is to go is there. Whose notes were edited is not removed, and not forgotten either."""
    for have in same:
        if have["tags"] == gone["tags"]:
            found["remove"].append(gone)
        elif not is_anothers(gone, have):
            lines = ", ".join("%s=%s" % pair for pair in sorted(gone["tags"].items()))
            found["impossible"].append(
                "%s: it is to be removed, and its notes do not say that it is ours: write a line into them for each of %s; "
                "or remove or rename it by hand" % (gone["name"], lines)
            )


def work(wanted, said, removed):
    """What is to be done: down, off, running, make, remove; why something cannot be; and the names that stay."""
    found = {"down": [], "off": [], "running": [], "make": [], "remove": [], "impossible": []}
    # Tags keep their names, which have no capitals. Of names of virtual machines a host takes capitals for small letters.
    there = {}
    for vm in snake(said):
        there.setdefault(vm["name"].casefold(), []).append(vm)
    for want in wanted:
        look(want, there.get(want["name"].casefold(), []), found)
    for gone in removed:
        removal(gone, there.get(gone["name"].casefold(), []), found)
    going = [gone["name"].casefold() for gone in found["remove"]]
    found["stay"] = [name for name in there if name not in going]
    return wrap_var(found)


class FilterModule:
    """For templates."""

    def filters(self):
        """By their names there."""
        return {"hyperv_work": work}
