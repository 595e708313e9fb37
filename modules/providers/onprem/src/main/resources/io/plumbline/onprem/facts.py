#!/usr/bin/env python3
"""Says, as one JSON document, what this machine is, of as much as watched.json asks for.

It reads and changes nothing. What could not be read stands under "unread", each with the reason. Meant to be run by
root, since serial numbers, kernel messages and keys are nobody else's to read.
"""

import grp
import hashlib
import json
import os
import pwd
import re
import shutil
import socket
import stat
import subprocess
import sys

ITSELF = "/usr/local/libexec/plumbline-facts"
WATCHED = "/etc/plumbline/watched.json"
RELEASE = "/etc/plumbline/release"
SECONDS = 20
# Of these fstab alone knows: they are no options of the file system.
FSTAB_ONLY = re.compile(r"defaults|auto|noauto|nofail|_netdev|user|nouser|x-.*|comment=.*")
GPU_FIELDS = "name,driver_version,ecc.mode.current,mig.mode.current,persistence_mode"


class Unread(Exception):
    pass


def run(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, env={**os.environ, "LC_ALL": "C"})
    except FileNotFoundError:
        raise Unread(f"{command[0]} is not installed") from None
    except subprocess.TimeoutExpired:
        raise Unread(f"{command[0]} did not end within {SECONDS} s") from None
    return done


def output(*command):
    done = run(*command)
    if done.returncode != 0:
        said = (done.stderr.strip() or done.stdout.strip() or "nothing").splitlines()[0]
        raise Unread(f"{' '.join(command)} ended with {done.returncode}: {said}")
    return done.stdout


def first_line(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.readline().strip()
    except FileNotFoundError:
        return None


def serial():
    if shutil.which("dmidecode"):
        return output("dmidecode", "-s", "system-serial-number").strip()
    return first_line("/sys/class/dmi/id/product_serial")


def cuda_version():
    try:
        with open("/usr/local/cuda/version.json", encoding="utf-8") as file:
            return json.load(file)["cuda"]["version"]
    except FileNotFoundError:
        return None


def gpu_rows():
    if not shutil.which("nvidia-smi"):
        return []
    lines = output("nvidia-smi", f"--query-gpu={GPU_FIELDS}", "--format=csv,noheader").splitlines()
    return [[field.strip() for field in line.split(",")] for line in lines if line.strip()]


def alike(values):
    different = sorted(set(values))
    return different[0] if len(different) == 1 else ", ".join(f"{values.count(value)} x {value}" for value in different)


def switch(values):
    """Of a setting of several GPUs: on, off, or how many are on."""
    on = sum(value == "Enabled" for value in values)
    return "on" if on == len(values) else "off" if on == 0 else f"on for {on} of {len(values)}"


def driver_version():
    rows = gpu_rows()
    return alike([row[1] for row in rows]) if rows else None


def gpus():
    rows = gpu_rows()
    if not rows:
        return {"count": 0}
    return {
        "count": len(rows),
        "model": alike([row[0] for row in rows]),
        "ecc": switch([row[2] for row in rows]),
        "mig": switch([row[3] for row in rows]),
        "persistence": switch([row[4] for row in rows]),
    }


def xids():
    return sorted({int(xid) for xid in re.findall(r"NVRM: Xid \([^)]*\): (\d+)", output("dmesg"))})


def packages(names):
    if not names:
        return {}
    if shutil.which("dpkg-query"):
        lines = run("dpkg-query", "-W", "-f=${Package}\t${Version}\t${db:Status-Status}\n", *names).stdout
        rows = [line.split("\t") for line in lines.splitlines()]
        return {name: version for name, version, status in rows if status == "installed"}
    lines = run("rpm", "-q", "--qf", "%{NAME}\t%{EVR}\n", *names).stdout
    return dict(line.split("\t") for line in lines.splitlines() if "\t" in line)


def services(units):
    if not units:
        return {}
    said = {}
    blocks = output("systemctl", "show", "-p", "Id,UnitFileState,ActiveState", *units).split("\n\n")
    for unit, block in zip(units, blocks):
        values = dict(line.split("=", 1) for line in block.strip().splitlines())
        if values.get("UnitFileState"):
            state = "running" if values["ActiveState"] == "active" else values["ActiveState"]
            said[unit] = f"{values['UnitFileState']}, {state}"
    return said


def sysctls(names):
    said = {}
    for name in names:
        try:
            with open("/proc/sys/" + name.replace("/", "\0").replace(".", "/").replace("\0", "."), encoding="utf-8") as file:
                said[name] = " ".join(file.read().split())
        except FileNotFoundError:
            pass
    return said


def unescaped(text):
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), text)


