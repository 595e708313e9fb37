"""Plays a host of Hyper-V for the three scripts of the roles: what they do to one, done to a file."""

import json
import os

from ansible.plugins.action import ActionBase

PARTS = {
    "tags": ["tags"],
    "start_action": ["startAction"],
    "stop_action": ["stopAction"],
    "cpus": ["cpus"],
    "memory": ["memory", "dynamicMemory"],
    "secure_boot": ["secureBoot"],
    "network": ["adapters", "virtualSwitch", "vlan"],
    "mac": ["mac"],
    "disks": ["disks"],
    "mmio": ["lowMmio", "highMmio", "guestControlledCacheTypes"],
    "gpus": ["gpus"],
    "gpu_partitions": ["gpuPartitions"],
}
WHILE_RUNNING = {"tags", "start_action", "network", "disks"}


def snake(name):
    return "".join("_" + c.lower() if c.isupper() else c for c in name)


class ActionModule(ActionBase):
    def run(self, tmp=None, task_vars=None):
        result = super().run(tmp, task_vars)
        given = self._task.args.get("parameters") or {}
        file = os.path.join(task_vars["playbook_dir"], ".host-" + task_vars["inventory_hostname"] + ".json")
        with open(file, encoding="utf-8") as said:
            host = json.load(said)
        first = self._task.args["script"].splitlines()[0]
        if first.startswith("# Says in JSON"):
            return {**result, "changed": True, "output": [json.dumps(host)]}
        if self._task.check_mode:
            return {**result, "changed": True, "msg": "skipped, running in check mode"}
        done = []
        try:
            if first.startswith("# Makes one"):
                done = write(host["vms"], given)
            elif first.startswith("# Removes one"):
                done = remove(host["vms"], given)
            else:
                raise ValueError("no script of ours: " + first)
        except ValueError as trouble:
            return {**result, "failed": True, "msg": str(trouble)}
        with open(file, "w", encoding="utf-8") as said:
            json.dump(host, said)
        with open(os.path.join(task_vars["playbook_dir"], "log"), "a", encoding="utf-8") as log:
            log.writelines(each + "\n" for each in done)
        return {**result, "changed": True, "output": []}


def write(vms, given):
    want, parts = given["Vm"], given["Parts"]
    done = []
    found = [vm for vm in vms if vm["name"] == want["name"]]
    if not found:
        found = [{"name": want["name"], "state": "Off", "generation": 2, "dynamicMemory": True}]
        vms.extend(found)
        done.append("make " + want["name"])
    live = found[0]
    if given["TurnOff"] is True and live["state"] != "Off":
        live["state"] = "Off"
        done.append("off " + want["name"])
    for part in parts:
        if live["state"] != "Off" and part not in WHILE_RUNNING:
            raise ValueError(part + " of a machine that runs")
        if part == "gpus":
            taken = [gpu for vm in vms if vm is not live for gpu in vm["gpus"]]
            if set(taken) & set(want["gpus"]):
                raise ValueError("a GPU is another's")
        for member in PARTS[part]:
            live[member] = want[snake(member)]
    if live["state"] != "Running":
        live["state"] = "Running"
        done.append("start " + want["name"])
    return done


def remove(vms, given):
    found = [vm for vm in vms if vm["name"] == given["Name"] and vm["tags"] == given["Tags"]]
    if len(found) != 1:
        raise ValueError("another one")
    vms.remove(found[0])
    return ["remove " + given["Name"]]
