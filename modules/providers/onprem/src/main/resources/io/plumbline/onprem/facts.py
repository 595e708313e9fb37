#!/usr/bin/python3 -IS
"""Says, as one JSON document, what this machine is, of as much as watched.json asks for.

It reads and changes nothing. What could not be read stands under "unread", each with the reason. Meant to be run by
root, since serial numbers, kernel messages and keys are nobody else's to read.
"""

import functools
import glob
import grp
import hashlib
import json
import os
import pwd
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time

ITSELF = "/usr/local/libexec/plumbline-facts"
WATCHED = "/etc/plumbline/watched.json"
RELEASE = "/etc/plumbline/release"
PARAMETERS = "/etc/sysctl.d/90-plumbline.conf"
PERSISTENCE = "nvidia-persistenced.service"
SECONDS = 20
FIRST = 1000  # of the numbers of people and their groups
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# Of these fstab alone knows: they are no options of the file system.
FSTAB_ONLY = re.compile(r"defaults|auto|noauto|nofail|_netdev|user|nouser|x-.*|comment=.*|[bf]g|retry=\d+|(no)?intr")
# The kernel shows these by their other names. Source: nfs(5) of nfs-utils 2.6, read 2026-11-26.
BY_ANOTHER_NAME = {"tcp": "proto=tcp", "udp": "proto=udp", "rdma": "proto=rdma"}
# The kernel shows of each pair the second alone, or both where file system and mount differ: then the second holds.
UNLESS = {"rw": "ro", "exec": "noexec", "suid": "nosuid", "dev": "nodev", "async": "sync", "atime": "noatime"}
KEY = re.compile(r"(.*\s)?(ssh|ecdsa|sk)-\S+\s+AAAA[A-Za-z0-9+/=]+(\s.*)?")
DRIVER = re.compile(r"(lib)?nvidia-(?!container)|linux-(modules|objects|signatures)-nvidia|cuda-(drivers|compat)|libcuda|xserver-")
GPU_FIELDS = "name,driver_version,ecc.mode.current,mig.mode.current,persistence_mode"


class Unread(Exception):
    pass


def run(*command):
    """Exit code, output and errors. What hangs in the driver cannot even be killed, so that nobody waits for it."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            env={"PATH": PATH, "LC_ALL": "C"},
            start_new_session=True,
        )
    except FileNotFoundError:
        raise Unread(f"{command[0]} is not installed") from None
    try:
        out, errors = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise Unread(f"{command[0]} did not end within {SECONDS} s") from None
    return process.returncode, out, errors


def failed(command, code, out, errors):
    said = (errors.strip() or out.strip() or "nothing").splitlines()[0]
    return Unread(f"{command} ended with {code}: {said}")


def output(*command):
    code, out, errors = run(*command)
    if code != 0:
        raise failed(" ".join(command), code, out, errors)
    return out


def first_line(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.readline().strip()
    except FileNotFoundError:
        return None


def serial():
    said = first_line("/sys/class/dmi/id/product_serial")
    if shutil.which("dmidecode"):
        lines = output("dmidecode", "-s", "system-serial-number").splitlines()
        said = next((line.strip() for line in lines if line.strip() and not line.startswith("#")), None)
    if said is None:
        raise Unread("its firmware says no serial number")
    return said


def cuda_version():
    try:
        with open("/usr/local/cuda/version.json", encoding="utf-8") as file:
            return json.load(file)["cuda"]["version"]
    except FileNotFoundError:
        return None


@functools.cache
def asked_gpus():
    """Once, since it takes its time: rows of fields, or why there are none."""
    if not shutil.which("nvidia-smi"):
        return [], None
    try:
        code, out, errors = run("nvidia-smi", f"--query-gpu={GPU_FIELDS}", "--format=csv,noheader")
    except Unread as problem:
        return [], problem
    if out.strip() == "No devices were found":  # all of them are gone: that is an answer, too
        return [], None
    if code != 0:
        return [], failed("nvidia-smi", code, out, errors)
    rows = [[field.strip() for field in line.split(",")] for line in out.splitlines() if line.strip()]
    if any(len(row) != len(GPU_FIELDS.split(",")) for row in rows):
        return [], failed("nvidia-smi", code, out, errors)
    return rows, None


def gpu_rows():
    rows, problem = asked_gpus()
    if problem:
        raise problem
    return rows


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


def xids(harmless):
    """Of what GPUs reported since the start, what is no application's own doing."""
    reported = {int(xid) for xid in re.findall(r"NVRM: Xid \([^)]*\): (\d+)", output("dmesg"))}
    return sorted(reported - set(harmless))


