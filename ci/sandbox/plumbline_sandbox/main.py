"""The command line of the sandbox."""

import argparse
import logging
import sys

from .serving.lifetime import StateFile, end_on_signals, end_when_idle, running_url


def main(arguments=None):
    options = parse(arguments)
    if options.state_file and (url := running_url(options.state_file)):
        print(url, flush=True)
        return 0
    return serve(options)


def parse(arguments):
    parser = argparse.ArgumentParser(
        prog="server.py",
        description="A local AWS endpoint for Plumbline. Prints its URL when it answers.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument(
        "--port", type=int, default=0, help="port; 0 takes a free one (%(default)s)"
    )
    parser.add_argument(
        "--idle-seconds",
        type=float,
        default=3600,
        help="end after so long without a call; 0 never (%(default)s)",
    )
    parser.add_argument("--state-file", help="where to write pid, url and port as JSON")
    parser.add_argument(
        "--hostile",
        type=int,
        metavar="SEED",
        help="answer as awkwardly as AWS does, and as truly; the same seed, the same answers",
    )
    parser.add_argument(
        "--stale",
        action="store_true",
        help="with --hostile: let the first list after something was made miss the newest",
    )
    return parser.parse_args(arguments)


def serve(options):
    # Imported here: loading moto takes a second, which --help and a second start need not wait for.
    from .application import create_application
    from .serving.http import SandboxServer

    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    application, lock = create_application(options.hostile, options.stale)
    try:
        server = SandboxServer((options.host, options.port), application, lock)
    except OSError as problem:
        print(
            f"sandbox: cannot listen on {options.host}:{options.port}: {problem.strerror}. "
            "Choose another --port, or 0 for a free one.",
            file=sys.stderr,
        )
        return 1
    state = StateFile(options.state_file)
    end_on_signals(server)
    end_when_idle(server, options.idle_seconds)
    state.write(server.url, server.server_address[1])
    print(server.url, flush=True)
    try:
        server.serve_forever(poll_interval=0.2)
    finally:
        state.remove()
        server.server_close()
    return 0
