"""Recall and precision on Azure, which is stood in for: both are tests, of which CI runs a sample."""

import json
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "modules/e2e/target"


def run(test, *settings):
    """Runs all of a test, and returns the exit code."""
    return subprocess.run(
        ["mvn", "-q", "-B", "-ntp", "-f", ROOT / "pom.xml", "verify", "-pl", "modules/e2e", "-am",
         "-Dtest=NoSuchTest", f"-Dit.test={test}",
         "-Dsurefire.failIfNoSpecifiedTests=false", "-Dfailsafe.failIfNoSpecifiedTests=false", *settings],
        check=False,
    ).returncode


def recall(folder):
    """Changes every value of every document, writes what came of each, and prints the sums."""
    code = run("AzureRecallIT", "-Drecall.every=1")
    places = json.loads((TARGET / "azure-recall.json").read_text())
    write(places, folder)
    return code


def write(places, folder):
    folded = Counter((each["type"], plain(each["place"]), each["declared"], each["outcome"]) for each in places)
    rows = [{"type": type_, "place": place, "declared": declared, "outcome": outcome, "times": times}
            for (type_, place, declared, outcome), times in sorted(folded.items())]
    (folder / "recall-azure.json").write_text(
        json.dumps({"date": date.today().isoformat(), "places": rows}, indent=1) + "\n")
    sums = Counter((each["declared"], each["outcome"]) for each in places)
    print("| values | declared | of them found | missed | not declared | of them found all the same |")
    print("|---" * 6 + "|")
    declared = sums[True, "found"] + sums[True, "missed"]
    print(f"| {len(places)} | {declared} | {sums[True, 'found']} | {sums[True, 'missed']} "
          f"| {len(places) - declared} | {sums[False, 'found']} |")


def plain(place):
    """The place without numbers of items and names of somebody's."""
    return "/".join("{id}" if "~1" in part else part for part in place.split("/") if not part.isdigit())
