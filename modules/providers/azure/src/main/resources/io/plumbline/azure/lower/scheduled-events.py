#!/usr/bin/env python3
"""Hears what Azure is about to do to this machine, and lets work end before.

Azure tells a machine alone of it: that it takes it back (half a minute before), moves it off hardware
that fails, restarts it or ends it (minutes before). Under Slurm the node is drained. Then each program in
/etc/plumbline/interrupted.d is run with what will happen and when at the latest. Once they and the jobs of
the node are done, Azure is told to go ahead; it goes ahead by itself when the time is over.
"""

import json
import logging
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

METADATA = os.environ.get("METADATA", "http://169.254.169.254/metadata")
EVENTS = "/scheduledevents?api-version=2020-07-01"
NAME = "/instance/compute/name?api-version=2021-02-01&format=text"
PROGRAMS = os.environ.get("INTERRUPTED", "/etc/plumbline/interrupted.d")
HEARD = ("Preempt", "Redeploy", "Reboot", "Terminate")  # a freeze of some seconds loses no work
EACH = 1  # second, as Azure advises where machines are taken back
SHORTEST = 25  # seconds of the half minute that a machine is given which is taken back
SPARE = 5  # seconds before the time is over, to tell Azure

LOG = logging.getLogger("scheduled-events")
OPEN = urllib.request.build_opener(urllib.request.ProxyHandler({})).open


def ask(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(METADATA + path, data, {"Metadata": "true"})
    with OPEN(request, timeout=120) as answer:  # the first answer ever may take two minutes
        return answer.read().decode()


def seconds_left(event):
    """Until Azure goes ahead by itself; an empty time is now."""
    if not event.get("NotBefore"):
        return SHORTEST
    left = parsedate_to_datetime(event["NotBefore"]) - datetime.now(timezone.utc)
    return max(SHORTEST, left.total_seconds() - SPARE)


def run(command, seconds):
    """Whatever comes of it, the others are run."""
    try:
        done = subprocess.run(command, timeout=max(1, seconds), check=False, capture_output=True, text=True)
        LOG.info("%s: %s %s", command[0], done.returncode, (done.stdout + done.stderr).strip()[-500:])
        return done.stdout
    except (OSError, subprocess.TimeoutExpired) as e:
        LOG.warning("%s: %s", command[0], e)
        return ""


def handle(event):
    until = time.monotonic() + seconds_left(event)
    left = lambda: until - time.monotonic()
    kind, moment = event["EventType"], event.get("NotBefore") or "now"
    LOG.info("%s at %s: %s", kind, moment, event.get("Description", ""))
    host = socket.gethostname().split(".")[0]
    slurm = shutil.which("scontrol") is not None
    if slurm:
        drain = ["scontrol", "update", f"nodename={host}", "state=drain", f"reason={kind} by Azure"]
        run(drain, left())
    programs = sorted(os.listdir(PROGRAMS)) if os.path.isdir(PROGRAMS) else []
    for program in programs:
        path = os.path.join(PROGRAMS, program)
        if os.access(path, os.X_OK):
            run([path, kind, moment], left())
    while slurm and left() > 0 and run(["squeue", "--noheader", "--nodelist", host], left()).strip():
        time.sleep(EACH)
    ask(EVENTS, {"StartRequests": [{"EventId": event["EventId"]}]})


def look(me, handled):
    for event in json.loads(ask(EVENTS))["Events"]:
        ours = me in event.get("Resources", [])
        if ours and event["EventType"] in HEARD and event["EventStatus"] == "Scheduled":
            if event["EventId"] not in handled:
                handled.add(event["EventId"])
                handle(event)


def main():
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(message)s")
    me, handled = None, set()
    while True:
        try:
            me = me or ask(NAME).strip()
            look(me, handled)
        except Exception:  # whatever it is, the next event must be heard
            LOG.exception("not heard")
        time.sleep(EACH)


if __name__ == "__main__":
    main()
