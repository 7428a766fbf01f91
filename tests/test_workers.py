"""nutgraf.workers: the results are the same however many processes there are."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from pathlib import Path

import pytest

from nutgraf.workers import Workers, open_workers


def double(number: int) -> int:
    """Return twice the number."""
    return 2 * number


def fail(number: int) -> int:
    """Raise for one of the numbers."""
    if number == 60:
        raise ValueError(f"{number} is at fault")
    return number


def where(_: int) -> int:
    """Return the process that does the work."""
    return os.getpid()


@pytest.mark.parametrize("count", [0, 1, 47, 48, 101])
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_stand_in_the_order_of_the_values(jobs: int, count: int) -> None:
    """For any number of either."""
    with open_workers(jobs) as workers:
        assert workers.map(double, range(count)) == [double(number) for number in range(count)]
        assert workers.map_at_hand(lambda number: number + jobs, range(count)) == [n + jobs for n in range(count)]


def test_little_work_is_done_here_and_much_elsewhere() -> None:
    """Starting a process costs more than a few values."""
    with open_workers(2) as workers:
        for do in (workers.map, workers.map_at_hand):
            assert set(do(where, range(10))) == {os.getpid()}
            assert os.getpid() not in do(where, range(200))
    assert set(Workers().map(where, range(200))) == {os.getpid()}


def test_what_goes_wrong_there_is_raised_here() -> None:
    """With its own type and words."""
    with open_workers(2) as workers:
        for do in (workers.map, workers.map_at_hand):
            with pytest.raises(ValueError, match="60 is at fault"):
                do(fail, range(100))


class Lazy(Executor):
    """Does what it is given when it is asked for the result, and counts what it has been given."""

    def __init__(self) -> None:
        self.given: list[Future] = []
        self.most = self.cancelled = 0

    def submit(self, function, *values):
        """Take some work."""
        lazy = self

        class Waiting(Future):
            def result(self, timeout=None):
                lazy.given.remove(self)
                return function(*values)

            def cancel(self):
                lazy.cancelled += 1
                return super().cancel()

        self.given.append(Waiting())
        self.most = max(self.most, len(self.given))
        return self.given[-1]


def test_any_executor_will_do() -> None:
    """Results stand in their order; not all is handed out at once, little work nowhere; who fails ends the rest."""
    lazy = Lazy()
    with open_workers(1, lambda: nullcontext(lazy)) as workers:
        assert workers.map(double, range(47)) == [double(number) for number in range(47)]
        assert lazy.most == 0
        count = 400 * 64
        assert workers.map(double, range(count)) == [double(number) for number in range(count)]
        assert (lazy.most, lazy.cancelled) == (256, 0)
        with pytest.raises(ValueError, match="60 is at fault"):
            workers.map(fail, range(10 * 64))
        assert lazy.cancelled == 9


KILLED = """
import os, time
from nutgraf.workers import open_workers
def work(value):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(60)
with open_workers(2) as workers:
    workers.map(work, range(100))
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for the processes in /proc")
def test_workers_end_with_a_process_that_is_killed() -> None:
    """None of them goes on alone: it would hold the memory it has, and the lock of the site."""
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        workers = {int(process.stdout.readline()) for _ in range(2)}
        process.kill()
    assert len(workers) == 2
    for _ in range(100):
        if not any(is_at_work(worker) for worker in workers):
            return
        time.sleep(0.1)
    pytest.fail("they go on")


def is_at_work(number: int) -> bool:
    """Tell whether a process has not ended."""
    try:
        return ") Z " not in Path(f"/proc/{number}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
