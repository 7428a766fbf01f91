"""OutputFiles in, the folder on disk out: the only writer. Whole files only, changed ones only, and nothing of others.

What a build wrote is listed with its digests in `manifest.json`; only what stands there, unchanged, is ever removed.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nutgraf.addresses import MANIFEST
from nutgraf.models import OutputFile
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import SourceFile

_TEMPORARY = ".nutgraf-tmp"


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did, in numbers of files."""

    changed: int
    removed: int
    total: int


def write_dist(out: Path, outputs: Sequence[OutputFile]) -> Written:
    """Make `out` hold `outputs`: each changed file by rename, then the manifest, then away with stale files.

    Raises ContentError when something cannot be written; each file is then as it was before or as it shall be.
    """
    digests = {file.address: hashlib.sha256(file.data).hexdigest() for file in outputs}
    with _as_problems(out):
        earlier = read_manifest(out)
        out.mkdir(parents=True, exist_ok=True)
        changed = sum(_write_if_changed(out / file.address, file.data, out / _TEMPORARY) for file in outputs)
        _write_if_changed(out / MANIFEST, _manifest(digests), out / _TEMPORARY)
        stale = {address: digest for address, digest in earlier.items() if address not in digests}
        removed = _remove(out, stale)
        (out / _TEMPORARY).unlink(missing_ok=True)
    return Written(changed, removed, len(outputs))


def clean_dist(out: Path) -> int:
    """Remove what the last build wrote to `out` and nobody has changed since; return how many files that were."""
    with _as_problems(out):
        removed = _remove(out, read_manifest(out))
        (out / MANIFEST).unlink(missing_ok=True)
        (out / _TEMPORARY).unlink(missing_ok=True)
        if out.is_dir() and not any(out.iterdir()):
            out.rmdir()
    return removed


def write_new(root: Path, files: Iterable[SourceFile]) -> None:
    """Create content files; one that exists is an error, never written over. Raises ContentError."""
    for file in files:
        path = root / file.path
        with _as_problems(root, file.path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists():
                raise ContentError([Problem(file.path, "exists already", "move it away and convert again")])
            temporary = path.with_name(f".{path.name}{_TEMPORARY}")
            temporary.write_bytes(file.data)
            temporary.replace(path)


def read_manifest(out: Path) -> Mapping[str, str]:
    """Return address -> SHA-256 of what the last build wrote to `out`; {} when there was none."""
    try:
        manifest = json.loads((out / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    files = manifest.get("files") if isinstance(manifest, dict) else None
    return {a: d for a, d in files.items() if _is_inside(a)} if isinstance(files, dict) else {}


def _manifest(digests: Mapping[str, str]) -> bytes:
    return (json.dumps({"files": digests}, indent=1, sort_keys=True) + "\n").encode()


def check_out(out: Path, root: Path) -> None:
    """Refuse an output folder that holds the site's sources or somebody's own files. Raises ContentError."""
    resolved, home = out.resolve(), root.resolve()
    sources = [home / name for name in ("seeds", "content", "layouts", "static", "nutgraf")]
    if home.is_relative_to(resolved) or any(resolved.is_relative_to(source) for source in sources):
        raise ContentError([Problem(str(out), "holds the site's own sources", "choose another folder with --out")])
    if out.is_file():
        raise ContentError([Problem(str(out), "is a file", "choose a folder with --out")])
    ours = (out / MANIFEST).exists() or resolved.is_relative_to(home)
    if not ours and out.is_dir() and any(out.iterdir()):
        hint = "choose an empty folder, or one that an earlier build wrote"
        raise ContentError([Problem(str(out), "holds files that no build of ours wrote", hint)])


def _write_if_changed(path: Path, data: bytes, temporary: Path) -> bool:
    try:
        if path.read_bytes() == data:
            return False
    except (FileNotFoundError, NotADirectoryError):
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary.write_bytes(data)
    temporary.replace(path)
    return True


def _remove(out: Path, digests: Mapping[str, str]) -> int:
    removed = 0
    for address, digest in sorted(digests.items()):
        path = out / address
        if path.is_file() and not path.is_symlink() and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            path.unlink()
            removed += 1
            _remove_empty(path.parent, out)
    return removed


def _remove_empty(folder: Path, out: Path) -> None:
    while folder != out and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _is_inside(address: str) -> bool:
    """Tell whether a manifest's address stays in its folder, whoever wrote the manifest."""
    return not address.startswith("/") and ".." not in address.split("/") and os.sep not in address.replace("/", "")


@contextmanager
def _as_problems(folder: Path, name: str = "") -> Iterator[None]:
    try:
        yield
    except OSError as error:
        path = name or str(error.filename or folder)
        hint = "check its permissions and the space on the disk"
        raise ContentError([Problem(path, f"cannot be written: {error.strerror}", hint, rule="output")]) from None
