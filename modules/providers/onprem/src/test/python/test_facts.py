"""What the script makes of what real machines say now and then, without such a machine."""

import hashlib
import importlib.util
import os
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

SCRIPT = Path(__file__).resolve().parents[2] / "main/resources/io/plumbline/onprem/facts.py"
spec = importlib.util.spec_from_file_location("facts", SCRIPT)
facts = importlib.util.module_from_spec(spec)
sys.dont_write_bytecode = True
spec.loader.exec_module(facts)

H100 = "NVIDIA H100 80GB HBM3, 570.124.06, Enabled, Disabled, Enabled\n"
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0aHQ6 ada"


class Machine(unittest.TestCase):
    """A folder of programs that comes first on the path, and a home."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        path = f"{self.folder}:{facts.PATH}"
        for change in (mock.patch.dict(os.environ, {"PATH": path}), mock.patch.object(facts, "PATH", path)):
            change.start()
            self.addCleanup(change.stop)
        facts.asked_gpus.cache_clear()

    def program(self, name, body):
        file = self.folder / name
        file.write_text("#!/bin/sh\n" + body)
        file.chmod(0o755)

    def says(self, text):
        (self.folder / "said").write_text(text)
        self.program("nvidia-smi", f"cat {self.folder}/said; echo asked >> {self.folder}/asked\n")


class Gpus(Machine):
    def test_are_counted_and_asked_for_once(self):
        self.says(H100 * 8)
        self.assertEqual(facts.driver_version(), "570.124.06")
        self.assertEqual(
            facts.gpus(),
            {"count": 8, "model": "NVIDIA H100 80GB HBM3", "ecc": "on", "mig": "off", "persistence": "on"},
        )
        self.assertEqual((self.folder / "asked").read_text(), "asked\n")

    def test_that_are_not_alike_are_told_of(self):
        self.says(H100 * 7 + "NVIDIA H200, 570.124.06, Disabled, [N/A], Enabled\n")
        said = facts.gpus()
        self.assertEqual(said["model"], "7 x NVIDIA H100 80GB HBM3, 1 x NVIDIA H200")
        self.assertEqual((said["ecc"], said["mig"]), ("on for 7 of 8", "off"))

    def test_that_are_all_gone_are_none(self):
        self.program("nvidia-smi", "echo No devices were found; exit 6\n")
        self.assertEqual(facts.gpus(), {"count": 0})
        self.assertIsNone(facts.driver_version())

    def test_are_unread_where_one_does_not_answer(self):
        self.says(H100 * 7 + "Unable to determine the device handle for GPU0000:4E:00.0: Unknown Error\n")
        self.assertRaisesRegex(facts.Unread, "nvidia-smi ended with 0", facts.gpus)

    def test_are_unread_where_the_driver_does_not_answer(self):
        self.program("nvidia-smi", "echo NVIDIA-SMI has failed because of the driver; exit 9\n")
        self.assertRaisesRegex(facts.Unread, "ended with 9: NVIDIA-SMI has failed", facts.gpus)
        self.assertRaisesRegex(facts.Unread, "ended with 9: NVIDIA-SMI has failed", facts.driver_version)

    def test_are_unread_where_the_driver_hangs_and_nobody_waits_twice(self):
        self.program("nvidia-smi", "sleep 60\n")
        before = time.monotonic()
        with mock.patch.object(facts, "SECONDS", 1):
            self.assertRaisesRegex(facts.Unread, "did not end within 1 s", facts.gpus)
            self.assertRaisesRegex(facts.Unread, "did not end within 1 s", facts.driver_version)
        self.assertLess(time.monotonic() - before, 10)

    def test_report_each_error_once(self):
        line = "NVRM: Xid (PCI:0000:4e:00): {}, pid=1"
        (self.folder / "messages").write_text("\n".join(line.format(xid) for xid in (79, 48, 79)))
        self.program("dmesg", f"cat {self.folder}/messages\n")
        self.assertEqual(facts.xids([]), [48, 79])
        self.assertEqual(facts.xids([13, 48]), [79])


class Serial(Machine):
    def test_is_what_firmware_says_below_remarks(self):
        self.program("dmidecode", "echo '# SMBIOS implementations newer than 3.3 are not fully supported'; echo ' A1 '\n")
        self.assertEqual(facts.serial(), "A1")

    def test_is_unread_where_firmware_says_none(self):
        self.program("dmidecode", "echo\n")
        self.assertRaises(facts.Unread, facts.serial)


class Packages(Machine):
    def test_that_dpkg_does_not_know_are_not_there(self):
        self.program("dpkg-query", r"printf 'a\t1:2-3\tinstalled\nb\t1\tconfig-files\n'; exit 1" + "\n")
        self.assertEqual(facts.packages(["a", "b", "c"]), {"a": "1:2-3"})

    def test_are_unread_where_dpkg_cannot_read_its_list(self):
        self.program("dpkg-query", "echo 'dpkg-query: error: parsing file' >&2; exit 2\n")
        self.assertRaisesRegex(facts.Unread, "parsing file", facts.packages, ["a"])


class Services(Machine):
    """Of systemd, what it says of a service that was started ten seconds ago, and reloaded five seconds ago."""

    def setUp(self):
        super().setUp()
        self.file = self.folder / "daemon.json"
        self.file.write_text("{}")
        self.now = time.clock_gettime(time.CLOCK_MONOTONIC)

    def state(self, written, read_at_start=(), reloaded=(), result="success"):
        moment = time.time() - written
        os.utime(self.file, (moment, moment))
        lines = {
            "UnitFileState": "enabled",
            "ActiveState": "active",
            "ActiveEnterTimestampMonotonic": int((self.now - 10) * 1e6),
            "StateChangeTimestampMonotonic": int((self.now - 5) * 1e6),
            "ReloadResult": result,
        }
        said = "\\n".join(f"{name}={value}" for name, value in lines.items())
        self.program("systemctl", f"printf '{said}\\n'\n")
        return facts.services({"x": [*read_at_start]}, {"x": [*reloaded]})["x"]

    def test_run_since_before_what_they_read_at_their_start(self):
        self.assertEqual(self.state(8, [self.file]), f"enabled, running since before {self.file} was written")
        self.assertEqual(self.state(20, [self.file]), "enabled, running")
        self.assertEqual(self.state(-60, [self.file]), "enabled, running", "a clock was ahead")

    def test_were_last_reloaded_before_what_they_reload(self):
        self.assertEqual(self.state(2, (), [self.file]), f"enabled, running, last reloaded before {self.file} was written")
        self.assertEqual(self.state(8, (), [self.file]), "enabled, running")

    def test_did_not_take_in_what_they_failed_to_reload(self):
        self.assertEqual(self.state(8, (), [self.file], "exit-code"), "enabled, running, last reload failed")
        self.assertEqual(self.state(8, (), (), "exit-code"), "enabled, running")


class MountOptions(unittest.TestCase):
    def test_hold_where_the_kernel_shows_no_opposite(self):
        self.assertTrue(facts.holds("rw", {"rw", "relatime"}))
        self.assertTrue(facts.holds("exec", {"rw"}))
        self.assertTrue(facts.holds("noexec", {"rw", "noexec"}))
        self.assertFalse(facts.holds("vers=4.2", {"rw", "vers=4.1"}))

    def test_hold_by_whatever_name_the_kernel_shows_them(self):
        shown = {"rw", "vers=4.2", "proto=tcp", "hard"}
        for option in ("nfsvers=4.2", "vers=4", "minorversion=2", "tcp", "hard"):
            self.assertTrue(facts.holds(option, shown), option)
        for option in ("nfsvers=3", "vers=4.1", "minorversion=1", "rdma", "soft"):
            self.assertFalse(facts.holds(option, shown), option)
        for option in ("bg", "retry=5", "nointr"):
            self.assertTrue(facts.FSTAB_ONLY.fullmatch(option), option)

    def test_are_read_only_where_the_file_system_is_though_the_mount_is_not(self):
        self.assertFalse(facts.holds("rw", {"rw", "ro", "relatime"}))


class Keys(Machine):
    def keys(self, text):
        ssh = self.folder / ".ssh"
        ssh.mkdir(exist_ok=True)
        (ssh / "authorized_keys").write_text(text)
        return facts.keys_of(str(self.folder))

    def test_are_lines_without_remarks(self):
        self.assertEqual(self.keys(f'# Ada\n\n{KEY}\nfrom="10.0.0.1" {KEY}\n'), [KEY, f'from="10.0.0.1" {KEY}'])

    def test_are_none_where_there_is_no_file(self):
        self.assertEqual(facts.keys_of(str(self.folder)), [])

    def test_repeat_nothing_that_is_no_key(self):
        self.assertEqual(self.keys("root:$6$secret:19000:0:99999:7:::\n"), ["a line that is no key"])

    def test_are_not_read_through_a_link(self):
        (self.folder / "secret").write_text(KEY)
        (self.folder / ".ssh").mkdir()
        (self.folder / ".ssh/authorized_keys").symlink_to(self.folder / "secret")
        self.assertRaises(OSError, facts.keys_of, str(self.folder))

    def test_are_unread_where_they_would_block(self):
        (self.folder / ".ssh").mkdir()
        os.mkfifo(self.folder / ".ssh/authorized_keys")
        self.assertRaises(facts.Unread, facts.keys_of, str(self.folder))


class Lasting(Machine):
    """What no check compares, and a playbook sees to."""

    def test_are_packages_that_are_held_and_those_of_a_driver_that_are_not(self):
        rows = [("hold", "nvidia-open-570"), ("install", "libnvidia-cfg1-570"), ("hold", "bash"), ("install", "zsh")]
        rows.append(("install", "nvidia-container-toolkit"))
        self.program("dpkg-query", "".join(f"printf '{want}\\t{name}\\t1:2\\n'\n" for want, name in rows))
        self.assertEqual(facts.held(), (["nvidia-open-570", "bash"], {"libnvidia-cfg1-570": "1:2"}))

    def test_are_parameters_of_our_file_as_they_stand_there(self):
        (self.folder / "parameters").write_text("# by hand\n; too\n\nvm.swappiness=1\nnet.core.somaxconn = 8192 \nodd\n")
        with mock.patch.object(facts, "PARAMETERS", str(self.folder / "parameters")):
            said = facts.parameters_at_start()
        self.assertEqual(said, {"vm.swappiness": "1", "net.core.somaxconn": "8192", "odd": None})

    def test_are_lines_of_fstab_and_none_that_stands_there_twice(self):
        text = "# /data\nnfs:/a\\040b /data nfs4 ro 0 0\nx /twice tmpfs rw 0 0\ny /twice tmpfs rw\nz /else ext4 rw\n"
        with mock.patch.object(facts, "open", mock.mock_open(read_data=text), create=True):
            said = facts.mounts_at_start(["/data", "/twice", "/gone"])
        self.assertEqual(said, {"/data": ["nfs:/a b", "/data", "nfs4", "ro", "0", "0"], "/twice": []})

    def test_is_who_may_write_down_who_gets_in(self):
        ssh = self.folder / ".ssh"
        ssh.mkdir(mode=0o700)
        (ssh / "authorized_keys").write_text(KEY + "\n")
        (ssh / "authorized_keys").chmod(0o644)
        entry = mock.Mock(pw_dir=str(self.folder), pw_shell="/bin/sh", pw_uid=os.getuid(), pw_gid=os.getgid())
        with mock.patch.object(facts.pwd, "getpwnam", lambda name: entry):
            said = facts.login("ada")
        self.assertEqual((said["shell"], said["home"], said["owned"]), ("/bin/sh", True, ["True 0700", "True 0644"]))
        self.assertEqual(said["keys"], hashlib.sha256((KEY + "\n").encode()).hexdigest())

    def test_is_which_python_an_environment_is_of(self):
        path = self.folder / "torch"
        (path / "bin").mkdir(parents=True)
        (path / "bin/python3.12").touch()
        self.assertEqual(facts.environment_of(str(path)), [])
        (path / "pyvenv.cfg").touch()
        self.assertEqual(facts.environment_of(str(path)), ["python3.12"])


class Environments(Machine):
    def test_are_what_pip_left_there_by_normal_names(self):
        packages = self.folder / "torch/lib/python3.12/site-packages"
        for name in ("torch-2.5.1+cu124.dist-info", "nvidia_cublas_cu12-12.4.5.8.dist-info", "pip-24.0.dist-info", "torch"):
            (packages / name).mkdir(parents=True)
        path = str(self.folder / "torch")
        self.assertEqual(
            facts.python_packages([path + "/torch", path + "/nvidia-cublas-cu12", path + "/gone", "/nowhere/torch"]),
            {path + "/torch": "2.5.1+cu124", path + "/nvidia-cublas-cu12": "12.4.5.8"},
        )


class Images(Machine):
    def test_are_those_alone_that_are_there_by_digest(self):
        self.program("docker", "echo nvcr.io/x@sha256:aa; echo 'alpine@<none>'\n")
        self.assertEqual(facts.images(["nvcr.io/x@sha256:aa", "nvcr.io/x@sha256:bb"]), ["nvcr.io/x@sha256:aa"])

    def test_are_unread_where_docker_does_not_answer(self):
        self.program("docker", "echo 'Cannot connect' >&2; exit 1\n")
        self.assertRaisesRegex(facts.Unread, "Cannot connect", facts.images, ["x@sha256:aa"])

    def test_are_not_asked_for_where_nobody_wants_any(self):
        self.assertEqual(facts.images([]), [])


class Qos(Machine):
    def test_are_told_in_the_words_that_set_them(self):
        self.program("sacctmgr", "echo 'normal|0|||'; echo 'urgent|100|scrap,idle|gres/gpu=16|1-12:00:00'\n")
        self.assertEqual(
            facts.qos(["urgent", "gone"]),
            {"urgent": "Priority=100 Preempt=idle,scrap MaxTRESPerUser=gres/gpu=16 MaxWall=1-12:00:00"},
        )
        self.assertEqual(facts.qos(["normal"]), {"normal": "Priority=0 Preempt= MaxTRESPerUser= MaxWall="})


class SecretFiles(Machine):
    def test_say_who_may_read_them_and_nothing_else(self):
        key = self.folder / "key"
        key.write_text("hush")
        key.chmod(0o400)
        said = facts.secret_files([str(key), str(self.folder / "gone"), str(self.folder)])
        self.assertEqual(set(said), {str(key), str(self.folder)})
        self.assertTrue(said[str(key)].endswith(" 0400"))
        self.assertEqual(said[str(self.folder)], "no regular file, or empty")


class Volumes(unittest.TestCase):
    MOUNTS = "24 1 9:0 / / rw - ext4 /dev/md0 rw\n25 24 259:3 / /scratch rw - xfs /dev/nvme2n1p1 rw\n"

    def test_count_the_disks_that_are_still_in_a_raid(self):
        md = {"level": "raid1", "degraded": "1", "raid_disks": "2"}
        lines = lambda path: md.get(path.rpartition("/")[2]) if "/9:0/md/" in path else None
        with (
            mock.patch.object(facts, "open", mock.mock_open(read_data=self.MOUNTS), create=True),
            mock.patch.object(facts, "first_line", lines),
        ):
            said = facts.volumes(["/", "/scratch", "/gone"])
        self.assertEqual(
            said,
            [
                {"path": "/", "type": "ext4", "raid": "raid1", "disks": 1},
                {"path": "/scratch", "type": "xfs", "raid": "none", "disks": 1},
            ],
        )


class Files(Machine):
    def test_that_lead_elsewhere_are_no_regular_files(self):
        link = self.folder / "link"
        link.symlink_to("/etc/passwd")
        self.assertEqual(facts.files([str(link)]), {str(link): "no regular file"})

    def test_that_are_not_there_are_not_told_of(self):
        self.assertEqual(facts.files([str(self.folder / "none")]), {})


if __name__ == "__main__":
    unittest.main()
