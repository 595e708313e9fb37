#!/usr/bin/env python3
"""Measures what a drift check costs: calls, processor time, wall time, memory.

    modules/benchmarks/cost.py pools [--pools 10 100 1000 5000] [--rounds 3]
    modules/benchmarks/cost.py limits [--rounds 3]

`pools`: `plumbline drift` beside `terraform plan -refresh-only` on fleets of many pools; each is two pools that Terraform
deployed into a sandbox, grown (see grown_fleet.py), and taken for true once a deploy of all of it found nothing to change.
`limits`: 252 nodes with eight GPUs each in three accounts, in a sandbox that is 50 ms away and keeps AWS's rate limits (see
ci/sandbox/plumbline_sandbox/rates.py), checked beside each other and one account after the other.

Both start Plumbline by its launcher, with whatever flags that has. CPU seconds are those of the process and all that it
started and waited for; peak memory is that of its largest process. Of several rounds, medians.
"""

import argparse
import collections
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import side_by_side as common

ROOT, TARGET = common.ROOT, Path(__file__).resolve().parent / "target" / "cost"
PYTHON = ROOT / ".plumbline/venv/bin/python"
TESTKIT = ROOT / "modules/testkit/target"
# What the pools are: each is one of both, and versions hold what a template says.
POOLS = ("DescribeAutoScalingGroups", "DescribeLaunchTemplates", "DescribeLaunchTemplateVersions")
# What AWS lists for one group at a time.
BY_GROUP = "DescribeLifecycleHooks"
SITES = {"east": "111111111111", "west": "222222222222", "lab": "333333333333"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["pools", "limits"])
    parser.add_argument("--pools", type=int, nargs="+", default=[10, 100, 1000, 5000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    subprocess.run(["bash", ROOT / "ci/setup"], check=True)
    common.TARGET = TARGET
    common.build()
    if options.what == "limits":
        limits(options.rounds)
        return
    head = ["pools", "resources", "calls: pools by page", "hooks by group", "all others", "Plumbline, CPU s", "wall s"]
    head += ["peak MB", "Terraform, calls", "CPU s", "wall s", "peak MB", "CPU ratio, median (range)"]
    table(head)
    for pools in options.pools:
        many_pools(pools, options.rounds)


# -- many pools -----------------------------------------------------------------------------------


def many_pools(pools, rounds):
    with sandbox() as url:
        project = make_project(f"p{pools}", {"main": site(url)}, "many-pools: {pools: 2}")
        deploy(project)
        folder = project / ".plumbline/bench/many-pools/main/terraform"
        run([PYTHON, Path(__file__).parent / "grown_fleet.py", url, folder / "terraform.tfstate", str(pools)])
        environment = project / "environments/bench.yaml"
        environment.write_text(environment.read_text().replace("pools: 2", f"pools: {pools}"))
        if "aws_" in deploy(project).replace("data.aws_", ""):
            sys.exit("the fleet was not true: Terraform had something to change")
        terraform = ["terraform", f"-chdir={folder}", "plan", "-refresh-only", "-input=false"]
        ours, report = counted(url, lambda: check(project))
        theirs, _ = counted(url, lambda: run(terraform, terraform_settings(project)))
        results = [
            (common.measure(drift(), variables(project)), common.measure(terraform, terraform_settings(project)))
            for _ in range(rounds)
        ]
    ratios = sorted(our[0] / their[0] for our, their in results)
    pages = sum(ours[action] for action in POOLS)
    hooks = ours[BY_GROUP]
    row([
        f"{pools:,}", f"{report['coverage']['resources']:,}", pages, f"{hooks:,}", sum(ours.values()) - pages - hooks,
        *medians(our for our, _ in results),
        f"{sum(theirs.values()):,}", *medians(their for _, their in results),
        f"{statistics.median(ratios):.3g} ({ratios[0]:.3g} to {ratios[-1]:.3g})",
    ])


def terraform_settings(project):
    """By which Terraform finds its provider."""
    return {"TF_CLI_CONFIG_FILE": str(project / ".plumbline/terraform.rc")}


def medians(measured):
    """CPU seconds, wall seconds and megabytes, as texts."""
    figures = zip(*measured, strict=True)
    return [f"{statistics.median(each):,.{digits}f}" for each, digits in zip(figures, (2, 1, 0), strict=True)]


# -- rate limits ----------------------------------------------------------------------------------


def limits(rounds):
    with sandbox() as url:
        sites = {name: site(url, account) for name, account in SITES.items()}
        whole = fleet("fleet", sites)
        deploy(whole)
        parts = [part(whole, name, sites[name]) for name in sites]
        table(["accounts", "wall s", "calls", "refused", "of what 60 s allow", "deepest in a bucket", "which"])
        together, alone = [], []
        for _ in range(rounds):
            together.append(limited(url, [whole]))
            alone.append(limited(url, parts))
        row(["beside each other", *summary(together)])
        row(["one after the other", *summary(alone)])


def fleet(name, sites):
    return make_project(name, sites, f"gpu-fleet: {{sites: [{', '.join(sites)}], pools: 12, nodes: 7}}")


def part(whole, name, site):
    """A project that knows one account of the fleet alone, and what was deployed there."""
    project = fleet(f"fleet-{name}", {name: site})
    record = Path(".plumbline/bench/gpu-fleet") / name
    shutil.copytree(whole / record, project / record)
    return project


def limited(url, projects):
    """How long checks took, one after the other, and what they took of the buckets."""
    post(url, {"latency": 0.05, "rates": 1})
    began = time.monotonic()
    for project in projects:
        check(project)
    took = time.monotonic() - began
    buckets = get(url + "/plumbline/rates")
    post(url, {})
    return took, buckets


def summary(rounds):
    _, buckets = rounds[0]

    def share(bucket):
        return sum(bucket["taken"].values()) / (bucket["size"] + 60 * bucket["refill"])

    def depth(bucket):
        return 1 - bucket["least"] / bucket["size"]

    deepest = max(buckets, key=lambda key: depth(buckets[key]))
    calls = [sum(sum(each["taken"].values()) for each in found.values()) for _, found in rounds]
    refused = [sum(each["refused"] for each in found.values()) for _, found in rounds]
    return [
        f"{statistics.median(took for took, _ in rounds):.1f}", statistics.median(calls), max(refused),
        f"{max(share(each) for each in buckets.values()):.1%}", f"{depth(buckets[deepest]):.0%}",
        deepest.split()[-1],
    ]


# -- what both have in common ---------------------------------------------------------------------


@contextlib.contextmanager
def sandbox():
    process = subprocess.Popen(
        [PYTHON, ROOT / "ci/sandbox/server.py", "--idle-seconds", "1800"], stdout=subprocess.PIPE, text=True
    )
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()


def site(url, account=None):
    role = f"arn:aws:iam::{account}:role/check"
    return {
        "provider": "aws", "engine": "terraform", "region": "us-east-1", "account": account or "123456789012",
        "endpoint": url, "credentials": {"role": role} if account else "fake", "state": "local",
    }


def make_project(name, sites, stacks):
    project = TARGET / name
    (project / "environments").mkdir(parents=True)
    (project / ".plumbline").mkdir()
    shutil.copy(ROOT / ".plumbline/terraform.rc", project / ".plumbline")
    (project / "environments/bench.yaml").write_text(f"sites: {json.dumps(sites)}\nstacks:\n  {stacks}\n")
    return project


def variables(project):
    [testkit] = TESTKIT.glob("plumbline-testkit-*.jar")
    return {
        "PLUMBLINE_HOME": str(project), "PLUMBLINE_CLASSPATH": str(testkit),
        "AWS_ACCESS_KEY_ID": "sandbox", "AWS_SECRET_ACCESS_KEY": "sandbox",
    }


def drift(*options):
    return [str(ROOT / "plumbline"), "drift", "-e", "bench", *options]


def check(project):
    """The report of a check that must find the fleet in sync."""
    report = json.loads(run(drift("--output", "json"), variables(project)))
    if report["verdict"] != "in-sync":
        sys.exit(f"the fleet is {report['verdict']}, which is not what is to be measured")
    return report


def deploy(project):
    """Deploys; returns what the engine said that it changed."""
    command = [str(ROOT / "plumbline"), "deploy", "-e", "bench", "--yes", "--no-verify", "--allow-local-state"]
    done = subprocess.run(
        command, env={**os.environ, **variables(project)}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"deploy ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return "\n".join(line for line in done.stderr.splitlines() if "complete after" in line)


def run(command, environment=None):
    return common.run([str(part) for part in command], environment)


def counted(url, work):
    """The calls that some work made, by action, and what came of it."""
    post(url, {"rates": 1_000_000})
    result = work()
    counts = collections.Counter()
    for bucket in get(url + "/plumbline/rates").values():
        counts.update(bucket["taken"])
    post(url, {})
    return counts, result


def post(url, posted):
    request = urllib.request.Request(url + "/plumbline/limits", data=json.dumps(posted).encode(), method="POST")
    urllib.request.urlopen(request, timeout=60).close()


def get(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)


def table(head):
    row(head)
    print("|---" * len(head) + "|")


def row(cells):
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


if __name__ == "__main__":
    main()