def packages(names):
    if not names:
        return {}
    if shutil.which("dpkg-query"):
        code, out, errors = run("dpkg-query", "-W", "-f=${Package}\t${Version}\t${db:Status-Status}\n", "--", *names)
        if code not in (0, 1):  # 1: not all of them are known
            raise failed("dpkg-query", code, out, errors)
        rows = [line.split("\t") for line in out.splitlines()]
        return {name: version for name, version, status in rows if status == "installed"}
    code, out, errors = run("rpm", "-q", "--qf", "%{NAME}\t%{EVR}\n", "--", *names)
    if errors.strip():  # what is not installed is told of on the other side
        raise failed("rpm", code, out, errors)
    return dict(line.split("\t") for line in out.splitlines() if "\t" in line)


def services(units, reloads):
    """States by unit. One is told of that runs since before a file was written that it reads at its start, or reloads."""
    if not units:
        return {}
    said = {}
    fields = "Id,UnitFileState,ActiveState,ActiveEnterTimestampMonotonic,StateChangeTimestampMonotonic,ReloadResult"
    blocks = output("systemctl", "show", "-p", fields, "--", *units).split("\n\n")
    for unit, block in zip(units, blocks):
        values = dict(line.split("=", 1) for line in block.strip().splitlines())
        if values.get("UnitFileState"):
            state = values["ActiveState"]
            if state == "active":
                state = "running" + behind(values, units[unit], reloads.get(unit, []))
            said[unit] = f"{values['UnitFileState']}, {state}"
    return said


def behind(values, read_at_start, reloaded):
    """While a service runs, systemd changes its state for a reload alone, and keeps how that ended."""
    newer = written_after(values["ActiveEnterTimestampMonotonic"], read_at_start)
    if newer:
        return f" since before {newer[0]} was written"
    newer = written_after(values["StateChangeTimestampMonotonic"], reloaded)
    if newer:
        return f", last reloaded before {newer[0]} was written"
    return ", last reload failed" if reloaded and values.get("ReloadResult", "success") != "success" else ""


def written_after(microseconds, paths):
    """Times to come are of a clock that was set back since, and say nothing."""
    now = time.time()
    moment = now - time.clock_gettime(time.CLOCK_MONOTONIC) + int(microseconds) / 1e6
    return [path for path in paths if os.path.exists(path) and moment < os.stat(path).st_mtime <= now]


def slurm_nodes(watched):
    """Of the controller: each node with its state and the reason that somebody gave for it."""
    if not watched:
        return []
    said = {}
    for line in output("sinfo", "--Node", "--noheader", "--format=%N|%o|%T|%E").splitlines():
        name, address, state, reason = line.split("|", 3)
        known = "" if reason in ("none", "") else f": {reason}"
        said[name] = {"name": name, "address": address, "state": state + known}
    return list(said.values())


def python_packages(wanted):
    """Of environments, by what pip leaves beside each package: nothing of theirs is run."""
    said = {}
    for path in {name.rpartition("/")[0] for name in wanted}:
        for folder in glob.glob(glob.escape(path) + "/lib/python*/site-packages/*.dist-info"):
            name, _, version = os.path.basename(folder)[: -len(".dist-info")].rpartition("-")
            said[path + "/" + re.sub(r"[-_.]+", "-", name).lower()] = version
    return {name: said[name] for name in wanted if name in said}


def images(wanted):
    if not wanted:
        return []
    there = output("docker", "images", "--digests", "--format", "{{.Repository}}@{{.Digest}}").split()
    return [image for image in wanted if image in there]


def qos(wanted):
    """In the words by which they are set. What is not set has nothing behind its name."""
    if not wanted:
        return {}
    said = {}
    fields = "format=Name,Priority,Preempt,MaxTRESPU%500,MaxWall"
    for line in output("sacctmgr", "--noheader", "--parsable2", "show", "qos", fields).splitlines():
        name, priority, preempt, most, longest = line.split("|")
        others = ",".join(sorted(preempt.split(",")))
        said[name] = f"Priority={priority} Preempt={others} MaxTRESPerUser={most} MaxWall={longest}"
    return {name: said[name] for name in wanted if name in said}


def sysctls(names):
    said = {}
    for name in names:
        try:
            path = name.translate({ord("."): "/", ord("/"): "."})
            with open("/proc/sys/" + path, encoding="utf-8") as file:
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


def holds(option, options):
    name, _, value = option.partition("=")
    if option in UNLESS:
        return UNLESS[option] not in options
    if name in ("vers", "nfsvers"):  # who says 4 gets the newest of them that both sides know
        return any(each == f"vers={value}" or each.startswith(f"vers={value}.") for each in options)
    if name == "minorversion":
        return f"vers=4.{value}" in options
    return BY_ANOTHER_NAME.get(option, option) in options


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
                    "options": [option for option in wanted[path] if holds(option, options)],
                }
    return list(there.values())


