"""A small threaded HTTP/1.1 server for one WSGI application.

Werkzeug's development server closes the connection after every answer and logs each request;
SDKs then pay a TCP handshake and a thread per call. This one keeps connections open.
"""

import io
import sys
import threading
import time
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote_to_bytes
from xml.sax.saxutils import escape

from .. import limits

# Says that a sandbox answers; being asked does not keep it alive.
HEALTH_PATH = "/plumbline/health"
OWN_PATHS = "/plumbline/"


class SandboxServer(ThreadingHTTPServer):
    """Serves `application`, one call at a time: moto's state is not made for concurrent writers."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address, application, lock=None):
        super().__init__(address, RequestHandler)
        self.application = application
        self.lock = lock or threading.RLock()
        self.last_used = time.monotonic()

    @property
    def url(self):
        return f"http://{self.server_address[0]}:{self.server_address[1]}"

    def handle_error(self, request, client_address):
        """A client that hangs up is its own affair; anything else is shown."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class RequestHandler(BaseHTTPRequestHandler):
    """Reads one request after another from a connection and answers each from the application."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 600

    def handle_any(self):
        if self.path != HEALTH_PATH:
            self.server.last_used = time.monotonic()
        body = self._read_body()
        environ = self._environ(body)
        if not self.path.startswith(OWN_PATHS):
            time.sleep(limits.latency())  # on the way, where many are at once
        try:
            with self.server.lock:
                answer = self._call(environ)
        except Exception as problem:
            answer = failure(problem, environ)
        self._answer(*answer)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = handle_any

    def log_message(self, format, *args):
        """Quiet: a log line per call costs more than many calls."""

    def handle_expect_100(self):
        """Says at once that a body may come: a client that does not hear it waits for seconds."""
        go_on = super().handle_expect_100()
        self.wfile.flush()
        return go_on

    def _read_body(self):
        if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
            return self._read_chunks()
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _read_chunks(self):
        body = bytearray()
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return bytes(body)

    def _environ(self, body):
        path, _, query = self.path.partition("?")
        environ = {
            "REQUEST_METHOD": self.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query,
            "RAW_URI": self.path,
            "REQUEST_URI": self.path,
            "SERVER_NAME": self.server.server_address[0],
            "SERVER_PORT": str(self.server.server_address[1]),
            "SERVER_PROTOCOL": self.request_version,
            "REMOTE_ADDR": self.client_address[0],
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in self.headers.items():
            key = name.upper().replace("-", "_")
            if key not in ("CONTENT_TYPE", "CONTENT_LENGTH", "TRANSFER_ENCODING"):
                environ["HTTP_" + key] = value
        return environ

    def _call(self, environ):
        answer = {}

        def start_response(status, headers, exc_info=None):
            answer["status"], answer["headers"] = status, headers
            return lambda data: None

        chunks = self.server.application(environ, start_response)
        try:
            content = b"".join(chunks)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
        return answer["status"], answer["headers"], content

    def _answer(self, status, headers, content):
        code, _, reason = status.partition(" ")
        self.send_response_only(int(code), reason)
        has_length = False
        for name, value in headers:
            has_length = has_length or name.lower() == "content-length"
            if name.lower() not in ("connection", "transfer-encoding"):
                self.send_header(name, value)
        bodiless = self.command == "HEAD" or code in ("204", "304")
        if not has_length and not bodiless:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if not bodiless:
            self.wfile.write(content)
        self.wfile.flush()


def failure(problem, environ):
    """What moto cannot do is 501, which SDKs do not retry; a fault of its own is 500, and shown."""
    if isinstance(problem, NotImplementedError):
        status, code = "501 Not Implemented", "NotImplemented"
        text = f"The sandbox does not implement this: {problem}"
    else:
        traceback.print_exception(problem)
        status, code = "500 Internal Server Error", "InternalFailure"
        text = f"The sandbox failed: {problem!r}"
    error = (
        f"<Error><Type>Receiver</Type><Code>{code}</Code><Message>{escape(text)}</Message></Error>"
    )
    if "/ec2/aws4_request" in environ.get("HTTP_AUTHORIZATION", ""):
        document = f"<Response><Errors>{error}</Errors></Response>"
    elif "/s3/aws4_request" in environ.get("HTTP_AUTHORIZATION", ""):
        document = error
    else:
        document = f"<ErrorResponse>{error}</ErrorResponse>"
    return status, [("Content-Type", "text/xml")], document.encode("utf-8")
