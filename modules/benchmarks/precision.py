#!/usr/bin/env python3
"""Measures how often `plumbline drift` cries wolf.

    modules/benchmarks/precision.py [--cloudformation 950] [--terraform 50] [--first 0]

Runs `PrecisionIT` over so many designs made by chance: ten at a time are deployed into a sandbox that answers as
awkwardly as AWS does, left alone, and checked twice. Prints the figures; `modules/e2e/target/precision.json` has every
false finding, and is written after each deploy, so that a run that is cut short has its figures too.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import azure

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "modules/e2e/target/precision.json"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cloudformation", type=int, default=950, help="designs deployed by CloudFormation")
    parser.add_argument("--terraform", type=int, default=50, help="designs deployed by Terraform")
    parser.add_argument("--azure", type=int, default=0, help="these alone: so many deploys to Azure's stand-in, of five designs each")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    options = parser.parse_args()
    if options.azure:
        return azure.run("AzurePrecisionIT", f"-Dprecision.azure={options.azure}", f"-Dprecision.first={options.first}")
    RESULT.unlink(missing_ok=True)
    done = subprocess.run(
        ["mvn", "-q", "-B", "-ntp", "-f", ROOT / "pom.xml", "verify", "-pl", "modules/e2e", "-am",
         "-Dtest=NoSuchTest", "-Dit.test=PrecisionIT",
         "-Dsurefire.failIfNoSpecifiedTests=false", "-Dfailsafe.failIfNoSpecifiedTests=false",
         f"-Dprecision.first={options.first}", f"-Dprecision.cloudformation={options.cloudformation}",
         f"-Dprecision.terraform={options.terraform}"],
        check=False,
    )
    if RESULT.exists():
        figures = json.loads(RESULT.read_text())
        print("| by CloudFormation | by Terraform | resources | attributes compared | false findings "
              "| for 100,000 attributes | second reports unlike the first |")
        print("|---" * 7 + "|")
        names = ("cloudformation", "terraform", "resources", "compared", "falseFindings", "falsePer100000",
                 "unlikeSecondReports")
        print("| " + " | ".join(str(figures[name]) for name in names) + " |")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