def fstab_options():
    options = {}
    try:
        with open("/etc/fstab", encoding="utf-8") as file:
            for fields in (line.split() for line in file):
                if len(fields) >= 4 and not fields[0].startswith("#"):
                    options[unescaped(fields[1])] = {o for o in fields[3].split(",") if FSTAB_ONLY.fullmatch(o)}
    except FileNotFoundError:
        pass
    return options


def mounts(wanted):
    there, given = {}, fstab_options()
    with open("/proc/self/mountinfo", encoding="utf-8") as file:
        for line in file:
            left, right = line.rstrip("\n").split(" - ", 1)
            fields, (kind, source, super_options) = left.split(" "), right.split(" ", 2)
            path = unescaped(fields[4])
            if path in wanted:
                options = set(fields[5].split(",")) | set(super_options.split(",")) | given.get(path, set())
                there[path] = {
                    "path": path,
                    "source": unescaped(source),
                    "type": kind,
                    "options": [option for option in wanted[path] if option in options],
                }
    return list(there.values())


def keys_of(home):
    try:
        with open(os.path.join(home, ".ssh/authorized_keys"), encoding="utf-8") as file:
            return [line.strip() for line in file if line.strip() and not line.startswith("#")]
    except (FileNotFoundError, NotADirectoryError):
        return []


def accounts(names):
    said = []
    for name in names:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        groups = sorted(group.gr_name for group in grp.getgrall() if name in group.gr_mem and group.gr_name != name)
        said.append({"name": name, "uid": entry.pw_uid, "groups": groups, "keys": keys_of(entry.pw_dir)})
    return said


def name_of(lookup, number):
    try:
        return lookup(number)[0]
    except KeyError:
        return str(number)


def files(paths):
    said = {}
    for path in paths:
        try:
            about = os.lstat(path)
            if not stat.S_ISREG(about.st_mode):
                said[path] = "no regular file"
                continue
            with open(path, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            owner = f"{name_of(pwd.getpwuid, about.st_uid)}:{name_of(grp.getgrgid, about.st_gid)}"
            said[path] = f"{owner} {stat.S_IMODE(about.st_mode):04o} sha256:{digest}"
        except (FileNotFoundError, NotADirectoryError):
            pass
    return said


def links(wanted):
    said = []
    for name, with_speed in wanted.items():
        folder = "/sys/class/net/" + name
        if not os.path.isdir(folder):
            continue
        state = first_line(folder + "/operstate")
        if state == "unknown" and first_line(folder + "/carrier") == "1":
            state = "up"
        link = {"name": name, "state": state}
        if with_speed:
            try:
                link["megabits"] = int(first_line(folder + "/speed") or -1)
            except OSError:
                link["megabits"] = -1
        said.append(link)
    return said


def main():
    unread = {}
    try:
        with open(WATCHED, encoding="utf-8") as file:
            watched = json.load(file)
    except (OSError, ValueError) as problem:
        sys.exit(f"{WATCHED} cannot be read: {problem}; deploy again")
    sections = {
        "name": socket.gethostname,
        "serial": serial,
        "release": lambda: first_line(RELEASE),
        "kernel": lambda: os.uname().release,
        "driverVersion": driver_version,
        "cudaVersion": cuda_version,
        "cpus": os.cpu_count,
        "gpus": gpus,
        "xids": xids,
        "packages": lambda: packages(watched["packages"]),
        "services": lambda: services(watched["services"]),
        "sysctls": lambda: sysctls(watched["sysctls"]),
        "mounts": lambda: mounts(watched["mounts"]),
        "accounts": lambda: accounts(watched["accounts"]),
        "files": lambda: files([*watched["files"], ITSELF, WATCHED]),
        "links": lambda: links(watched["links"]),
    }
    facts = {}
    for section, read in sections.items():
        try:
            facts[section] = read()
        except Unread as problem:
            unread[section] = str(problem)
        except (OSError, ValueError, KeyError, IndexError) as problem:
            unread[section] = f"{type(problem).__name__}: {problem}"
    json.dump({**facts, "unread": unread}, sys.stdout)


if __name__ == "__main__":
    main()
