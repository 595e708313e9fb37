"""What a machine does when Azure tells it what comes: against a metadata service on this machine."""

import importlib.util
import json
import os
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
        address = f"http://127.0.0.1:{self.server.server_port}"
        for change in (
            mock.patch.object(agent, "METADATA", address),
            mock.patch.object(agent, "PROGRAMS", str(self.hooks)),
            mock.patch.object(agent, "EACH", 0.01),
            mock.patch.dict(os.environ, {"PATH": f"{self.folder}:{os.environ['PATH']}", "OUT": str(self.folder)}),
        ):
            change.start()
            self.addCleanup(change.stop)

    def event(self, kind, **more):
        self.server.events = [
            {
                "EventId": "E1",
                "EventStatus": "Scheduled",
                "EventType": kind,
                "ResourceType": "VirtualMachine",
                "Resources": ["spot_3"],
                "NotBefore": format_datetime(datetime.now(timezone.utc) + timedelta(minutes=10), usegmt=True),
                **more,
            }
        ]

    def program(self, file, body):
        file.write_text("#!/bin/sh\n" + body)
        file.chmod(0o755)

    def look(self, handled=None):
        agent.look("spot_3", set() if handled is None else handled)

    def test_runs_each_hook_and_then_lets_azure_go_ahead(self):
        self.program(self.hooks / "10-fails", "exit 3\n")
        self.program(self.hooks / "20-saves", 'echo "$1" > "$OUT/saved"\n')
        (self.hooks / "README").write_text("no program")
        self.event("Preempt")
        self.look()
        self.assertEqual("Preempt\n", (self.folder / "saved").read_text())
        self.assertEqual([{"StartRequests": [{"EventId": "E1"}]}], self.server.told)

    def test_handles_an_event_once(self):
        self.event("Reboot")
        handled = set()
        self.look(handled)
        self.look(handled)
        self.assertEqual(1, len(self.server.told))

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
        self.program(self.folder / "scontrol", 'echo "$@" > "$OUT/drained"\n')
        self.program(self.folder / "squeue", '[ -e "$OUT/asked" ] || echo 42; touch "$OUT/asked"\n')
        self.event("Redeploy")
        self.look()
        drained = (self.folder / "drained").read_text()
        self.assertIn("state=drain reason=Redeploy by Azure", drained)
        self.assertTrue((self.folder / "asked").exists())
        self.assertEqual(1, len(self.server.told))

    def test_a_hook_that_hangs_is_left_when_the_time_is_over(self):
        self.program(self.hooks / "hangs", "exec sleep 600\n")
        with mock.patch.object(agent, "SHORTEST", 1):
            self.event("Preempt", NotBefore="")
            self.look()
        self.assertEqual(1, len(self.server.told))


if __name__ == "__main__":
    unittest.main()
