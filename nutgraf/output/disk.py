"""Bytes and the names they are to have in; whole files on the disk out, whenever the process is ended.

A file is written under another name in a folder of its own, the stage, and then renamed. What a stopped process left on
a stage is taken away by the next one.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from nutgraf.problems import ContentError, Problem
from nutgraf.sources import CACHE_FOLDER

if sys.platform != "win32":
    import fcntl


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder in which files are written before they get their names."""

    folder: Path
    public: bool = False
    """Whether everyone may read what is made here, whatever the umask, as a web server must."""
    _made: set[Path] = field(default_factory=set, compare=False)
    """Folders that were made in it: nobody else takes them away."""

    def write(self, name: str, data: bytes) -> Path:
        """Write a file of the stage."""
        path = self.folder / name
        if path.parent not in self._made:
            self._make(path.parent)
            self._made.add(path.parent)
        with path.open("xb") as file:
            file.write(data)
            self._publish(path, os.fstat(file.fileno()).st_mode)
        return path

    def rename(self, temporary: Path, path: Path) -> None:
        """Give `temporary` the name `path`, and the permissions of the file that has it: who may write it stays so."""
        if path.exists():
            temporary.chmod(path.stat().st_mode)
        else:
            self._make(path.parent)
        temporary.replace(path)

    def _make(self, folder: Path) -> None:
        if not folder.is_dir():
            self._make(folder.parent)
            folder.mkdir(exist_ok=True)
            self._publish(folder, folder.stat().st_mode)

    def _publish(self, path: Path, mode: int) -> None:
        """Let everyone read `path`, if that is wanted; who else may write it, the umask says, but never everyone."""
        wanted = (mode | (0o555 if stat.S_ISDIR(mode) else 0o444)) & ~0o002
        if self.public and wanted != mode:
            path.chmod(wanted)


@contextmanager
def staging(top: Path, target: Path, *, public: bool = False) -> Iterator[Stage]:
    """Give an empty Stage for files of `target`, a folder below `top` that may not exist yet.

    One process has it at a time. It is on the disk of `target`, and outside of it where that can be, so that nobody
    publishes it.
    """
    folder = _home(top, target) / CACHE_FOLDER / f"writing-{target.name}"
    for step in (folder.parent, folder):
        if step.is_symlink():
            hint = "remove it: a build writes into its own folders alone"
            raise ContentError([Problem(str(step), "is a link", hint, rule="output")])
    with _made_alone(folder):
        _empty(folder)
        try:
            yield Stage(folder, public)
        finally:
            with suppress(OSError):
                _empty(folder)
                folder.rmdir()
                folder.parent.rmdir()  # unless it holds something else


def _home(top: Path, target: Path) -> Path:
    """Return the highest folder from `top` to `target` that is on the disk of `target` and can be written to."""
    steps = [step for step in (target, *target.parents) if step.is_dir() and step.is_relative_to(top)]
    own = [step for step in steps if step.stat().st_dev == steps[0].stat().st_dev and os.access(step, os.W_OK)]
    return [top, *steps[:1], *own][-1]


@contextmanager
def _made_alone(folder: Path) -> Iterator[None]:
    """Make `folder` and keep others waiting for it, as `alone` does."""
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):  # whoever had it has just removed it
            handle = _hold(folder)
            break
    try:
        yield
    finally:
        os.close(handle)


@contextmanager
def alone(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Let other processes that ask for `folder` wait while the block runs; `waiting` is called when this one must.

    The system forgets the lock with its process, whatever ended that. Where a disk knows no locks there is none.
    """
    with as_problems(folder, ContentError):
        handle = _hold(folder, waiting)
    try:
        yield
    finally:
        os.close(handle)


def _hold(folder: Path, waiting: Callable[[], None] = lambda: None) -> int:
    """Return the handle that holds the lock of `folder`. Raises FileNotFoundError."""
    if sys.platform == "win32":  # two builds at once do not know of each other there
        return os.open(os.devnull, os.O_RDONLY)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:  # a disk of a network
        return handle
    if folder.exists() and os.path.samestat(os.fstat(handle), folder.stat()):
        return handle
    os.close(handle)
    raise FileNotFoundError(folder)


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            _empty(path)
            path.rmdir()
        else:
            path.unlink()


def create(temporary: Path, path: Path) -> None:
    """Give `temporary` the name `path`. Raises FileExistsError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(temporary, path)  # unlike a rename it never takes the place of a file
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        temporary.replace(path)


def obstacle(out: Path, address: str) -> Problem | None:
    """Return what stands where a folder or file of ours must: a link, or the one in the place of the other."""
    steps = [out / parent for parent in reversed(PurePosixPath(address).parents)][1:]
    for step in (*steps, out / address):
        if step.is_symlink():
            return Problem(str(step), "is a link", "remove it: a build writes into its own folder alone", rule="output")
        if step.exists() and not (step.is_dir() if step in steps else step.is_file()):
            return Problem(str(step), "is in the way of a page", "move it away", rule="output")
    return None


def remove_empty(folder: Path, top: Path) -> None:
    """Remove `folder` and those it stands in, below `top`, as far as nothing else is in them."""
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


@contextmanager
def as_problems(folder: Path, kind: type[ContentError], name: str = "") -> Iterator[None]:
    """Tell an editor what the disk refuses."""
    try:
        yield
    except OSError as error:
        path = name or str(error.filename or folder)
        hint = "check its permissions and the space on the disk"
        raise kind([Problem(path, f"cannot be written: {error.strerror}", hint, rule="output")]) from None
