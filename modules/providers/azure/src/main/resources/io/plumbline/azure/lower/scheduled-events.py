#!/usr/bin/env python3
"""Hears what Azure is about to do to this machine, and lets work end before.

Azure tells a machine alone of it: that it takes it back (half a minute before), moves it off hardware
that fails, restarts it or ends it (minutes before). Under Slurm the node is drained. Then each program in
/etc/plumbline/interrupted.d is run with what will happen and when at the latest. Once it is known that all
work is done (every program ended well, and Slurm has no job of the node), Azure is told to go ahead; else it
goes ahead by itself when the time is over. A node that is still there then is given back to Slurm.

Each event is handled beside the others: half a minute is over before work is done that has minutes. A program
may therefore be run for one event while it still runs for another; Azure is told to go ahead with none of them
before all programs have ended.
"""

import json
import logging
import os
import shutil
import socket
import subprocess
import sys
import threading
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
ANSWERS = 5  # seconds that Slurm is given to say how the node is
AGAIN = 60  # seconds until it is asked again where it did not say
OURS = tuple(f"{kind} by Azure" for kind in HEARD)  # why Slurm is told that the node is drained

BUSY = {}  # events whose programs run, by id
BUSY_ENDS = threading.Condition()
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
    """What it wrote where it ended well, else None; whatever comes of it, the others are run."""
    try:
        done = subprocess.run(command, timeout=max(1, seconds), check=False, capture_output=True, text=True)
        LOG.info("%s: %s %s", command[0], done.returncode, (done.stdout + done.stderr).strip()[-500:])
        return done.stdout if done.returncode == 0 else None
    except (OSError, subprocess.TimeoutExpired) as e:
        LOG.warning("%s: %s", command[0], e)
        return None


def has_slurm():
    return shutil.which("scontrol") is not None


def host():
    return socket.gethostname().split(".")[0]


def state(seconds):
    """How the node is to Slurm, and why so; None where Slurm does not say."""
    said = run(["sinfo", "--all", "--noheader", "--nodes", host(), "--format", "%T|%E"], min(ANSWERS, seconds))
    if said is None:
        return None
    lines = said.strip().splitlines()  # one for each partition, all alike
    how, _, why = lines[0].partition("|") if lines else ("", "", "")
    return how.strip(), why.strip()


def drain(kind, seconds):
    """Whether the node gets no new jobs; what somebody else drained stays so in their words."""
    how, why = state(seconds) or ("", "")
    if how.startswith("drain") and why not in OURS:
        LOG.info("drained already: %s", why)
        return True
    command = ["scontrol", "update", f"nodename={host()}", "state=drain", f"reason={kind} by Azure"]
    return run(command, seconds) is not None


def resume():
    """Whether it is settled that the node is drained no more for what Azure did."""
    if not has_slurm():
        return True
    known = state(ANSWERS)
    if known is None:
        return False
    if known[1] not in OURS:
        return True
    LOG.info("over: %s", known[1])
    return run(["scontrol", "update", f"nodename={host()}", "state=resume"], ANSWERS) is not None


def run_programs(kind, moment, left):
    """Whether each one ended well; None where there is none."""
    names = sorted(os.listdir(PROGRAMS)) if os.path.isdir(PROGRAMS) else []
    paths = [os.path.join(PROGRAMS, name) for name in names]
    ended = [run([path, kind, moment], left()) is not None for path in paths if os.access(path, os.X_OK)]
    return all(ended) if ended else None


def await_jobs(left):
    """Whether Slurm says that the node has none; an answer that fails says nothing."""
    while left() > 0:
        jobs = run(["squeue", "--noheader", "--nodelist", host()], left())
        if jobs is not None and not jobs.strip():
            return True
        time.sleep(EACH)
    return False


def alone(left):
    """Whether no program runs for another event any more, in the time that is left."""
    with BUSY_ENDS:
        return BUSY_ENDS.wait_for(lambda: not BUSY, max(0, left()))


def handle(event):
    until = time.monotonic() + seconds_left(event)
    left = lambda: until - time.monotonic()
    kind, moment = event["EventType"], event.get("NotBefore") or "now"
    LOG.info("%s at %s: %s", kind, moment, event.get("Description", ""))
    slurm = has_slurm()
    drained = slurm and drain(kind, left())
    with BUSY_ENDS:
        BUSY[event["EventId"]] = kind
    try:
        ended = run_programs(kind, moment, left)
    finally:
        with BUSY_ENDS:
            del BUSY[event["EventId"]]
            BUSY_ENDS.notify_all()
    emptied = await_jobs(left) if slurm else None
    done = ended is not False and drained and emptied if slurm else ended
    if done and alone(left):
        ask(EVENTS, {"StartRequests": [{"EventId": event["EventId"]}]})
    else:
        LOG.info("not known that all work is done: Azure goes ahead when the time is over")


def new(events, handled):
    """Those that nobody handles yet, what has the least time first."""
    fresh = [each for each in events if each["EventStatus"] == "Scheduled" and each["EventId"] not in handled]
    return sorted(fresh, key=lambda each: each["EventType"] != "Preempt")


def handle_safely(event):
    try:
        handle(event)
    except Exception:  # Azure goes ahead by itself
        LOG.exception("%s: not handled", event["EventType"])


def look(me, handled):
    """Whether Azure has something before with this machine, or something is still being done for it."""
    ours = [
        event
        for event in json.loads(ask(EVENTS))["Events"]
        if me in event.get("Resources", []) and event["EventType"] in HEARD
    ]
    for event in new(ours, handled):
        handled[event["EventId"]] = threading.Thread(target=handle_safely, args=(event,), daemon=True)
        handled[event["EventId"]].start()
    return bool(ours) or any(each.is_alive() for each in handled.values())


def watch(me, handled, due):
    """When to see whether the node is to be given back to Slurm; None where that is settled."""
    if look(me, handled):
        return 0
    if due is None or time.monotonic() < due:
        return due
    return None if resume() else time.monotonic() + AGAIN


def main():
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(message)s")
    me, handled, due = None, {}, 0
    while True:
        try:
            me = me or ask(NAME).strip()
            due = watch(me, handled, due)
        except Exception:  # whatever it is, the next event must be heard
            LOG.exception("not heard")
        time.sleep(EACH)


if __name__ == "__main__":
    main()
