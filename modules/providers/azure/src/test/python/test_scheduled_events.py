"""What a machine does when Azure tells it what comes: against a metadata service on this machine."""

import importlib.util
import json
import os
import shutil
import sys
import tempfile
import threading
import unittest
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from unittest import mock

SCRIPT = (
    Path(__file__).resolve().parents[2] / "main/resources/io/plumbline/azure/lower/scheduled-events.py"
)
sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("scheduled_events", SCRIPT)
agent = importlib.util.module_from_spec(spec)
spec.loader.exec_module(agent)


class Metadata(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer({"DocumentIncarnation": 1, "Events": self.server.events})

    def do_POST(self):
        self.server.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.answer({})

    def answer(self, document):
        self.send_response(200 if self.headers.get("Metadata") == "true" else 400)
        self.end_headers()
        self.wfile.write(json.dumps(document).encode())

    def log_message(self, *_):
        pass


class ScheduledEvents(unittest.TestCase):
    def setUp(self):
        self.server = HTTPServer(("127.0.0.1", 0), Metadata)
        self.server.events, self.server.told = [], []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.hooks = self.folder / "interrupted.d"
        self.hooks.mkdir()
        for tool in ("sleep", "touch"):  # and no Slurm that this machine may have
            (self.folder / tool).symlink_to(shutil.which(tool))
        address = f"http://127.0.0.1:{self.server.server_port}"
        for change in (
            mock.patch.object(agent, "METADATA", address),
            mock.patch.object(agent, "PROGRAMS", str(self.hooks)),
            mock.patch.object(agent, "EACH", 0.01),
            mock.patch.dict(os.environ, {"PATH": str(self.folder), "OUT": str(self.folder)}),
        ):
            change.start()
            self.addCleanup(change.stop)

    def event(self, kind, **more):
        self.server.events = [self.one(kind, **more)]

    def one(self, kind, **more):
        return {
            "EventId": "E1",
            "EventStatus": "Scheduled",
            "EventType": kind,
            "ResourceType": "VirtualMachine",
            "Resources": ["spot_3"],
            "NotBefore": format_datetime(datetime.now(timezone.utc) + timedelta(minutes=10), usegmt=True),
            **more,
        }

    def program(self, file, body):
        file.write_text("#!/bin/sh\n" + body)
        file.chmod(0o755)

    def look(self, handled=None):
        handled = {} if handled is None else handled
        agent.look("spot_3", handled)
        self.join(handled)

    def join(self, handled):
        for each in handled.values():
            each.join(30)
            self.assertFalse(each.is_alive())

    def slurm(self, state="idle|none"):
        self.program(self.folder / "scontrol", 'echo "$@" >> "$OUT/told"\n')
        self.program(self.folder / "sinfo", f"echo '{state}'; echo '{state}'\n")
        self.program(self.folder / "squeue", '[ -e "$OUT/asked" ] || echo 42; touch "$OUT/asked"\n')

    def slurm_was_told(self):
        told = self.folder / "told"
        return told.read_text() if told.exists() else ""

    def soon(self, kind):
        """Azure takes a second's patience, so that what is not approved is over at once."""
        change = mock.patch.object(agent, "SHORTEST", 1)
        change.start()
        self.addCleanup(change.stop)
        self.event(kind, NotBefore="")

    def test_runs_each_hook_and_then_lets_azure_go_ahead(self):
        self.program(self.hooks / "10-tells", "true\n")
        self.program(self.hooks / "20-saves", 'echo "$1" > "$OUT/saved"\n')
        (self.hooks / "README").write_text("no program")
        self.event("Preempt")
        self.look()
        self.assertEqual("Preempt\n", (self.folder / "saved").read_text())
        self.assertEqual([{"StartRequests": [{"EventId": "E1"}]}], self.server.told)

    def test_runs_the_others_after_one_that_fails_and_leaves_azure_its_time(self):
        self.program(self.hooks / "10-fails", "exit 3\n")
        self.program(self.hooks / "20-saves", 'echo "$1" > "$OUT/saved"\n')
        self.event("Preempt")
        self.look()
        self.assertEqual("Preempt\n", (self.folder / "saved").read_text())
        self.assertEqual([], self.server.told)

    def test_leaves_azure_its_time_where_nothing_says_that_work_is_done(self):
        self.event("Redeploy")
        self.look()
        self.assertEqual([], self.server.told)

    def test_handles_an_event_once(self):
        self.program(self.hooks / "saves", "true\n")
        self.event("Reboot")
        handled = {}
        self.look(handled)
        self.look(handled)
        self.assertEqual(1, len(self.server.told))

    def test_hears_that_it_is_taken_back_while_it_handles_another_event(self):
        self.program(
            self.hooks / "saves",
            'echo "$1" >> "$OUT/begun"; [ "$1" = Preempt ] || while [ ! -e "$OUT/go" ]; do sleep 0.05; done\n',
        )
        change = mock.patch.object(agent, "SHORTEST", 1)
        change.start()
        self.addCleanup(change.stop)
        handled = {}
        self.event("Reboot")
        self.assertTrue(agent.look("spot_3", handled))
        self.server.events.append(self.one("Preempt", EventId="E2", NotBefore=""))
        agent.look("spot_3", handled)
        handled["E2"].join(30)
        self.assertTrue(handled["E1"].is_alive())
        self.assertEqual("Reboot\nPreempt\n", (self.folder / "begun").read_text())
        self.assertEqual([], self.server.told, "a program still runs, if for another event")
        self.server.events = []
        self.assertTrue(agent.look("spot_3", handled), "work goes on for what Azure took off its list")
        (self.folder / "go").touch()
        self.join(handled)
        self.assertFalse(agent.look("spot_3", handled))
        self.assertEqual([{"StartRequests": [{"EventId": "E1"}]}], self.server.told)

    def test_lets_azure_go_ahead_once_programs_have_ended_for_all_events(self):
        self.program(
            self.hooks / "saves",
            'echo "$1" >> "$OUT/begun"; [ "$1" = Reboot ] || while [ ! -e "$OUT/go" ]; do sleep 0.05; done\n',
        )
        handled = {}
        self.event("Preempt")
        agent.look("spot_3", handled)
        self.server.events.append(self.one("Reboot", EventId="E2"))
        agent.look("spot_3", handled)
        handled["E2"].join(1)
        self.assertEqual([], self.server.told)
        (self.folder / "go").touch()
        self.join(handled)
        self.assertEqual({"E1", "E2"}, {each["StartRequests"][0]["EventId"] for each in self.server.told})

    def test_begins_with_what_has_the_least_time_and_handles_all_of_one_answer(self):
        self.server.events = [
            self.one("Reboot", EventId="E1"),
            self.one("Terminate", EventId="E2"),
            self.one("Preempt", EventId="E3"),
        ]
        self.assertEqual(["E3", "E1", "E2"], [each["EventId"] for each in agent.new(self.server.events, {})])
        self.program(self.hooks / "saves", "true\n")
        self.look()
        self.assertEqual(
            {"E1", "E2", "E3"}, {each["StartRequests"][0]["EventId"] for each in self.server.told}
        )

    def test_what_fails_leaves_the_next_event_heard(self):
        self.program(self.hooks / "saves", "true\n")
        self.event("Reboot", NotBefore="no time")
        handled = {}
        with self.assertLogs("scheduled-events", "ERROR"):
            self.look(handled)
        self.event("Preempt", EventId="E2")
        self.look(handled)
        self.assertEqual([{"StartRequests": [{"EventId": "E2"}]}], self.server.told)

    def test_leaves_alone_what_is_not_its_own_has_begun_or_loses_nothing(self):
        for kind, more in (
            ("Preempt", {"Resources": ["spot_4"]}),
            ("Redeploy", {"EventStatus": "Started"}),
            ("Freeze", {}),
        ):
            self.event(kind, **more)
            self.look()
        self.assertEqual([], self.server.told)

    def test_drains_under_slurm_and_waits_for_jobs(self):
        self.slurm()
        self.event("Redeploy")
        self.look()
        self.assertIn("state=drain reason=Redeploy by Azure", self.slurm_was_told())
        self.assertTrue((self.folder / "asked").exists())
        self.assertEqual(1, len(self.server.told))

    def test_leaves_azure_its_time_where_slurm_does_not_say_what_runs(self):
        self.slurm()
        self.program(self.folder / "squeue", "echo down >&2; exit 1\n")
        self.program(self.hooks / "saves", "true\n")
        self.soon("Reboot")
        self.look()
        self.assertEqual([], self.server.told)

    def test_leaves_azure_its_time_where_new_jobs_may_come(self):
        self.slurm()
        self.program(self.folder / "scontrol", "exit 1\n")
        self.event("Reboot")
        self.look()
        self.assertEqual([], self.server.told)

    def test_leaves_the_reason_of_somebody_who_drained_the_node_before(self):
        self.slurm("draining|fan of ann")
        self.event("Reboot")
        self.look()
        self.assertEqual("", self.slurm_was_told())
        self.assertEqual(1, len(self.server.told))

    def test_gives_the_node_back_when_the_event_is_over(self):
        self.slurm("drained|Reboot by Azure")
        self.event("Reboot", EventStatus="Started")
        due = agent.watch("spot_3", {}, None)
        self.assertEqual("", self.slurm_was_told())
        self.server.events = []
        self.assertIsNone(agent.watch("spot_3", {}, due))
        self.assertIn("state=resume", self.slurm_was_told())

    def test_gives_the_node_back_when_it_starts_and_looks_once(self):
        self.slurm("down*|Redeploy by Azure")
        self.assertIsNone(agent.watch("spot_3", {}, 0))
        self.assertIsNone(agent.watch("spot_3", {}, None))
        self.assertEqual(1, self.slurm_was_told().count("state=resume"))

    def test_gives_back_no_node_that_somebody_else_drained(self):
        for state in ("drained|fan of ann", "drained|as asked by Azure", "idle|none"):
            self.slurm(state)
            self.assertIsNone(agent.watch("spot_3", {}, 0))
        self.assertEqual("", self.slurm_was_told())

    def test_asks_again_later_where_slurm_does_not_answer(self):
        self.slurm()
        self.program(self.folder / "sinfo", "exit 1\n")
        due = agent.watch("spot_3", {}, 0)
        self.assertGreater(due, 0)
        self.assertEqual(due, agent.watch("spot_3", {}, due))

    def test_a_hook_that_hangs_is_left_when_the_time_is_over(self):
        self.program(self.hooks / "hangs", "exec sleep 600\n")
        self.soon("Preempt")
        self.look()
        self.assertEqual([], self.server.told)


if __name__ == "__main__":
    unittest.main()