def volumes(wanted):
    """File systems on disks of the machine's own. A disk that fell out of a RAID does not count."""
    there = []
    with open("/proc/self/mountinfo", encoding="utf-8") as file:
        for line in file:
            left, right = line.rstrip("\n").split(" - ", 1)
            fields, kind = left.split(" "), right.split(" ", 1)[0]
            path, md = unescaped(fields[4]), f"/sys/dev/block/{fields[2]}/md"
            if path in wanted:
                raid = first_line(md + "/level")
                lost = first_line(md + "/degraded") or "0"
                disks = int(first_line(md + "/raid_disks") or 1) - int(lost)
                there.append({"path": path, "type": kind, "raid": raid or "none", "disks": disks})
    return there


def key_file(home):
    """Of a file that its user may change: it leads nowhere else, and does not block. Its folder, itself, what is in it."""
    steps = [(home, os.O_DIRECTORY), (".ssh", os.O_DIRECTORY | os.O_NOFOLLOW), ("authorized_keys", os.O_NOFOLLOW)]
    opened, about = None, []
    try:
        for name, flags in steps:
            folder = opened
            opened = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | flags, dir_fd=folder)
            about.append(os.fstat(opened))
            if folder is not None:
                os.close(folder)
    except FileNotFoundError:
        return None
    with open(opened, "rb") as file:
        if not stat.S_ISREG(about[-1].st_mode):
            raise Unread(f"{home}/.ssh/authorized_keys is no regular file")
        return about[1], about[2], file.read()


def keys_of(home):
    """No line but a key is repeated."""
    there = key_file(home)
    lines = re.split("\r\n|\r|\n", there[2].decode("utf-8", "replace")) if there else []
    return [
        line if KEY.fullmatch(line) else "a line that is no key" for line in map(str.strip, lines) if line and line[0] != "#"
    ]


def groups(names):
    said = []
    for name in names:
        try:
            said.append({"name": name, "gid": grp.getgrnam(name).gr_gid})
        except KeyError:
            pass
    return said


def accounts(names):
    said = []
    for name in names:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        ids = set(os.getgrouplist(name, entry.pw_gid)) - {entry.pw_gid}
        others = sorted(name_of(grp.getgrgid, number) for number in ids)
        numbers = {"uid": entry.pw_uid, "gid": entry.pw_gid}
        said.append({"name": name, **numbers, "groups": others, "keys": keys_of(entry.pw_dir)})
    return said


def name_of(lookup, number):
    try:
        return lookup(number)[0]
    except KeyError:
        return str(number)


def owned(about):
    owner = f"{name_of(pwd.getpwuid, about.st_uid)}:{name_of(grp.getgrgid, about.st_gid)}"
    return f"{owner} {stat.S_IMODE(about.st_mode):04o}"


def secret_files(paths):
    """Who may read them, and nothing of what is in them."""
    said = {}
    for path in paths:
        try:
            about = os.lstat(path)
            said[path] = owned(about) if stat.S_ISREG(about.st_mode) and about.st_size else "no regular file, or empty"
        except (FileNotFoundError, NotADirectoryError):
            pass
    return said


def files(paths):
    said = {}
    for path in paths:
        try:
            about = os.lstat(path)
            if not stat.S_ISREG(about.st_mode):
                said[path] = "no regular file"
                continue
            digest = hashlib.sha256()
            with open(path, "rb") as file:
                for part in iter(lambda: file.read(1 << 20), b""):
                    digest.update(part)
            said[path] = f"{owned(about)} sha256:{digest.hexdigest()}"
        except (FileNotFoundError, NotADirectoryError):
            pass
    return said


def held():
    """Packages that no upgrade moves, and those of the driver that one may."""
    if not shutil.which("dpkg-query"):
        return None, {}
    lines = output("dpkg-query", "-W", "-f=${db:Status-Want}\t${Package}\t${Version}\n").splitlines()
    rows = [line.split("\t") for line in lines]
    loose = {name: version for want, name, version in rows if want == "install" and DRIVER.match(name)}
    return [name for want, name, _ in rows if want == "hold"], loose


def parameters_at_start():
    values = {}
    try:
        with open(PARAMETERS, encoding="utf-8") as file:
            for name, is_set, value in (line.partition("=") for line in file if line.strip() and line.strip()[0] not in "#;"):
                values[name.strip()] = value.strip() if is_set else None
    except FileNotFoundError:
        pass
    return values


