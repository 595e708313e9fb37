"""What is to be done on a machine, by what it says of itself, without such a machine."""

import base64
import copy
import hashlib
import importlib.util
import json
import sys
import tempfile
import unittest
from pathlib import Path

FILTER = Path(__file__).resolve().parents[2] / "main/resources/io/plumbline/ansible/roles/base/filter_plugins/differences.py"
spec = importlib.util.spec_from_file_location("differences", FILTER)
plugin = importlib.util.module_from_spec(spec)
sys.dont_write_bytecode = True
spec.loader.exec_module(plugin)

STATE = "root:root 0644 sha256:00"
DAEMON = {"path": "/etc/docker/daemon.json", "mode": "0644", "state": STATE, "reloads": "docker"}
COMPOSED = {"path": "/etc/bucket", "mode": "0600", "parts": [{"text": "name = "}, {"input": "far.name"}]}
WANTED = {
    "name": "n1",
    "release": "2026.11",
    "kernel": "6.8",
    "driverVersion": "570.124.06",
    "cudaVersion": "",
    "gpus": {"count": 8, "ecc": "on", "mig": "off", "persistence": "on"},
    "reboots": False,
    "roles": [{"name": "docker", "files": [DAEMON["path"]], "packages": ["docker-ce"], "services": ["docker"]}],
    "files": [{"path": "/etc/motd", "mode": "0644", "state": STATE}, DAEMON, COMPOSED],
    "inputs": {"far.name": "there"},
    "packages": [{"name": "docker-ce", "version": "5:27.5.1-1"}, {"name": "bash", "version": "5.2"}],
    "services": [{"name": "docker", "state": "enabled, running"}, {"name": "agent", "state": "enabled, running"}],
    "sysctls": [{"name": "net.core.somaxconn", "value": "8192"}],
    "mounts": [{"path": "/data", "source": "nfs:/data", "type": "nfs4", "options": ["ro", "hard"]}],
    "groups": [{"name": "research", "gid": 3000}],
    "accounts": [{"name": "ada", "uid": 4001, "gid": 4001, "groups": ["video", "docker"], "keys": ["ssh-ed25519 AAAA ada"]}],
    "environments": [{"path": "/opt/torch", "python": "3.12"}],
    "pythonPackages": [{"name": "/opt/torch/torch", "version": "2.5.1"}],
    "images": ["nvcr.io/x@sha256:aa"],
}
SAID = {
    "release": "2026.11",
    "kernel": "6.8",
    "driverVersion": "570.124.06",
    "gpus": {"count": 8, "ecc": "on", "mig": "off", "persistence": "on"},
    "packages": {"docker-ce": "5:27.5.1-1", "bash": "5.2"},
    "services": {"docker": "enabled, running", "agent": "enabled, running"},
    "sysctls": {"net.core.somaxconn": "8192"},
    "mounts": [{"path": "/data", "source": "nfs:/data", "type": "nfs4", "options": ["hard", "ro"]}],
    "groups": [{"name": "research", "gid": 3000}],
    "accounts": [{"name": "ada", "uid": 4001, "gid": 4001, "groups": ["docker", "video"], "keys": ["ssh-ed25519 AAAA ada"]}],
    "files": {
        "/etc/motd": STATE,
        "/etc/docker/daemon.json": STATE,
        "/etc/bucket": "root:root 0600 sha256:" + hashlib.sha256(b"name = there").hexdigest(),
    },
    "pythonPackages": {"/opt/torch/torch": "2.5.1"},
    "images": ["nvcr.io/x@sha256:aa"],
    "lasting": {
        "node": "n1",
        "held": ["bash", "docker-ce", "zsh"],
        "loose": {"nvidia-settings": "560.35.03-1"},
        "sysctls": {"net.core.somaxconn": "8192"},
        "mounts": {"/data": ["nfs:/data", "/data", "nfs4", "ro,hard", "0", "0"]},
        "accounts": {
            "ada": {
                "shell": "/bin/bash",
                "home": True,
                "keys": hashlib.sha256(b"ssh-ed25519 AAAA ada\n").hexdigest(),
                "owned": ["True 0700", "True 0600"],
            }
        },
        "environments": {"/opt/torch": ["python3", "python3.12"]},
        "persistence": ["ActiveState=active", "UnitFileState=enabled"],
        "numbers": {"groups": {"research": 3000, "ada": 4001, "ml": 3001}, "accounts": {"ada": 4001}},
    },
}


