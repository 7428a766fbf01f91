"""A command of Nutgraf, or a write of dist/, in a process of its own that may be limited, or killed at a set instant.

    python tests/forked.py    reads one JSON request a line, and answers each with one line

The program is loaded once, and each request is a fork of it: a hundred of them cost little more than one.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import pickle
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.chmod"}


@dataclass(frozen=True)
class Ended:
    """How a process ended, and what it took."""

    status: int
    """Its exit code, or less than 0: the signal that ended it."""
    out: str
    err: str
    seconds: float
    """Of the processor."""
    megabytes: float
    """The most that it held at once."""


@dataclass(frozen=True)
class Request:
    """What to run: `arguments` of the command, or `outputs`, a pickle of files that are written to the folder `out`."""

    arguments: Sequence[str] = ()
    outputs: str = ""
    out: str = ""
    kill_after: float = 0
    """Seconds; 0 for never."""
    die_at: int = 0
    """Ends the process right before the n-th time that it changes the disk; 0 for never."""
    seconds: int = 0
    """Of the processor, after which the process is ended; 0 for no limit."""
    wall: int = 0
    """Seconds on the clock, after which it is ended too: it may wait for something."""
    megabytes: int = 0


class Forker:
    """Asks the process that forks."""

    def __init__(self) -> None:
        settings = {"PYTHONPATH": f"{REPOSITORY}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **settings, "SOURCE_DATE_EPOCH": "1767310200"},
            text=True,
        )

    def run(self, request: Request) -> Ended:
        """Carry out a request."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asdict(request)) + "\n")
        self._process.stdin.flush()
        return Ended(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """End it."""
        self._process.communicate()


@contextlib.contextmanager
def forking() -> Iterator[Forker]:
    """Give a Forker."""
    forker = Forker()
    try:
        yield forker
    finally:
        forker.close()


def main() -> None:
    """Answer requests until there are no more."""
    for line in sys.stdin:
        print(json.dumps(asdict(_answer(Request(**json.loads(line))))), flush=True)


def _answer(request: Request) -> Ended:
    if request.outputs:
        _load(request.outputs)  # before the clock starts
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            os._exit(_run(request))
        if request.kill_after:
            time.sleep(request.kill_after)
            os.kill(child, signal.SIGKILL)
        _, status, used = os.wait4(child, 0)
        out.seek(0)
        err.seek(0)
        return Ended(
            os.waitstatus_to_exitcode(status),
            out.read().decode(errors="replace"),
            err.read().decode(errors="replace"),
            used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024,
        )


def _run(request: Request) -> int:
    """Do what is asked for, in a process that ends with it."""
    from nutgraf import cli
    from nutgraf.output import write_dist

    if request.seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (request.seconds, request.seconds))
    if request.wall:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(request.wall)
    if request.megabytes:
        resource.setrlimit(resource.RLIMIT_AS, (request.megabytes << 20, request.megabytes << 20))
    if request.die_at:
        sys.addaudithook(_Countdown(request.die_at))
    status = 70  # a traceback
    try:
        if request.outputs:
            write_dist(Path(request.out), _load(request.outputs))
            status = 0
        else:
            status = cli.main(list(request.arguments))
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    return status


class _Countdown:
    """Kills its own process right before the n-th change of the disk."""

    def __init__(self, left: int) -> None:
        self._left = left

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        flags = arguments[2] if event == "open" else 0
        if event in CHANGES or (isinstance(flags, int) and flags & WRITING):
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


@functools.cache
def _load(path: str) -> list[object]:
    return list(pickle.loads(Path(path).read_bytes()))


if __name__ == "__main__":
    import nutgraf.cli  # noqa: F401 - once, for all forks

    main()
