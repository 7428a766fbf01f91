"""The site's folder in, texts and bytes out: the only reader of the disk, and of nothing outside the folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nutgraf.problems import ContentError, Problem

CACHE_FOLDER = ".nutgraf"
"""What a build keeps for the next one; it may be deleted at any time."""


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
    for path in _walk(root / folder):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            problems.append(_link(name))
            continue
        try:
            files.append(SourceFile(name, path.read_bytes()))
        except OSError as error:
            problems.append(Problem(name, f"cannot be read: {error.strerror}", "check its permissions"))
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
    for path in _walk(root / folder):
        try:
            state = path.lstat()
        except OSError:  # gone meanwhile
            continue
        found[path.relative_to(root).as_posix()] = (state.st_mtime_ns, state.st_size)
    return found


def program_key() -> str:
    """Tell this version of the program from any other, by the sizes and times of its files."""
    package = Path(__file__).parent
    state = [
        (path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in _walk(package) if path.suffix == ".py"
    ]
    return hashlib.sha256(repr(state).encode()).hexdigest()


def read_text(root: Path, name: str, hint_when_missing: str) -> str:
    """Read one UTF-8 file of the site. Raises ContentError."""
    _refuse_links(root, name)
    try:
        return decode_utf8(SourceFile(name, (root / name).read_bytes()))
    except FileNotFoundError:
        raise ContentError([Problem(name, "is missing", hint_when_missing)]) from None
    except OSError as error:
        raise ContentError([Problem(name, f"cannot be read: {error.strerror}", "check its permissions")]) from None


def read_line(root: Path, name: str, number: int) -> str:
    """Return line `number` of a file of the site as far as it can be read; '' when it cannot, or there is no such."""
    try:
        _refuse_links(root, name)
        lines = (root / name).read_bytes().decode(errors="replace").split("\n")
    except (ContentError, OSError):
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
        if step.name and (root / step).is_symlink():
            raise ContentError([_link(str(step))])


def _link(name: str) -> Problem:
    return Problem(name, "is a link", "put the file itself here: links can lead out of the site")


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files and links below `folder` in a fixed order; hidden names are the system's, not the site's."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path
