"""Stands between a tool and the provider, and keeps what was answered: a witness that is not the tool's."""

import re
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# What is another one in each answer, or tells only that somebody has asked for a change.
FLEETING = re.compile(
    rb"<(requestId|RequestId|\w*Timestamp|\w*LastModified\w*)>[^<]*</\1>"
    rb"|\"(\w*Timestamp|LastModified\w*)\": *(\"[^\"]*\"|[0-9.]+)")
OWN = "/plumbline/"  # of the sandbox itself, such as how many calls it has answered


def _told(headers):
    """What S3 says in headers."""
    return sorted((name, value) for name, value in headers.items() if name.lower().startswith("x-amz-transition"))


class Recorder:
    """Answers at `url` as the provider does; `answers` has the last answer to each question."""

    def __init__(self, provider):
        self.provider = provider
        self.answers = {}
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self):
                recorder.forward(self)

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = handle_any

            def log_message(self, *arguments):
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def forward(self, asked):
        body = asked.rfile.read(int(asked.headers.get("Content-Length") or 0))
        headers = {n: v for n, v in asked.headers.items() if n.lower() not in ("host", "connection")}
        request = urllib.request.Request(
            self.provider + asked.path, data=body or None, headers=headers, method=asked.command)
        try:
            answer = urllib.request.urlopen(request, timeout=120)
        except urllib.error.HTTPError as refusal:
            answer = refusal
        content = answer.read()
        target = asked.headers.get("X-Amz-Target", "")
        if not asked.path.startswith(OWN):
            self.answers[asked.command, asked.path, target, body] = (
                answer.status, FLEETING.sub(b"", content), _told(answer.headers))
        asked.send_response_only(answer.status)
        for name, value in answer.headers.items():
            if name.lower() not in ("connection", "transfer-encoding", "content-length"):
                asked.send_header(name, value)
        asked.send_header("Content-Length", str(len(content)))
        asked.end_headers()
        if asked.command != "HEAD":
            asked.wfile.write(content)

    def close(self):
        self.server.shutdown()
        self.server.server_close()
