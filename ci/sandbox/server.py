#!/usr/bin/env python3
"""Starts Plumbline's local AWS endpoint: `python ci/sandbox/server.py --help`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from plumbline_sandbox.main import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
