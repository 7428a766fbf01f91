"""A command in, what it took out: wall time, processor time of all its processes, memory of the largest."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


class CommandFailedError(Exception):
    """A command that was to be measured ended with another status than 0."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What one run of a command took."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of processor time, in the program and in the system, of it and of the processes it waited for."""
    memory: int
    """The most bytes that its largest process held at once."""


# A process counts the memory of the one that started it until it has its own, so a small one stands between.
_LAUNCH = """
import os, sys, time
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)])
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - start
print(os.waitstatus_to_exitcode(status), wall, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def measure(command: Sequence[str], folder: Path) -> Usage:
    """Run `command` in `folder`, and wait for it. Raises CommandFailedError with what it said.

    Pages shared between processes count in each; so the memory of a program is at most this times its processes.
    """
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(  # noqa: S603 - the programs that this measures
            (sys.executable, "-I", "-S", "-c", _LAUNCH, *command),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
            check=False,
        )
        status, *numbers = done.stdout.split() or ["1"]
        if status != "0":
            said.seek(0)
            text = said.read().decode(errors="replace").strip()
            raise CommandFailedError(f"{' '.join(command)} ended with status {status}:\n{text[-2000:]}")
    wall, cpu, memory = map(float, numbers)
    return Usage(wall, cpu, int(memory) * _UNIT)
