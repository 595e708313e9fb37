"""The stack, deployed into a sandbox of its own by an engine, with what is needed to change it and to check it."""

import json
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import boto3
import yaml

from recall import strangers
from recall.account import Account, logical_id
from recall.imports import take_in
from recall.recorder import Recorder
from recall.terraform import Terraform
from recall.tools import Plumbline

ROOT = Path(__file__).resolve().parents[3]
STACK = "every-kind"
FILE = """\
sites:
  main: {{provider: aws, engine: {engine}, region: us-east-1, account: "123456789012", endpoint: "{url}",
    credentials: fake, state: local}}
stacks:
  {stack}: {{most: 4}}
"""


class Deployment:
    """`owners` has, by logical id, address, kind and document of what was made."""

    def __init__(self, account, tool, owners, recorder, session, url):
        self.account, self.tool, self.owners, self.recorder = account, tool, owners, recorder
        self.session, self.url = session, url


@contextmanager
def deployed(engine, java, kinds):
    """Deploys by an engine. The tool is Plumbline after CloudFormation, and Terraform after Terraform."""
    server = subprocess.Popen([sys.executable, ROOT / "ci/sandbox/server.py", "--idle-seconds", "900"],
                              stdout=subprocess.PIPE, text=True)
    try:
        url = server.stdout.readline().strip()
        with tempfile.TemporaryDirectory() as folder:
            yield _deploy(engine, java, kinds, url, server.pid, Path(folder))
    finally:
        server.terminate()
        server.wait()


def _deploy(engine, java, kinds, url, pid, folder):
    session = boto3.Session("x", "x", region_name="us-east-1")
    recorder = Recorder(url)
    _project(folder, engine, recorder.url, pid)
    plumbline = [java[0], f"-Dplumbline.home={folder}", *java[1:], "io.plumbline.cli.Main"]
    run([*plumbline, "deploy"])
    work = folder / ".plumbline/sandbox" / STACK / "main"
    graph = json.loads((work / "release.json").read_text())["graph"]
    if engine == "cloudformation":
        run([*plumbline, "baseline"])
        account = Account(session, url)
        owners = _owners(graph, kinds, account.resources)
        tool = Plumbline([*plumbline, "drift", "--output", "json"], kinds)
    else:
        tool = Terraform(work / "terraform", folder / ".plumbline/terraform.rc", kinds)
        run([*plumbline, "synth", "--format", "cloudformation", "-o", str(folder / "synth")])
        [template] = (folder / "synth").rglob("template.yaml")
        template = yaml.safe_load(template.read_text())
        owners = _owners(graph, kinds, template["Resources"])
        take_in(session, url, template, _variables(work / "terraform"), owners, kinds, tool.state())
        account = Account(session, url)
    strangers.settle(session, url)
    return Deployment(account, tool, owners, recorder, session, url)


def _project(folder, engine, url, pid):
    (folder / "environments").mkdir()
    (folder / ".plumbline").mkdir()
    (folder / ".plumbline/sandbox.json").write_text(json.dumps({"url": url, "pid": pid}))
    shutil.copy(ROOT / ".plumbline/terraform.rc", folder / ".plumbline")
    (folder / "templates").symlink_to(ROOT / "templates")
    (folder / "environments/sandbox.yaml").write_text(FILE.format(engine=engine, url=url, stack=STACK))


def _owners(graph, kinds, resources):
    owners = {}
    for resource in graph:
        for document in kinds[resource["kind"]]["types"]:
            logical = logical_id(resource["address"], document)
            if logical in resources:
                owners[logical] = (resource["address"], resource["kind"], document)
    return owners


def _variables(folder):
    """What Terraform was given for things that exist, by the names of CloudFormation's parameters."""
    files = [*folder.glob("*.tfvars.json"), *folder.glob("*.auto.tfvars.json")]
    return {logical_id(name, ""): value for file in files for name, value in json.loads(file.read_text()).items()}


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command[-2:]} ended with {done.returncode}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout
