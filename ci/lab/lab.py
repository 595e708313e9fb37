#!/usr/bin/env python3
"""Machines for tests: each with its own sshd, network, file system and names, on this one.

    ci/lab/lab.py FOLDER [--hosts N] [--systemd M]

It writes keys and an ssh_config into FOLDER, starts the machines, says on one line of JSON which there are, and keeps
them until its standard input ends. All of it lives in namespaces of its own, so that the kernel takes everything away
however it ends. The first M of the N machines run systemd; the others run sshd alone.

Labs do not disturb each other: each takes a free /24 of 198.18.0.0/15, which is set aside for tests (RFC 2544).
"""

import argparse
import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
NEEDED = {
    "unshare": "util-linux",
    "nsenter": "util-linux",
    "mount": "mount",
    "ip": "iproute2",
    "sshd": "openssh-server",
    "ssh-keygen": "openssh-client",
    "sudo": "sudo",
}
NEEDED_FOR_SYSTEMD = {"systemd-nspawn": "systemd-container", "dbus-daemon": "dbus"}
NETWORKS = 512
# So many GPUs of this kind, as nvidia-smi says it.
GPU = {"name": "NVIDIA H100 80GB HBM3", "driver_version": "570.124.06", "ecc.mode.current": "Enabled",
       "mig.mode.current": "Disabled", "persistence_mode": "Enabled"}
# Hidden from the rest of the machine, since the mounts here are nobody else's.
ROOTS = Path("/mnt")
# Processes as the rest of this machine counts them.
OUTSIDE = ROOTS / "proc"
SWITCH = "switch"
# Of each machine, with the bridge it is on: one by which it is reached, and one that stands for a fast one. On one bridge
# each would answer for the other.
LINKS = {"eth0": "br0", "ib0": "br1"}
SECONDS_TO_START = 60


class LabError(Exception):
    pass


