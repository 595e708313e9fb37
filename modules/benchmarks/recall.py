#!/usr/bin/env python3
"""Measures what `plumbline drift` misses, and beside it `terraform plan -refresh-only`.

    modules/benchmarks/recall.py [--tools plumbline terraform] [--classpath PATH] [--out docs]

Deploys the stack that has every kind into a sandbox, by CloudFormation for Plumbline and by Terraform for Terraform. Then
each property that the vendor's schema lets one change (CloudFormation's schemas, as cfn-lint carries them, without
createOnly and readOnly) is changed by the Cloud Control API, behind the stack's back, and the tool must say so, at the
resource and the attribute where it was done. What is changed and to what, the schema says; Plumbline has no say in it.
In each round every resource gets one change, and they are changed back. What was not found is tried again in groups that
are halved, with a recorder in between. Terraform gets the very changes that Plumbline got. At last come the structural
ones: resources are added, doubled, lose their tag to another, and are deleted.

Writes recall.md and recall.json. Exit code 1 where Plumbline did not find what was changed.
"""

import argparse
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import azure
import side_by_side

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = ROOT / ".plumbline/venv/bin/python"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", nargs="+", default=["plumbline", "terraform"], choices=["plumbline", "terraform"])
    parser.add_argument("--kinds", nargs="+", help="these alone; of the others the run that is kept is told")
    parser.add_argument("--classpath", help="of what is built already")
    parser.add_argument("--out", type=Path, default=ROOT / "docs")
    parser.add_argument("--kept", type=Path, help="recall.json of an earlier run, of which the rest is taken")
    parser.add_argument("--azure", action="store_true", help="of Azure's stand-in, and nothing else; writes recall-azure.json")
    options = parser.parse_args()
    if options.azure:
        return azure.recall(options.out)
    if Path(sys.prefix) != PYTHON.parents[1]:
        subprocess.run(["bash", ROOT / "ci/setup"], check=True)
        os.execv(PYTHON, [str(PYTHON), __file__, *sys.argv[1:]])
    from recall import report

    measured = json.loads(options.kept.read_text()) if options.kept else {"places": []}
    options.out.mkdir(parents=True, exist_ok=True)
    kept = options.out / "recall.json"
    measured = measure(options.classpath or build(), options.tools, options.kinds, measured,
                       lambda so_far: kept.write_text(json.dumps(so_far)))
    measured["date"] = date.today().isoformat()
    report.write(measured, options.out)
    return 1 if any(each["outcome"] == "missed" for each in measured["places"]) else 0


def build():
    """Builds what is needed, with the tests that have the stack; returns the class path."""
    listing = HERE / "target" / "recall.classpath"
    subprocess.run(
        ["mvn", "-q", "-B", "-ntp", "-f", ROOT / "pom.xml", "-pl", "modules/benchmarks,modules/e2e", "-am",
         "-DskipTests", "package", "dependency:build-classpath", f"-Dmdep.outputFile={listing}"],
        check=True,
    )
    return os.pathsep.join([str(HERE / "target/classes"), str(ROOT / "modules/e2e/target/test-classes"),
                            listing.read_text().strip()])


def measure(classpath, tools, wanted, measured, keep):
    """What was measured; `keep` is given it as it grows, since a run takes long."""
    from recall import structure
    from recall.catalogue import Catalogue
    from recall.deployment import deployed, run
    from recall.measurement import Measurement

    java = [side_by_side.java(), *side_by_side.FLAGS, "-cp", classpath]
    catalogue = Catalogue(json.loads(run([*java, "io.plumbline.benchmarks.KindPlaces"])), wanted)
    if "plumbline" in tools:
        with deployed("cloudformation", java, catalogue.kinds) as there:
            settled = catalogue.settled(there.owners)
            measurement = Measurement(there.account, there.tool, catalogue.schemas, there.owners, there.recorder)
            outcomes = {**settled, **measurement.run(catalogue.open(settled))}
            left = sorted(f"{f.type} {f.resource} {f.attribute}" for f in there.tool.findings())
            others = [each for each in measured["places"] if wanted and each["kind"] not in wanted]
            places = sorted(others + catalogue.written(outcomes), key=lambda each: (each["kind"], each["place"]))
            measured = {"places": places, "leftAfterRestoring": left, "structure": {}}
            keep(measured)
            measured["structure"]["plumbline"] = structure.measure(there, catalogue.kinds)
            keep(measured)
    if "terraform" in tools:
        with deployed("terraform", java, catalogue.kinds) as there:
            measurement = Measurement(there.account, there.tool, catalogue.schemas, there.owners, there.recorder)
            catalogue.add(measured["places"], measurement.run(catalogue.open(catalogue.settled(there.owners))))
            keep(measured)
            measured["structure"]["terraform"] = structure.measure(there, catalogue.kinds)
    return measured


if __name__ == "__main__":
    sys.exit(main())
