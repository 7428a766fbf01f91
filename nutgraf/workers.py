"""A function and values in, its results out in their order: in this process, or in several that share the values.

The results are the same however many processes there are.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_all_start_methods, get_context, parent_process
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_WORTH = 48  # values; fewer are done before another process has started
_CHUNKS = 8  # a process gets its values in so many parts, so that none waits long for the others
_CAN_FORK = "fork" in get_all_start_methods()

_at_hand: list[Callable[[Any], Any]] = []
"""What forked processes call; it is here before they start, and so need not be sent to them."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Does work with `jobs` processes as soon as there is enough of it."""

    jobs: int = 1
    _started: list[Executor] = field(default_factory=list, compare=False)

    def map(self, function: Callable[[T], R], values: Sequence[T]) -> list[R]:
        """Return the results of a function that can be pickled; what it raises is raised here."""
        if self.jobs == 1 or len(values) < _WORTH:
            return _each(function, values)
        if not self._started:
            self._started.append(_start(self.jobs))
        parts = self._started[0].map(partial(_each, function), self._parts(values))
        return [result for part in parts for result in part]

    def map_at_hand(self, function: Callable[[T], R], values: Sequence[T]) -> list[R]:
        """Do the same for a function that knows too much to be sent elsewhere: the processes are forked with it.

        Where processes cannot be forked, it is done here.
        """
        if self.jobs == 1 or len(values) < _WORTH or not _CAN_FORK:
            return _each(function, values)
        _at_hand.append(lambda index: function(values[index]))
        try:
            with _start(self.jobs) as executor:
                parts = list(executor.map(_each_at_hand, self._parts(range(len(values)))))
        finally:
            _at_hand.pop()
        return [result for part in parts for result in part]

    def close(self) -> None:
        """End the processes."""
        for executor in self._started:
            executor.shutdown(cancel_futures=True)

    def _parts(self, values: Sequence[T]) -> list[Sequence[T]]:
        size = -(-len(values) // (self.jobs * _CHUNKS))
        return [values[at : at + size] for at in range(0, len(values), size)]


ALONE = Workers()
"""All the work in this process."""


@contextmanager
def open_workers(jobs: int) -> Iterator[Workers]:
    """Give Workers whose processes end with the block."""
    workers = Workers(jobs)
    try:
        yield workers
    finally:
        workers.close()


def _each(function: Callable[[T], R], values: Sequence[T]) -> list[R]:
    return [function(value) for value in values]


def _each_at_hand(indices: Sequence[int]) -> list[Any]:
    return _each(_at_hand[-1], indices)


def _start(jobs: int) -> Executor:
    method = "fork" if _CAN_FORK else None  # without it each imports everything anew
    return ProcessPoolExecutor(jobs, mp_context=get_context(method), initializer=_follow_parent)


def _follow_parent() -> None:
    """Let Ctrl-C reach the process that the editor started alone, which ends the others; end when it was killed.

    A process that outlived it would wait for work for ever, and hold the lock of the site.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
    os._exit(1)