def run(*command, text=None):
    """Its output. It reads the text, or nothing: what stands at our standard input is not for it."""
    done = subprocess.run(command, input=text or "", capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise LabError(f"{' '.join(map(str, command))}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def missing(systemd):
    needed = NEEDED | (NEEDED_FOR_SYSTEMD if systemd else {})
    packages = sorted({package for program, package in needed.items() if not shutil.which(program)})
    if os.geteuid() != 0:
        return "it needs root, for namespaces and mounts of its own"
    if packages:
        return "on Debian and Ubuntu: apt-get install " + " ".join(packages)
    return None


class Network:
    """A bridge in a namespace of its own, with this machine at the first address."""

    def __init__(self, wanted=None):
        self.number, self.lock = self.free(range(NETWORKS - 1) if wanted is None else [wanted])
        self.prefix = f"198.{18 + self.number // 256}.{self.number % 256}"

    @staticmethod
    def free(numbers):
        """A number that no other lab has; the kernel gives it back when this one ends. The last one is for the sandbox."""
        for number in numbers:
            lock = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            try:
                lock.bind(f"\0plumbline-lab-{number}")
                return number, lock
            except OSError:
                lock.close()
        raise LabError("all networks are taken by other labs" if len(numbers) > 1 else
                       f"network {numbers[0]} is taken by another lab: that of another project's sandbox, or one that ends")

    def address(self, host):
        return f"{self.prefix}.{host + 10}"

    def start(self, names):
        for namespace in [SWITCH, *names]:
            run("ip", "netns", "add", namespace)
        ours = f"plumblab{self.number}"
        with contextlib.suppress(LabError):  # what a lab that has just ended still holds
            run("ip", "link", "del", ours)
        run("ip", "-batch", "-", text=f"link add {ours} type veth peer name up0 netns {SWITCH}\n"
            f"address add {self.prefix}.1/24 dev {ours}\nlink set {ours} up\n")
        run("ip", "-n", SWITCH, "-batch", "-", text="link set up0 up\n" + "".join(
            f"link add {bridge} type bridge\nlink set {bridge} up\n" for bridge in LINKS.values())
            + f"link set up0 master {LINKS['eth0']}\n")
        for host, name in enumerate(names):
            self.connect(host, name)

    def connect(self, host, name):
        run("ip", "-n", SWITCH, "-batch", "-", text="".join(
            f"link add {link}p{host} type veth peer name {link} netns {name}\n"
            f"link set {link}p{host} master {bridge}\nlink set {link}p{host} up\n"
            for link, bridge in LINKS.items()))
        run("ip", "-n", name, "-batch", "-", text="link set lo up\n"
            f"address add {self.address(host)}/24 dev eth0\nlink set eth0 up\nlink set ib0 up\n"
            f"route add default via {self.prefix}.1\n")


class Keys:
    """Who may log in, and by what a machine is known."""

    def __init__(self, folder):
        self.folder = folder
        self.user = self.pair(folder / "key", "lab")
        self.machine = self.pair(folder / "host_key", "machine")

    @staticmethod
    def pair(path, comment):
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", path)
        return path.with_suffix(".pub").read_text()

    def write_config(self, network):
        (self.folder / "known_hosts").write_text(f"{network.prefix}.* {self.machine}")
        (self.folder / "ssh_config").write_text(
            f"User root\nIdentityFile {self.folder}/key\nIdentitiesOnly yes\nIdentityAgent none\n"
            f"UserKnownHostsFile {self.folder}/known_hosts\nGlobalKnownHostsFile none\n"
            "StrictHostKeyChecking yes\nUpdateHostKeys no\n")


class Host:
    def __init__(self, name, address, systemd, gpus, folder):
        self.gpus = gpus
        self.name = name
        self.address = address
        self.systemd = systemd
        self.folder = ROOTS / name
        self.root = self.folder / "root"
        self.log = folder / f"{name}.log"
        self.said = self.folder / "pid"
        self.process = None

    def write(self, path, text, mode=0o644):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.write_text(text)
        file.chmod(mode)

    def lay_out(self, keys):
        for each in ("upper", "work", "root"):
            (self.folder / each).mkdir(parents=True)
        layers = f"lowerdir=/,upperdir={self.folder}/upper,workdir={self.folder}/work"
        run("mount", "-t", "overlay", "overlay", "-o", layers, self.root)
        self.write("etc/hostname", self.name + "\n")
        self.write("etc/hosts", f"127.0.0.1 localhost\n{self.address} {self.name}\n")
        for each in ("etc/resolv.conf", "etc/fstab", "etc/motd"):
            self.write(each, "")
        self.write("etc/ssh/sshd_config", (HERE / "sshd_config").read_text())
        self.write("etc/ssh/lab_host_key", (keys.folder / "host_key").read_text(), 0o600)
        (self.root / "root/.ssh").mkdir(mode=0o700, exist_ok=True)
        self.write("root/.ssh/authorized_keys", keys.user, 0o600)
        for program in sorted((HERE / "bin").iterdir()):
            self.write(f"usr/local/sbin/{program.name}", program.read_text(), 0o755)
        self.write("etc/lab/serial", f"LAB-{self.name.upper()}\n")
        if self.gpus:
            self.write("etc/lab/gpus", json.dumps([GPU] * self.gpus))
        if self.systemd:
            self.lay_out_systemd()

    def lay_out_systemd(self):
        """Of all services that this machine may have, ssh alone."""
        self.write("etc/machine-id", "")
        units = self.root / "etc/systemd/system"
        for wants in units.glob("*.wants"):
            shutil.rmtree(wants)
        wants = units / "multi-user.target.wants"
        wants.mkdir()
        (wants / "ssh.service").symlink_to("/lib/systemd/system/ssh.service")
        default = units / "default.target"
        default.unlink(missing_ok=True)
        default.symlink_to("/lib/systemd/system/multi-user.target")

    def start(self):
        network = f"/run/netns/{self.name}"
        if self.systemd:
            # Entered before, not by --network-namespace-path: else /sys has the links of the machine outside.
            command = ["nsenter", f"--net={network}", "sh", "-c",
                       f'read -r pid rest <{OUTSIDE}/self/stat; echo $pid >{self.said}; exec "$@"', "sh",
                       "systemd-nspawn", "--quiet", "--boot", "--register=no", "--keep-unit",
                       f"--directory={self.root}", "--capability=CAP_NET_ADMIN", f"--hostname={self.name}", "--console=pipe"]
        else:
            command = ["nsenter", f"--net={network}", "unshare", "--mount", "--uts", "--pid", "--ipc", "--fork",
                       "--kill-child", "--propagation", "private", "bash", str(HERE / "host.sh"), self.name,
                       str(self.root), str(OUTSIDE), str(self.said)]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=os.environ | {"SYSTEMD_NSPAWN_API_VFS_WRITABLE": "network"})

    def answers(self):
        if self.process.poll() is not None:
            raise LabError(f"{self.name} ended: {self.log.read_text()[-1000:]}")
        try:
            with socket.create_connection((self.address, 22), timeout=1) as connection:
                return connection.recv(4) == b"SSH-"
        except OSError:
            return False

    def pid(self):
        """Of its first process, as the rest of this machine counts."""
        own = int(self.said.read_text())
        return own if not self.systemd else next(child for child in children(own) if init_of_its_own(child))


def children(parent):
    return [int(pid) for pid in (OUTSIDE / f"{parent}/task/{parent}/children").read_text().split()]


def init_of_its_own(pid):
    lines = (OUTSIDE / f"{pid}/status").read_text().splitlines()
    return next(line for line in lines if line.startswith("NSpid:")).split()[-1] == "1"


def start(folder, given):
    run("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", ROOTS)
    OUTSIDE.mkdir()
    run("mount", "--bind", "/proc", OUTSIDE)
    run("mount", "-t", "proc", "proc", "/proc")
    Path("/run/netns").mkdir(exist_ok=True)
    run("mount", "-t", "tmpfs", "tmpfs", "/run/netns")
    network = Network(given.network)
    keys = Keys(folder)
    keys.write_config(network)
    hosts = [Host(f"node-{n + 1}", network.address(n), n < given.systemd, given.gpus, folder) for n in range(given.hosts)]
    network.start([host.name for host in hosts])
    for host in hosts:
        host.lay_out(keys)
        host.start()
    end = time.monotonic() + SECONDS_TO_START
    for host in hosts:
        while not host.answers():
            if time.monotonic() > end:
                raise LabError(f"{host.name} does not answer: {host.log.read_text()[-1000:]}")
            time.sleep(0.02)
    return network, hosts


def inside(folder, given):
    network, hosts = start(folder, given)
    json.dump({"hosts": [{"name": host.name, "address": host.address, "pid": host.pid(), "systemd": host.systemd}
                         for host in hosts]}, sys.stdout)
    print(flush=True)
    if given.beside is None:
        sys.stdin.read()
    else:
        while (OUTSIDE / str(given.beside)).exists():
            time.sleep(1)
    network.lock.close()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--hosts", type=int, default=2)
    arguments.add_argument("--systemd", type=int, default=0)
    arguments.add_argument("--gpus", type=int, default=0, help="so many in each machine")
    arguments.add_argument("--network", type=int, help=f"the one of this number, 0 to {NETWORKS - 1}, and no other")
    arguments.add_argument("--beside", type=int, metavar="PID", help="end with this process, not with standard input")
    arguments.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    try:
        if given.inside:
            inside(given.folder.resolve(), given)
            return
        lacking = missing(given.systemd > 0)
        if lacking:
            raise LabError(f"the host lab cannot start: {lacking}")
    except LabError as problem:
        sys.exit(f"lab: {problem}")
    own = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private"]
    os.execvp("unshare", [*own, sys.executable, __file__, *sys.argv[1:], "--inside"])


if __name__ == "__main__":
    main()
