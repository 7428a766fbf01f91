"""What a build read and wrote in, its stamp out; and whether a stamp still holds, so that there is nothing to build.

A stamp names every file and folder with its times and its size. It is read before anything else is loaded, so that a
build without a change takes no longer than the looking: nothing is imported here that takes long.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import stat
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

STAMP = "stamp"
"""The cache that holds the stamp of the last build."""

FILE = "stamp.json"

_FORM = {"asked": dict, "sources": list, "written": dict, "said": dict}
_SAID = {"warnings": str, "notes": str, "total": int}
_SECOND = 1_000_000_000
_TICK = _SECOND // 50
"""Nanoseconds; two changes so close together may have one time, or two seconds where a disk counts no fractions."""

_MANY = 10_000
_DATA = (".md", ".timeline.json")
"""Of an archive with so many files the data beside its pages, two of three files, goes by the time of its folder: that
it is lost or replaced is seen, that somebody writes into it is not."""

State = tuple[int, int, int]
"""When a file and its text were changed, in nanoseconds, and its size."""


def see(root: str, folders: Iterable[str]) -> dict[str, Any]:
    """Note what lies in some folders of a site, before it is read: what changes later is not in the build."""
    paths = sorted(path for name in folders for path in _walk(os.path.join(root, name)))
    states = [_state(path) for path in paths]
    newest = max((max(changed, written) for changed, written, _ in states), default=0)
    unsure = [path for path, state in zip(paths, states, strict=True) if _is_unsure(state, newest)]
    return {
        "paths": [os.path.relpath(path, root) for path in paths],
        "states": _packed(states),
        "digests": {os.path.relpath(path, root): _digest(path) for path in unsure},
    }


def make_stamp(
    sources: Iterable[Mapping[str, Any]], asked: Mapping[str, Any], addresses: Iterable[str], said: tuple[str, str]
) -> bytes:
    """Return the stamp of a build that is written.

    `sources` are what was seen before, `asked` is all else that it depends on, with the folder `out` that has the files
    at `addresses`, and `said` are its warnings and how many notes there were.
    """
    files = sorted(addresses)
    folders = {"", *(folder for file in files for folder in _parents(file))}
    looked_at = files if len(files) < _MANY else [file for file in files if not file.endswith(_DATA)]
    paths = [*sorted(folders), *looked_at]
    written = {"paths": paths, "states": _packed(_state(os.path.join(asked["out"], path)) for path in paths)}
    told = {"warnings": said[0], "notes": said[1], "total": len(files)}
    return json.dumps({"asked": asked, "sources": [*sources], "written": written, "said": told}).encode()


def read_stamp(root: str) -> dict[str, Any] | None:
    """Return the stamp of the last build; None where there is none. Raises ValueError when it is damaged."""
    try:
        with open(os.path.join(root, ".nutgraf", STAMP, FILE), "rb") as file:
            stamp = json.load(file)
    except FileNotFoundError:
        return None
    except (OSError, RecursionError) as error:
        raise ValueError(error) from None
    if not isinstance(stamp, dict) or {name: type(stamp.get(name)) for name in _FORM} != _FORM:
        raise ValueError("no stamp")
    if {name: type(stamp["said"].get(name)) for name in _SAID} != _SAID:
        raise ValueError("nothing said")
    return stamp


def is_as_it_was(stamp: Mapping[str, Any], root: str, out: str) -> bool:
    """Tell whether the sources and the files of a build are still the same. Raises ValueError when it is damaged."""
    try:
        return (
            _is_same(stamp["written"], out)
            and all(_is_same(part, root) for part in stamp["sources"])
            and all(_is_same_text(part, root) for part in stamp["sources"])
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(error) from None


def program_state() -> str:
    """Tell this program and its libraries from any others: by the times of its files, and of what was installed."""
    package = os.path.dirname(__file__)
    beside = [os.path.join(os.path.dirname(package), name) for name in ("layouts", "static")]  # in a checkout
    files = sorted(path for folder in (package, *beside) for path in _walk(folder) if "__pycache__" not in path)
    libraries = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    state = [(path, *_state(path)[1:]) for path in (*files, *libraries) if not os.path.isdir(path) or path in libraries]
    return hashlib.blake2b(repr((sys.version, state)).encode()).hexdigest()


def _walk(path: str) -> Iterator[str]:
    """Yield a file or folder, and what is below it; links are not followed."""
    yield path
    try:
        entries = os.scandir(path)
    except OSError:
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path)
            else:
                yield entry.path


def _parents(address: str) -> Iterator[str]:
    while address := os.path.dirname(address):
        yield address


def _state(path: str) -> State:
    """Return the state of a file; times of -1 when it is not there."""
    try:
        found = os.lstat(path)
    except OSError:
        return -1, -1, -1
    return found.st_ctime_ns, found.st_mtime_ns, found.st_size


def _is_unsure(state: State, newest: int) -> bool:
    """Tell whether a later change could have left the same state: it was changed just now, as far as can be told."""
    changed, written, _ = state
    tick = _TICK if changed % _SECOND else 2 * _SECOND
    return max(changed, written) >= newest - tick


def _digest(path: str) -> str:
    """Return the digest of a file's bytes, or of a folder's names."""
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISDIR(mode):
            data = "\0".join(sorted(os.listdir(path))).encode(errors="surrogateescape")
        elif stat.S_ISREG(mode):
            with open(path, "rb") as file:
                data = file.read()
        else:  # a link is what it is, a pipe would wait for a writer
            return ""
    except OSError as error:
        return str(error.errno)
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _packed(states: Iterable[State]) -> str:
    """Return states as a text: one number each, since an archive has tens of thousands."""
    return base64.b64encode(array("q", map(sum, states)).tobytes()).decode()


def _is_same(part: Mapping[str, Any], base: str) -> bool:
    prefix = os.path.join(base, "")
    return bool(_packed(map(_state, map(prefix.__add__, part["paths"]))) == part["states"])


def _is_same_text(part: Mapping[str, Any], base: str) -> bool:
    return all(_digest(os.path.join(base, path)) == digest for path, digest in part["digests"].items())
