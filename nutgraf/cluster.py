"""The address of a Dask scheduler in, an Executor of concurrent.futures out, whose work its workers do.

They have to give what this machine would: each tells what its results depend on before it does anything.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, TypeVar

from nutgraf.problems import ContentError, Problem, how_to_install
from nutgraf.sources import program_digest

if TYPE_CHECKING:
    from distributed import Client

R = TypeVar("R")

OPTION = "--executor"
SCHEME = "dask://"

_SECONDS = 10  # that a scheduler has to answer, and one without workers to get some

LIBRARIES = (
    "anyascii", "arabic-reshaper", "charset-normalizer", "feedparser", "fontpkg-noto-sans-arabic",
    "fontpkg-source-serif-4", "ftfy", "lxml", "lxml-html-clean", "mammoth", "markdown-it-py", "pillow", "python-bidi",
    "pyyaml", "trafilatura", "tzdata",
)  # fmt: skip
"""What the results of workers depend on beside Nutgraf."""


class AnotherProgramError(Exception):
    """A worker would give other results than this machine; said in one line."""


def parse_address(text: str) -> str:
    """Return the address `dask://HOST:PORT` as Dask writes it. Raises ValueError."""
    host, _, port = text.removeprefix(SCHEME).rpartition(":")
    is_port = port.isascii() and port.isdecimal() and 0 < int(port) < 65536
    if not text.startswith(SCHEME) or not host or not is_port or set(host) & set("/@?# "):
        raise ValueError(f"'{text}' is not {SCHEME}HOST:PORT")
    return f"tcp://{host}:{port}"


@contextmanager
def open_cluster(address: str) -> Iterator[Executor]:
    """Give the Executor of the scheduler at `address`. Raises ContentError for whatever goes wrong with the cluster."""
    try:
        import distributed
        from dask import config
    except ImportError as error:
        library = (error.name or "distributed").partition(".")[0]
        raise _problem(f"needs {library}, which is not installed", how_to_install("cluster")) from None
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is told here, in one line
    with config.set({"distributed.admin.large-graph-warning-threshold": "10GB"}):
        client = _connect(address)
        try:
            with client:
                _check(client)
                yield _Checked(client.get_executor(pure=False))
        except AnotherProgramError as error:
            raise _problem(str(error), "install there what is installed here") from None
        except distributed.KilledWorker:
            hint = "give them more memory, or leave the option out"
            raise _problem("workers died of the same work again and again", hint) from None
        except (CancelledError, distributed.comm.CommClosedError):
            raise _problem("the scheduler went away before all was done", "start it, and the build, again") from None


def _connect(address: str) -> Client:
    """Return a client of the scheduler, if there is one: else a client may wait for ever. Raises ContentError."""
    from distributed import Client

    try:
        kind = asyncio.run(asyncio.wait_for(_kind_of(address), _SECONDS))
    except (OSError, TimeoutError):
        kind = ""
    if kind != "Scheduler":
        hint = "see that it runs; `dask scheduler` prints its address, which is tcp://HOST:PORT there"
        raise _problem(f"no scheduler answers at {address.replace('tcp://', SCHEME)}", hint)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of versions that differ: those that matter are looked at
        return Client(address, timeout=_SECONDS, set_as_default=False)


async def _kind_of(address: str) -> str:
    from distributed.core import rpc

    async with rpc(address, timeout=_SECONDS) as server:
        return str((await server.identity())["type"])


def _problem(message: str, hint: str) -> ContentError:
    return ContentError([Problem(OPTION, message, hint, rule="cluster")])


def _check(client: Client) -> None:
    """Raise AnotherProgramError for the first that would give other results, ContentError when there are none."""
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except TimeoutError:
        raise _problem("the scheduler has no workers", "start some: `dask worker` with its address") from None
    found: Mapping[str, Any] = client.run(fingerprint, on_error="return")
    for worker, theirs in sorted(found.items()):
        _compare(f"the worker {worker}", theirs)
    try:
        of_scheduler = client.run_on_scheduler(fingerprint)
    except (ImportError, AttributeError) as error:  # it does not know the function
        of_scheduler = error
    _compare("the scheduler", of_scheduler)


def _compare(who: str, theirs: object) -> None:
    if not isinstance(theirs, dict):
        raise AnotherProgramError(f"{who} has no Nutgraf of this version: {theirs}")
    for name, here in fingerprint().items():
        there = theirs.get(name, "no such")
        if there != here:
            raise AnotherProgramError(f"{who} has another {name}: {there}, and here it is {here}")


@cache
def fingerprint() -> Mapping[str, str]:
    """Return what results depend on, by name, as it is on this machine."""
    versions = {"Python": f"{sys.version_info.major}.{sys.version_info.minor}", "Nutgraf": program_digest()[:12]}
    for name in LIBRARIES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = "absent"
    return versions


class _Checked(Executor):
    """Hands all on to another Executor; what it hands on is done by no worker that would give other results.

    One may come while others are at work, and values of another version may not even be read there.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:  # noqa: ANN401
        return self._executor.submit(_do, dict(fingerprint()), pickle.dumps((fn, args, kwargs)))


def _do(wanted: Mapping[str, str], work: bytes) -> Any:  # noqa: ANN401 - whatever the work gives
    mine = fingerprint()
    if mine != wanted:
        name = next(name for name in wanted if mine.get(name) != wanted[name])
        raise AnotherProgramError(f"a worker has another {name}: {mine.get(name)}, and here it is {wanted[name]}")
    function, args, kwargs = pickle.loads(work)  # noqa: S301 - from the machine that this one works for
    return function(*args, **kwargs)