def mounts_at_start(wanted):
    """Fields of fstab as they stand there, by path. What stands there twice is told of as nothing."""
    fields = {}
    try:
        with open("/etc/fstab", encoding="utf-8") as file:
            for each in (line.split() for line in file):
                if len(each) > 1 and not each[0].startswith("#") and unescaped(each[1]) in wanted:
                    path = unescaped(each[1])
                    fields[path] = [] if path in fields else [unescaped(field) for field in each]
    except FileNotFoundError:
        pass
    return fields


def environment_of(path):
    """Which Python it is of."""
    there = os.path.exists(path + "/pyvenv.cfg")
    return [os.path.basename(each) for each in glob.glob(glob.escape(path) + "/bin/python3*")] if there else []


def login(name):
    """Who may write where it is said who gets in, and what is said there."""
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    said = {"shell": entry.pw_shell, "home": os.path.isdir(entry.pw_dir)}
    try:
        there = key_file(entry.pw_dir)
    except (OSError, Unread):
        return said
    if there:
        folder, file, content = there
        said["keys"] = hashlib.sha256(content).hexdigest()
        said["owned"] = [
            f"{about.st_uid == entry.pw_uid and about.st_gid == entry.pw_gid} {stat.S_IMODE(about.st_mode):04o}"
            for about in (folder, file)
        ]
    return said


def persistence_daemon():
    if not os.path.exists("/usr/lib/systemd/system/" + PERSISTENCE) or not os.path.isdir("/run/systemd/system"):
        return None
    return sorted(output("systemctl", "show", "-p", "UnitFileState,ActiveState", PERSISTENCE).split())


def lasting(watched):
    """Nothing that is compared: what else a playbook sees to, so that it looks at what is not as it should be alone."""
    hold, loose = held()
    return {
        "node": os.uname().nodename,
        "held": hold,
        "loose": loose,
        "sysctls": parameters_at_start(),
        "mounts": mounts_at_start(watched["mounts"]),
        "accounts": {name: login(name) for name in watched["accounts"]},
        "environments": {
            path: environment_of(path) for path in sorted({name.rpartition("/")[0] for name in watched["pythonPackages"]})
        },
        "persistence": persistence_daemon(),
        "numbers": {
            "groups": {each.gr_name: each.gr_gid for each in grp.getgrall() if each.gr_gid >= FIRST},
            "accounts": {each.pw_name: each.pw_uid for each in pwd.getpwall() if each.pw_uid >= FIRST},
        },
    }


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
    try:
        with open(WATCHED, encoding="utf-8") as file:
            watched = json.load(file)
    except (OSError, ValueError) as problem:
        sys.exit(f"{WATCHED} cannot be read: {problem}; deploy again")
    tell(watched)


def tell(watched):
    """A machine that does not have this script yet is sent it, with the list: then this is where it begins."""
    os.environ["PATH"] = PATH
    unread = {}
    sections = {
        "name": lambda: socket.gethostname().split(".")[0],
        "serial": serial,
        "release": lambda: first_line(RELEASE),
        "kernel": lambda: os.uname().release,
        "driverVersion": driver_version,
        "cudaVersion": cuda_version,
        "cpus": os.cpu_count,
        "gpus": gpus,
        "xids": lambda: xids(watched["harmlessXids"]),
        "packages": lambda: packages(watched["packages"]),
        "pythonPackages": lambda: python_packages(watched["pythonPackages"]),
        "images": lambda: images(watched["images"]),
        "services": lambda: services(watched["services"], watched["reloads"]),
        "slurmNodes": lambda: slurm_nodes(watched["slurm"]),
        "qos": lambda: qos(watched["qos"]),
        "sysctls": lambda: sysctls(watched["sysctls"]),
        "mounts": lambda: mounts(watched["mounts"]),
        "groups": lambda: groups(watched["groups"]),
        "accounts": lambda: accounts(watched["accounts"]),
        "files": lambda: files([*watched["files"], ITSELF, WATCHED]),
        "secretFiles": lambda: secret_files(watched["secretFiles"]),
        "volumes": lambda: volumes(watched["volumes"]),
        "links": lambda: links(watched["links"]),
        "lasting": lambda: lasting(watched),
    }
    facts = {}
    for section, read in sections.items():
        try:
            facts[section] = read()
        except Unread as problem:
            unread[section] = str(problem)
        except Exception as problem:  # whatever one section meets, the others are told
            unread[section] = f"{type(problem).__name__}: {problem}"
    json.dump({**facts, "unread": unread}, sys.stdout)


if __name__ == "__main__":
    main()
