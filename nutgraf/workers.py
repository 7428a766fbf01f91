"""A function and values in, its results out in their order: in this process, or in several that share the values.

What is run has to be picklable, and pure: the results are the same however many processes there are.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_WORTH = 48  # values; fewer are done before another process has started
_CHUNKS = 8  # a process gets its values in so many parts, so that none waits long for the others


class Run(Protocol):
    """Gives the results of a function for each of several values."""

    def __call__(self, function: Callable[[T], R], values: Sequence[T]) -> list[R]:
        """Return the results in the order of the values; what the function raises is raised here."""
        ...


def run_here(function: Callable[[T], R], values: Sequence[T]) -> list[R]:
    """Do all the work in this process."""
    return [function(value) for value in values]


@contextmanager
def open_workers(jobs: int) -> Iterator[Run]:
    """Give a Run that works with `jobs` processes as soon as there is enough to do; they end with the block."""
    started: list[Executor] = []

    def run(function: Callable[[T], R], values: Sequence[T]) -> list[R]:
        if jobs == 1 or len(values) < _WORTH:
            return run_here(function, values)
        if not started:
            started.append(_start(jobs))
        size = -(-len(values) // (jobs * _CHUNKS))
        chunks = [values[at : at + size] for at in range(0, len(values), size)]
        return [result for part in started[0].map(partial(run_here, function), chunks) for result in part]

    try:
        yield run
    finally:
        for executor in started:
            executor.shutdown(cancel_futures=True)


def _start(jobs: int) -> Executor:
    method = "fork" if "fork" in get_all_start_methods() else None  # without it each imports everything anew
    return ProcessPoolExecutor(jobs, mp_context=get_context(method), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Let Ctrl-C reach the process that the editor started alone; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
