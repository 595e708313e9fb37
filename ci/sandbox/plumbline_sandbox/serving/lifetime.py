"""The life of the sandbox process: its state file, its end by signal, and its end by idleness."""

import json
import os
import signal
import threading
import time
import urllib.request
from pathlib import Path

from .http import HEALTH_PATH


def running_url(state_file):
    """The URL of the sandbox that the state file names, if it still answers; else None."""
    try:
        url = json.loads(Path(state_file).read_text(encoding="utf-8"))["url"]
        with urllib.request.urlopen(url + HEALTH_PATH, timeout=2) as answer:
            return url if b"plumbline-sandbox" in answer.read() else None
    except (OSError, ValueError, KeyError):
        return None


class StateFile:
    """Says where the sandbox is, for those who start, find and stop it."""

    def __init__(self, path):
        self.path = Path(path) if path else None

    def write(self, url, port):
        """Written whole or not at all, so that a reader never sees half of it."""
        if not self.path:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        state = {"pid": os.getpid(), "url": url, "port": port}
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        draft.write_text(json.dumps(state) + "\n", encoding="utf-8")
        os.replace(draft, self.path)

    def remove(self):
        """Removes the file unless another sandbox has taken it over."""
        if not self.path:
            return
        try:
            if json.loads(self.path.read_text(encoding="utf-8"))["pid"] == os.getpid():
                self.path.unlink()
        except (OSError, ValueError, KeyError):
            pass


def end_on_signals(server):
    """SIGTERM and SIGINT end the server; a closed terminal does not."""

    def end(signum, frame):
        threading.Thread(target=server.shutdown, daemon=True).start()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)


def end_when_idle(server, idle_seconds):
    """Ends the server when nobody has called it for `idle_seconds`; 0 means never."""

    def watch():
        while True:
            left = server.last_used + idle_seconds - time.monotonic()
            if left <= 0:
                server.shutdown()
                return
            time.sleep(min(left, 60))

    if idle_seconds > 0:
        threading.Thread(target=watch, daemon=True).start()