def differs(*change, written=(), **wanted):
    """Of a machine of which one thing is otherwise: at this path stands this value."""
    said = copy.deepcopy(SAID)
    if change:
        *path, last, value = change
        place = said
        for step in path:
            place = place[step]
        place[last] = value
    found = plugin.differences({"stdout": json.dumps(said)}, {**WANTED, **wanted}, written)
    return {name: value for name, value in found.items() if value and name not in ("known", "any", "readable")}


class Differences(unittest.TestCase):
    def test_are_none_where_all_is_as_it_should_be(self):
        found = plugin.differences({"stdout": json.dumps(SAID)}, WANTED)
        self.assertEqual({name for name, value in found.items() if value}, {"known"})

    def test_are_found_in_what_is_compared(self):
        self.assertEqual(differs("files", "/etc/motd", "x"), {"files": ["/etc/motd"], "parts": ["base"]})
        self.assertEqual(differs("files", "/etc/bucket", STATE), {"files": ["/etc/bucket"], "parts": ["base"]})
        self.assertEqual(differs("services", "agent", "enabled, failed"), {"services": ["agent"], "parts": ["services"]})
        self.assertEqual(differs("sysctls", "net.core.somaxconn", "128"), {"sysctls": ["net.core.somaxconn"]})
        self.assertEqual(differs("mounts", []), {"mounts": ["/data"]})
        self.assertEqual(differs("mounts", 0, "options", ["hard"]), {"mounts": ["/data"]})
        self.assertEqual(differs("accounts", 0, "groups", ["video"]), {"accounts": ["ada"]})
        self.assertEqual(differs("accounts", 0, "gid", 100), {"accounts": ["ada"]})
        self.assertEqual(differs("groups", 0, "gid", 100), {"groups": ["research"]})
        self.assertEqual(differs("services", "docker", "enabled, running, last reload failed")["parts"], ["docker"])
        self.assertEqual(differs("images", []), {"images": ["nvcr.io/x@sha256:aa"]})
        self.assertEqual(differs("pythonPackages", {}), {"environments": ["/opt/torch"]})
        self.assertEqual(differs("gpus", "ecc", "off"), {"gpus": True})
        moved = {"services": ["docker", "agent"], "parts": ["docker", "services"]}
        self.assertEqual(differs("driverVersion", None), {"driver": True, "gpus": True, **moved})
        self.assertEqual(differs("release", None), {"itself": True})

    def test_are_found_in_what_only_lasts(self):
        lasting = lambda *change: differs("lasting", *change)
        self.assertEqual(lasting("held", ["bash"]), {"unheld": ["docker-ce"], "parts": ["docker"]})
        self.assertEqual(lasting("loose", {"nvidia-open-570": "1:570.124.06-1"}), {"driver": True, "gpus": True})
        self.assertEqual(lasting("sysctls", {}), {"sysctls": ["net.core.somaxconn"]})
        self.assertEqual(lasting("mounts", {}), {"mounts": ["/data"]})
        self.assertEqual(lasting("mounts", "/data", []), {"mounts": ["/data"]})
        self.assertEqual(lasting("accounts", "ada", "owned", ["True 0755", "True 0600"]), {"accounts": ["ada"]})
        self.assertEqual(lasting("accounts", "ada", "keys", "00"), {"accounts": ["ada"]})
        self.assertEqual(lasting("environments", "/opt/torch", ["python3.11"]), {"environments": ["/opt/torch"]})
        self.assertEqual(lasting("persistence", ["ActiveState=inactive", "UnitFileState=enabled"]), {"gpus": True})
        self.assertEqual(lasting("persistence", ["ActiveState=active", "UnitFileState=static"]), {})
        self.assertEqual(lasting("node", "other"), {"itself": True})

    def test_are_numbers_that_others_have(self):
        groups = [{"name": "research", "gid": 3001}]
        self.assertEqual(differs(groups=groups)["taken"], ["gid 3001 of research is ml's"])
        self.assertEqual(differs("lasting", "numbers", "groups", "twin", 3000), {})
        there = {"groups": {"research": 3000}, "accounts": {"bob": 4001}}
        self.assertEqual(differs("lasting", "numbers", there), {"taken": ["uid 4001 of ada is bob's"]})

    def test_lead_to_whoever_takes_in_what_is_written(self):
        self.assertEqual(differs("files", DAEMON["path"], "x")["parts"], ["docker"])
        self.assertEqual(differs(written=[DAEMON])["parts"], ["docker"])
        motd = {"path": "/etc/motd", "state": STATE, "restarts": ["agent", "docker"]}
        self.assertEqual(differs("files", "/etc/motd", "x", files=[motd, DAEMON])["parts"], ["docker", "base", "services"])

    def test_of_packages_have_every_service_looked_at(self):
        found = differs("packages", "bash", "5.1")
        self.assertEqual((found["packages"], found["unheld"], found["services"]), (["bash"], ["bash"], ["docker", "agent"]))
        self.assertEqual(found["parts"], ["docker", "base", "services"])

    def test_may_be_in_what_keeps_packages_where_that_is_not_dpkg(self):
        self.assertEqual(differs("lasting", "held", None), {"unheld": ["docker-ce", "bash"], "parts": ["docker", "base"]})

    def test_of_another_kernel_are_none_but_where_the_machine_may_be_started_anew(self):
        self.assertEqual(differs("kernel", "6.5"), {})
        self.assertEqual(differs("kernel", "6.5", reboots=True), {"reboot": True})

    def test_are_shown_of_files_that_all_may_read(self):
        for state, readable in (("root:root 0600 x", []), ("root:root 0644 x", ["/etc/motd"]), ("no regular file", [])):
            said = {**SAID, "files": {**SAID["files"], "/etc/motd": state}}
            self.assertEqual(plugin.differences({"stdout": json.dumps(said)}, WANTED)["readable"], readable)
        there = {name: state for name, state in SAID["files"].items() if name != "/etc/motd"}
        self.assertEqual(
            plugin.differences({"stdout": json.dumps({**SAID, "files": there})}, WANTED)["readable"], ["/etc/motd"]
        )

    def test_may_be_everywhere_where_nothing_is_known(self):
        answers = [{}, {"stdout": ""}, {"stdout": "[]"}, {"stdout": "{}"}, {"stdout": '{"files": []}'}]
        answers += [{"stdout": json.dumps({**SAID, name: 7})} for name in ("lasting", "packages", "mounts", "accounts")]
        answers.append({"stdout": json.dumps({name: said for name, said in SAID.items() if name != "lasting"})})
        for answer in answers:
            found = plugin.differences(answer, WANTED)
            self.assertFalse(found["known"], answer)
            self.assertEqual(found["files"], ["/etc/motd", "/etc/docker/daemon.json", "/etc/bucket"])
            self.assertEqual((found["unheld"], found["accounts"]), (["docker-ce", "bash"], ["ada"]))
            self.assertEqual(found["parts"], ["docker", "base", "services"])
            self.assertTrue(found["driver"] and found["gpus"] and found["any"])

    def test_are_in_all_of_a_section_that_the_machine_cannot_say(self):
        for name in ("packages", "services", "mounts", "accounts", "files"):
            said = {each: value for each, value in SAID.items() if each != name}
            found = plugin.differences({"stdout": json.dumps(said)}, WANTED)
            self.assertEqual(len(found[name]), len(WANTED[name]), name)


class Contents(unittest.TestCase):
    def test_are_those_of_the_artefacts_byte_for_byte(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "motd").write_bytes(b"{{ 7 * 7 }}\r\n\xff")
            said = plugin.contents([{"path": "/etc/motd", "mode": "0644", "source": "motd", "state": STATE}], folder + "/")
        content = base64.b64encode(b"{{ 7 * 7 }}\r\n\xff").decode()
        self.assertEqual(said, [{"path": "/etc/motd", "mode": "0644", "content": content}])

    def test_of_other_sites_are_put_together(self):
        content = base64.b64encode(b"name = there").decode()
        self.assertEqual(
            plugin.composed([COMPOSED], {"far.name": "there"}), [{"path": "/etc/bucket", "mode": "0600", "content": content}]
        )
        self.assertRaisesRegex(ValueError, "does not have far.name$", plugin.composed, [COMPOSED], {})


if __name__ == "__main__":
    unittest.main()
