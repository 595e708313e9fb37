#!/usr/bin/env python3
"""A management controller that speaks Redfish by TLS, for tests: it answers what a file of state says,
read anew for each request, so that a change by hand is a change of the file.

Resources and members are those of the DMTF's schemas (DSP8010 2023.3): ServiceRoot, ComputerSystem, BootOption,
Manager. State:
  user, password   who is let in, by basic authentication
  resources        by path; what is not there is 404
  page             members of a collection on one page; all where it is not said
  fault            hang, half, drop, status:CODE, body:TEXT, or none; fault_at: the path it befalls; all if not said
PATCH merges what it is sent into a resource. POST knows VirtualMedia.InsertMedia, whose drive says it then, and
ComputerSystem.Reset, which "resets" of the state counts up.
It ends when its standard input does. It prints its port, once it listens.
"""

import base64
import json
import os
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class Controller(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        with open(self.server.state_file, encoding="utf-8") as file:
            state = json.load(file)
        self.server.requests.append(self.path)
        path = urlsplit(self.path).path.rstrip("/")
        if not self.is_let_in(state, path):
            self.answer(401, {"error": {"code": "Base.1.0.GeneralError", "message": "Unauthorized"}})
            return
        if state.get("fault") and path == state.get("fault_at", path):
            self.fail(state["fault"])
            return
        resource = state["resources"].get(path)
        if resource is None:
            self.answer(404, {"error": {"code": "Base.1.0.ResourceMissingAtURI", "message": path}})
        else:
            self.answer(200, self.page({"@odata.id": path, **resource}, state.get("page")))

    def do_PATCH(self):
        self.change(lambda state, path, sent: merge(state["resources"][path], sent))

    def do_POST(self):
        self.change(act)

    def change(self, how):
        with open(self.server.state_file, encoding="utf-8") as file:
            state = json.load(file)
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        path = urlsplit(self.path).path
        if not self.is_let_in(state, path):
            self.answer(401, {})
            return
        try:
            how(state, path, sent)
        except KeyError:
            self.answer(404, {})
            return
        with open(self.server.state_file + ".new", "w", encoding="utf-8") as file:
            json.dump(state, file)
        os.replace(self.server.state_file + ".new", self.server.state_file)
        self.answer(200, {})

    def is_let_in(self, state, path):
        """The root is for all (DSP0266, 13.3.4)."""
        pair = f"{state['user']}:{state['password']}".encode()
        return path == "/redfish/v1" or self.headers.get("Authorization") == "Basic " + base64.b64encode(pair).decode()

    def page(self, resource, size):
        if size is None or "Members" not in resource:
            return resource
        skip = int(parse_qs(urlsplit(self.path).query).get("$skip", ["0"])[0])
        members = resource["Members"]
        page = {**resource, "Members": members[skip : skip + size], "Members@odata.count": len(members)}
        if skip + size < len(members):
            page["Members@odata.nextLink"] = f"{resource['@odata.id']}?$skip={skip + size}"
        return page

    def fail(self, fault):
        kind, _, what = fault.partition(":")
        if kind == "hang":
            time.sleep(60)
        elif kind == "half":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b'{"Members": [')
        elif kind == "status":
            self.answer(int(what), {})
        elif kind == "body":
            self.answer(200, what)
        self.close_connection = True

    def answer(self, status, body):
        text = (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.send_header("OData-Version", "4.0")
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


def merge(resource, sent):
    for member, value in sent.items():
        if isinstance(value, dict):
            merge(resource.setdefault(member, {}), value)
        else:
            resource[member] = value


def act(state, path, sent):
    owner, _, action = path.partition("/Actions/")
    resource = state["resources"][owner]
    if action == "VirtualMedia.InsertMedia":
        resource.update(sent)
    elif action == "ComputerSystem.Reset":
        state.setdefault("resets", []).append(sent["ResetType"])
        resource["PowerState"] = "On"
    else:
        raise KeyError(action)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address, certificate, state_file):
        super().__init__(address, Controller)
        self.state_file = state_file
        self.requests = []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, request, client_address):
        """A client that does not like the certificate says goodbye."""


def main():
    address, port, certificate, state_file = sys.argv[1:]
    server = Server((address, int(port)), certificate, state_file)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
