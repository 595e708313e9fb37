#!/usr/bin/env python3
"""Measures Plumbline beside a peer on the same work, as whole processes, taking turns.

    modules/benchmarks/side_by_side.py generation [--pools 1000] [--rounds 9]

`generation`: `plumbline synth` of one Terraform configuration beside a program that knows nothing but that
configuration and writes the same bytes with Jackson; both with the JVM flags of the launcher, with and without a cache
of loaded classes for each.
What a drift check costs beside Terraform, cost.py measures.

CPU seconds are user and system time of the process and all that it started and waited for. Read the ratio: it is the
median of the rounds' ratios, and what else a machine does disturbs both sides of a round alike.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(__file__).resolve().parent / "target" / "side-by-side"
FLAGS = [
    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms32m", "-Xmn16m", "-XX:MinHeapFreeRatio=15",
    "-XX:MaxHeapFreeRatio=30", "-Dfile.encoding=UTF-8",
]
STACK = "many-pools"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["generation"])
    parser.add_argument("--pools", type=int, default=1000)
    parser.add_argument("--rounds", type=int)
    options = parser.parse_args()
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    generation(options.pools, options.rounds or 9)


# -- generation ---------------------------------------------------------------------------------


def generation(pools, rounds):
    classpath = build()
    project = make_project("http://127.0.0.1:4510", pools)
    ours = TARGET / "synth" / "bench" / STACK / "main" / "terraform" / "main.tf.json"
    theirs = TARGET / "raw.tf.json"

    def plumbline(*flags):
        command = [java(), *FLAGS, f"-Dplumbline.home={project}", *flags, "-cp", classpath]
        return command + plumbline_main() + ["synth", "-e", "bench", "--format", "terraform"] + [
            "-o", str(TARGET / "synth")]

    def raw(*flags):
        command = [java(), *FLAGS, *flags, "-cp", classpath_of_raw(classpath)]
        return command + ["io.plumbline.benchmarks.RawJackson", str(pools), str(theirs)]

    run(plumbline())
    run(raw())
    if ours.read_bytes() != theirs.read_bytes():
        sys.exit(f"not the same bytes: {ours} and {theirs}")
    size = ours.stat().st_size
    print(f"generation of {pools} pools, {size / 1e6:.1f} MB, {rounds} rounds, {java_version()}")
    print_head("Plumbline", "raw Jackson")
    compare("cold", rounds, plumbline(), raw())
    caches = {name: TARGET / f"{name}.cache" for name in ("plumbline", "raw")}
    run(plumbline(cache_record(caches["plumbline"])))
    run(raw(cache_record(caches["raw"])))
    compare(
        "cold, classes cached",
        rounds,
        plumbline(cache_use(caches["plumbline"])),
        raw(cache_use(caches["raw"])),
    )


def classpath_of_raw(classpath):
    """What the raw program needs, and no more: it is not to pay for jars that it does not use."""
    return os.pathsep.join(
        entry for entry in classpath.split(os.pathsep)
        if Path(entry).name.startswith(("jackson-core-", "plumbline-benchmarks-"))
    )


def cache_record(cache):
    return f"-XX:AOTCacheOutput={cache}" if java_feature() >= 25 else f"-XX:ArchiveClassesAtExit={cache}"


def cache_use(cache):
    return f"-XX:AOTCache={cache}" if java_feature() >= 25 else f"-XX:SharedArchiveFile={cache}"


# -- what both have in common -------------------------------------------------------------------


def build():
    """Builds the benchmarks and what they need; returns the class path."""
    listing = TARGET / "classpath"
    subprocess.run(
        ["mvn", "-q", "-B", "-ntp", "-f", ROOT / "pom.xml", "-pl", "modules/benchmarks", "-am", "-DskipTests",
         "package", "dependency:build-classpath", f"-Dmdep.outputFile={listing}"],
        check=True,
    )
    # Jars alone: a folder on the class path rules out a cache of loaded classes.
    [own] = (ROOT / "modules/benchmarks/target").glob("plumbline-benchmarks-*.jar")
    return os.pathsep.join([str(own), listing.read_text().strip()])


def make_project(url, pools):
    """A project with one environment, whose one stack is the one with many pools."""
    project = TARGET / "project"
    (project / "environments").mkdir(parents=True)
    (project / "environments/bench.yaml").write_text(f"""\
sites:
  main:
    provider: aws
    engine: terraform
    region: us-east-1
    account: "123456789012"
    endpoint: {url}
    credentials: fake
    state: local
stacks:
  {STACK}: {{pools: {pools}}}
""")
    return project


def plumbline_main():
    return ["io.plumbline.cli.Main"]


def java():
    """The JDK that Plumbline's launcher would take."""
    candidates = [os.environ.get("JAVA_HOME", ""), *sorted(map(str, Path("/usr/lib/jvm").glob("*")), reverse=True)]
    for home in candidates:
        release = Path(home, "release")
        if home and release.is_file() and feature(release.read_text()) >= 21:
            return str(Path(home, "bin/java"))
    return "java"


def feature(release):
    for line in release.splitlines():
        if line.startswith("JAVA_VERSION="):
            return int(line.split('"')[1].split(".")[0])
    return 0


def java_feature():
    return int(java_version().split()[1].split(".")[0])


def java_version():
    return "Java " + subprocess.run(
        [java(), "--version"], capture_output=True, text=True, check=True
    ).stdout.split()[1]


def run(command, environment=None):
    """Runs a command that must succeed; returns its stdout."""
    done = subprocess.run(
        command, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"{command[0]} ... {command[-1]} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def measure(command, environment):
    """CPU seconds and wall seconds of a command and all that it starts."""
    with tempfile.TemporaryFile() as out:
        began = time.monotonic()
        process = subprocess.Popen(
            command, env={**os.environ, **(environment or {})}, stdout=out, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - began
        if process.returncode != 0:
            out.seek(0)
            said = out.read().decode(errors="replace")
            sys.exit(f"{command[0]} ... {command[-1]} ended with {process.returncode}\n{said}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def compare(name, rounds, ours, theirs, environment=None):
    results = []
    for _ in range(rounds):
        results.append((measure(ours, environment), measure(theirs, environment)))
    ratios = sorted(our[0] / their[0] for our, their in results)
    columns = []
    for side in (0, 1):
        for figure, digits in ((0, 2), (1, 2), (2, 0)):
            columns.append(f"{statistics.median(r[side][figure] for r in results):.{digits}f}")
    ratio = f"{statistics.median(ratios):.3g} ({ratios[0]:.3g} to {ratios[-1]:.3g})"
    print(f"| {name} | {' | '.join(columns)} | {ratio} |")


def print_head(ours, theirs):
    cells = [f"{side}, {unit}" for side in (ours, theirs) for unit in ("CPU s", "wall s", "peak MB")]
    print(f"| | {' | '.join(cells)} | CPU ratio, median (range) |")
    print("|---" * (len(cells) + 2) + "|")


if __name__ == "__main__":
    main()
