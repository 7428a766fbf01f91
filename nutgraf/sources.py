"""The site's folder in, texts and bytes out: the only reader of the disk, and of nothing outside the folder."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nutgraf.problems import ContentError, Problem

CACHE_FOLDER = ".nutgraf"
"""What a build keeps for the next one; it may be deleted at any time."""

MOST_BYTES = 200_000_000
"""Of a file: the largest document that a seed may be. A site is made in memory, and what is larger would fill that."""

_NO_FILES: Mapping[int, str] = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}
_LINK_HINT = "put the file itself here: links can lead out of the site"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the site, read."""

    path: str
    """Relative to the site's root, with forward slashes."""
    data: bytes


def read_files(root: Path, folder: str) -> tuple[SourceFile, ...]:
    """Read the files below `folder`, by path; hidden ones are left out. An absent folder holds nothing.

    Raises ContentError for links and for what cannot be read.
    """
    files, problems = try_files(root, folder)
    if problems:
        raise ContentError(problems)
    return files


def try_files(root: Path, folder: str) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """Do what read_files does, and return the faults instead. Raises ContentError when `folder` itself is a link."""
    _refuse_links(root, folder)
    problems: list[Problem] = []
    files: list[SourceFile] = []
    for path, problem in _walk(root, folder):
        if problem:
            problems.append(problem)
            continue
        try:
            files.append(SourceFile(path, _read(root, path)))
        except ContentError as error:
            problems += error.problems
    return tuple(files), tuple(problems)


def read_cache(root: Path, folder: str) -> dict[str, bytes]:
    """Return the files of a cache by name; one that cannot be read holds nothing, since all of it can be made anew."""
    try:
        files, _ = try_files(root, f"{CACHE_FOLDER}/{folder}")
    except ContentError:  # a link
        return {}
    return {PurePosixPath(file.path).name: file.data for file in files}


def scan_files(root: Path, folder: str) -> dict[str, tuple[int, int]]:
    """Return the time of the last change, in nanoseconds, and the size of each file below `folder`, by path."""
    found = {}
    for path, _ in _walk(root, folder):
        try:
            state = (root / path).lstat()
        except OSError:  # gone meanwhile
            continue
        found[path] = (state.st_mtime_ns, state.st_size)
    return found


def program_key() -> str:
    """Tell this version of the program from any other, by the sizes and times of its files."""
    package = Path(__file__).parent
    state = [(path, *of) for path, of in scan_files(package.parent, package.name).items() if path.endswith(".py")]
    return hashlib.sha256(repr(state).encode()).hexdigest()


def program_digest() -> str:
    """Tell this version of the program from any other, on whatever machine it lies, by what its files hold."""
    package = Path(__file__).parent
    state = [
        (file.path, hashlib.sha256(file.data).hexdigest())
        for file in read_files(package.parent, package.name)
        if file.path.endswith(".py")
    ]
    return hashlib.sha256(repr(state).encode()).hexdigest()


def read_text(root: Path, name: str, hint_when_missing: str) -> str:
    """Read one UTF-8 file of the site. Raises ContentError."""
    _refuse_links(root, name)
    return decode_utf8(SourceFile(name, _read(root, name, hint_when_missing)))


def read_line(root: Path, name: str, number: int) -> str:
    """Return line `number` of a file of the site as far as it can be read; '' when it cannot, or there is no such."""
    try:
        _refuse_links(root, name)
        lines = _read(root, name).decode(errors="replace").split("\n")
    except ContentError:
        return ""
    return lines[number - 1].strip("\r") if 1 <= number <= len(lines) else ""


def decode_utf8(file: SourceFile) -> str:
    """Decode a file, with or without a byte order mark. Raises ContentError with the line of the bad byte."""
    try:
        return file.data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8: byte 0x{file.data[error.start]:02x} at offset {error.start}"
        raise ContentError([Problem(file.path, message, "save it as UTF-8", line)]) from None


def _refuse_links(root: Path, name: str) -> None:
    """Raise ContentError when a step between `root` and the file or folder `name` is a link."""
    for step in [*reversed(PurePosixPath(name).parents), PurePosixPath(name)]:
        if step.name and os.path.islink(root / step):  # noqa: PTH114 - Path's own raises where a folder is locked
            raise ContentError([Problem(str(step), "is a link", _LINK_HINT)])


def _read(root: Path, name: str, hint_when_missing: str = "") -> bytes:
    """Return what a file holds. Raises ContentError for what is none, is too large, or cannot be read."""
    path = root / name
    try:
        if problem := _no_file(name, path.lstat()):
            raise ContentError([problem])
        return path.read_bytes()
    except FileNotFoundError:
        raise ContentError([Problem(name, "is missing", hint_when_missing)]) from None
    except OSError as error:
        raise ContentError([_unreadable(name, error)]) from None


def _no_file(name: str, state: os.stat_result) -> Problem | None:
    """Return what is wrong with what is to be read: who opens a pipe waits for somebody to fill it."""
    kind = stat.S_IFMT(state.st_mode)
    if kind == stat.S_IFLNK:
        return Problem(name, "is a link", _LINK_HINT)
    if kind != stat.S_IFREG:
        return Problem(name, f"is {_NO_FILES.get(kind, 'something else')}, no file", "move it away")
    if state.st_size > MOST_BYTES:
        message = f"has {state.st_size:,} bytes; a file of a site has at most {MOST_BYTES:,}"
        return Problem(name, message, "keep it elsewhere, and link to it")
    return None


def _unreadable(name: str, error: OSError) -> Problem:
    return Problem(name, f"cannot be read: {error.strerror}", "check its permissions")


def _walk(root: Path, folder: str) -> Iterator[tuple[str, Problem | None]]:
    """Yield (path below `root`, what is wrong with it) of all that is below `folder` and no folder, in a fixed order.

    A folder that cannot be read is a problem of its own. Hidden names are the system's, not the site's.
    """
    try:
        waiting = [(folder, True)] if (root / folder).is_dir() else []
    except OSError as error:
        yield folder, _unreadable(folder, error)
        return
    while waiting:  # no recursion: folders nest deeper than Python does
        name, is_folder = waiting.pop()
        try:
            if is_folder:
                waiting += [(f"{name}/{inner}", is_dir) for inner, is_dir in _listed(root / name)]
            else:
                yield name, _no_file(name, (root / name).lstat())
        except OSError as error:
            yield name, _unreadable(name, error)


def _listed(folder: Path) -> list[tuple[str, bool]]:
    """Return (name, whether it is a folder) of what is in `folder`, the last first."""
    with os.scandir(folder) as found:
        names = ((e.name, e.is_dir(follow_symlinks=False)) for e in found if not e.name.startswith("."))
        return sorted(names, reverse=True)
