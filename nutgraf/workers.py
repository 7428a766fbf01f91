"""A function and values in, its results out in their order: in this process, or in several that share the values.

The results are the same however many processes there are.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_all_start_methods, get_context, parent_process
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_WORTH = 48  # values; fewer are done before another process has started
_CHUNKS = 8  # a process gets its values in so many parts, so that none waits long for the others
_MOST = 64  # values of a part: one that is lost with its process is soon done again
_UNDER_WAY = 256  # parts; the rest waits here, and is not yet written down for others
_CAN_FORK = "fork" in get_all_start_methods()

_at_hand: list[Callable[[Any], Any]] = []
"""What forked processes call; it is here before they start, and so need not be sent to them."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Does work with `jobs` processes as soon as there is enough of it."""

    jobs: int = 1
    elsewhere: Callable[[], AbstractContextManager[Executor]] | None = None
    """Gives what does the work of `map`, in the place of processes of ours."""
    _started: list[Executor] = field(default_factory=list, compare=False)

    def map(self, function: Callable[[T], R], values: Sequence[T]) -> list[R]:
        """Return the results of a function that can be pickled; what it raises is raised here."""
        if len(values) < _WORTH or (self.jobs == 1 and not self.elsewhere):
            return _each(function, values)
        if self.elsewhere:
            with self.elsewhere() as executor:
                return _shared_out(executor, function, self._parts(values))
        if not self._started:
            self._started.append(_start(self.jobs))
        return _shared_out(self._started[0], function, self._parts(values))

    def map_at_hand(self, function: Callable[[T], R], values: Sequence[T]) -> list[R]:
        """Do the same for a function that knows too much to be sent elsewhere: the processes are forked with it.

        Where processes cannot be forked, it is done here.
        """
        if self.jobs == 1 or len(values) < _WORTH or not _CAN_FORK:
            return _each(function, values)
        _at_hand.append(lambda index: function(values[index]))
        gc.freeze()  # what is here is for all of them, and looking through it would copy it
        try:
            with _start(self.jobs) as executor:
                parts = list(executor.map(_each_at_hand, self._parts(range(len(values)))))
        finally:
            gc.unfreeze()
            _at_hand.pop()
        return [result for part in parts for result in part]

    def close(self) -> None:
        """End the processes."""
        for executor in self._started:
            executor.shutdown(cancel_futures=True)

    def _parts(self, values: Sequence[T]) -> list[Sequence[T]]:
        size = min(-(-len(values) // (self.jobs * _CHUNKS)), _MOST)
        return [values[at : at + size] for at in range(0, len(values), size)]


ALONE = Workers()
"""All the work in this process."""


@contextmanager
def open_workers(
    jobs: int, elsewhere: Callable[[], AbstractContextManager[Executor]] | None = None
) -> Iterator[Workers]:
    """Give Workers whose processes end with the block."""
    workers = Workers(jobs, elsewhere)
    try:
        yield workers
    finally:
        workers.close()


def _each(function: Callable[[T], R], values: Sequence[T]) -> list[R]:
    return [function(value) for value in values]


def _shared_out(executor: Executor, function: Callable[[T], R], parts: Sequence[Sequence[T]]) -> list[R]:
    """Return the results of all parts in their order; so many are under way at a time."""
    waiting: deque[Future[list[R]]] = deque()
    results: list[R] = []
    try:
        for part in parts:
            if len(waiting) == _UNDER_WAY:
                results += waiting.popleft().result()
            waiting.append(executor.submit(_each, function, part))
        while waiting:
            results += waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
    return results


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
