"""The process: where it answers, how it is found, how it ends."""

import http.client
import json
import signal
import socket
import tempfile
import unittest
import urllib.request
from pathlib import Path
from urllib.parse import urlparse

from support import Clients, SandboxTest, endpoint, start, stop


class ProcessTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state = Path(folder.name) / "nested" / "sandbox.json"

    def start(self, *arguments):
        process, url = start("--state-file", str(self.state), *arguments)
        self.addCleanup(stop, process)
        return process, url

    def test_prints_its_url_once_it_answers_and_writes_the_state_file(self):
        process, url = self.start()
        state = json.loads(self.state.read_text())
        self.assertEqual(state, {"pid": process.pid, "url": url, "port": urlparse(url).port})
        self.assertEqual(len(Clients(url).ec2.describe_vpcs()["Vpcs"]), 1)

    def test_a_second_start_names_the_running_one(self):
        _, first = self.start()
        process, second = self.start()
        self.assertEqual(process.wait(20), 0)
        self.assertEqual(second, first)

    def test_ends_on_sigterm_and_removes_the_state_file(self):
        process, _ = self.start()
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(20), 0)
        self.assertFalse(self.state.exists())

    def test_ends_by_itself_when_idle(self):
        process, _ = self.start("--idle-seconds", "0.5")
        self.assertEqual(process.wait(20), 0)
        self.assertFalse(self.state.exists())

    def test_starts_over_a_stale_state_file(self):
        self.state.parent.mkdir()
        self.state.write_text('{"pid": 1, "url": "http://127.0.0.1:1", "port": 1}')
        process, url = self.start()
        self.assertEqual(json.loads(self.state.read_text())["pid"], process.pid)
        self.assertTrue(url.startswith("http://127.0.0.1:"))


class HttpTest(SandboxTest):
    def test_answers_several_calls_on_one_connection(self):
        connection = http.client.HTTPConnection(urlparse(endpoint()).netloc, timeout=10)
        for _ in range(3):
            connection.request("GET", "/plumbline/health")
            answer = connection.getresponse()
            self.assertTrue(answer.read().startswith(b"plumbline-sandbox\ncalls "))
            self.assertFalse(answer.will_close)
        connection.close()

    def test_a_client_that_asks_whether_a_body_may_come_is_told_before_it_sends_one(self):
        where = urlparse(endpoint())
        with socket.create_connection((where.hostname, where.port), timeout=2) as client:
            client.sendall(
                b"POST /moto-api/reset HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\n"
                b"Expect: 100-continue\r\n\r\n"
            )
            self.assertTrue(client.recv(1000).startswith(b"HTTP/1.1 100 "))
            client.sendall(b"{}")
            self.assertTrue(client.recv(1000).startswith(b"HTTP/1.1 200 "))

    def test_what_it_cannot_do_is_said_at_once(self):
        for code, operation, members in (
            (
                "NotImplemented",
                self.clients.ec2.create_capacity_reservation_fleet,
                {
                    "TotalTargetCapacity": 1,
                    "InstanceTypeSpecifications": [{"InstanceType": "t3.micro"}],
                },
            ),
            (
                "NotImplemented",
                self.clients.cloudformation.detect_stack_drift,
                {"StackName": "any"},
            ),
        ):
            with self.subTest(code):
                self.assertIn(
                    "sandbox does not implement", self.refused(code, operation, **members)
                )

    def test_reset_clears_everything_stacks_included(self):
        self.clients.s3.create_bucket(Bucket="left-over")
        request = urllib.request.Request(f"{endpoint()}/moto-api/reset", method="POST")
        urllib.request.urlopen(request, timeout=30).close()
        self.assertEqual(self.clients.s3.list_buckets()["Buckets"], [])
        self.assertEqual(self.clients.cloudformation.describe_stacks()["Stacks"], [])


if __name__ == "__main__":
    unittest.main()
