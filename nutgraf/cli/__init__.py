"""The commands: arguments in, an exit code out. The only place that prints, reads the clock and the environment.

A build that has nothing to do is told before anything of the program is loaded.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from nutgraf.cli.again import is_built_already
from nutgraf.cli.options import parse


def main(argv: Sequence[str] | None = None, default_root: Path | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 problems in the content, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter is no reason to stop
    options = parse(argv, default_root or Path())
    try:
        if options.command == "build" and is_built_already(options):
            return 0
        from nutgraf.cli.commands import run  # brings in the whole program

        return run(options)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 1
