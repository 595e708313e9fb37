"""Terraform and CloudFormation make the same fleet here, and both find nothing left to change."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import live
from support import FLEET, SANDBOX, StackTest, endpoint

PROGRAM = shutil.which("terraform") or shutil.which("tofu")
CONFIGURATION = SANDBOX.parent.parent / ".plumbline" / "terraform.rc"


class Terraform:
    """A working folder with the fleet's configuration."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {
            **os.environ,
            "CHECKPOINT_DISABLE": "1",
            "TF_IN_AUTOMATION": "1",
            "TF_VAR_endpoint": endpoint(),
        }
        if CONFIGURATION.exists():
            self.environment["TF_CLI_CONFIG_FILE"] = str(CONFIGURATION)
        shutil.copy(FLEET / "main.tf.json", folder)

    def run(self, command, *arguments, expect=0):
        done = subprocess.run(
            [PROGRAM, command, "-no-color", "-input=false", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=900,
        )
        output = done.stdout + done.stderr
        # `init` warns where the provider comes from a folder: it has one platform's checksum.
        if done.returncode != expect or ("Warning" in output and command != "init"):
            raise AssertionError(f"{command}: exit {done.returncode}\n{output[-6000:]}")
        return output


class EnginesTest(StackTest):
    maxDiff = None

    @unittest.skipUnless(PROGRAM, "neither terraform nor tofu is installed")
    def test_both_make_the_same_fleet(self):
        with tempfile.TemporaryDirectory() as folder:
            terraform = Terraform(folder)
            terraform.run("init")
            terraform.run("apply", "-auto-approve")
            terraform.run("plan", "-detailed-exitcode")
            by_terraform = live.read(self.clients)
            # One change in place for each engine's update path, and back by destroy.
            terraform.run("apply", "-auto-approve", "-var", "max_size=9")
            terraform.run("plan", "-detailed-exitcode", "-var", "max_size=9")
            terraform.run("destroy", "-auto-approve")
            self.assertEqual(
                json.loads(Path(folder, "terraform.tfstate").read_text())["resources"], []
            )
        body = (FLEET / "template.yaml").read_text()
        made = self.execute(self.change_set(body, kind="CREATE", name="one"))
        self.assertEqual(made["StackStatus"], "CREATE_COMPLETE")
        self.assertEqual(self.change_set(body, name="two")["Status"], "FAILED")
        self.assertEqual(live.read(self.clients), by_terraform)


if __name__ == "__main__":
    unittest.main()
