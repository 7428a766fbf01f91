"""OutputFiles in, the folder on disk out: the only writer. Whole files, changed ones alone, and nothing of others.

What a build wrote is listed with its digests in `manifest.json`; only what stands there is ever written over, and
only what stands there and is still the same is ever removed.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nutgraf.addresses import MANIFEST
from nutgraf.models import Change, OutputFile
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import CACHE_FOLDER, SourceFile

_GENERATOR = "nutgraf"  # tells our manifest from anybody else's


class PartlyWrittenError(ContentError):
    """Writing was stopped midway: each file is whole, old or new, and the next build makes the rest."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did, in numbers of files."""

    changed: int
    removed: int
    total: int


def write_dist(out: Path, outputs: Sequence[OutputFile]) -> Written:
    """Make `out` hold `outputs`: each changed file by rename, then away with stale files.

    Raises ContentError before anything is touched when a file of somebody else, a folder or a link is in the way;
    PartlyWrittenError when the disk refuses later.
    """
    out = out.resolve()
    digests = {file.address: hashlib.sha256(file.data).hexdigest() for file in outputs}
    with _as_problems(out, ContentError):
        earlier = read_manifest(out)
        changed = _changed(out, outputs, earlier)
    with _as_problems(out, PartlyWrittenError):
        # Listed before it is there: whatever a stopped build leaves behind is known as ours.
        _put(out / MANIFEST, _manifest({**earlier, **digests}))
        for file in changed:
            _put(out / file.address, file.data)
        removed = _remove(out, {a: digest for a, digest in earlier.items() if a not in digests})
        _put(out / MANIFEST, _manifest(digests))
    return Written(len(changed), removed, len(outputs))


def clean_dist(out: Path) -> int:
    """Remove what the last build wrote to `out` and nobody has changed since; return how many files that were."""
    out = out.resolve()
    with _as_problems(out, PartlyWrittenError):
        earlier = read_manifest(out)
        if not earlier:
            return 0
        removed = _remove(out, earlier)
        (out / MANIFEST).unlink()
        if not any(out.iterdir()):
            out.rmdir()
    return removed


def write_new(root: Path, files: Iterable[SourceFile]) -> None:
    """Create files; one that exists is an error, never written over. Raises ContentError."""
    write_changes(root, (Change(file.path, None, file.data) for file in files))


def write_changes(root: Path, changes: Iterable[Change]) -> None:
    """Carry out `changes` in their order; what has changed since it was read is left alone. Raises ContentError."""
    for change in changes:
        path = root / change.path
        with _as_problems(root, ContentError, change.path):
            if change.before is not None and (not path.exists() or path.read_bytes() != change.before):
                raise ContentError([Problem(change.path, "was changed while it was being merged", "build again")])
            if change.after is None:
                path.unlink()
                _remove_empty(path.parent, root)
            elif change.before is None:
                _write_first(path, change.after, change.path)
            else:
                _put(path, change.after)


def _write_first(path: Path, data: bytes, name: str) -> None:
    """Create a file. Raises ContentError when it exists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _write_beside(path, data)
    try:
        _create(path, temporary)
    except FileExistsError:
        raise ContentError([Problem(name, "exists already", "move it away and convert again")]) from None
    finally:
        temporary.unlink(missing_ok=True)


def write_caches(root: Path, caches: Mapping[str, Mapping[str, bytes]]) -> None:
    """Make each cache, by its folder, hold its files and nothing else."""
    for folder, files in caches.items():
        write_cache(root, folder, files)


def clean_caches(root: Path, folders: Iterable[str]) -> None:
    """Empty caches, and take their folders away as far as nothing of others lies in them."""
    for folder in folders:
        write_cache(root, folder, {})
        with suppress(OSError):
            (root / CACHE_FOLDER / folder).rmdir()
            (root / CACHE_FOLDER).rmdir()


def write_cache(root: Path, folder: str, files: Mapping[str, bytes]) -> None:
    """Make a cache hold `files` and nothing else; one that cannot be written is no fault, since nothing is lost by it.

    A site may lie on a disk that only its `--out` does not share.
    """
    address = f"{CACHE_FOLDER}/{folder}"
    if any(_obstacle(root, f"{address}/{name}") for name in (*files, "x")):
        return
    with suppress(OSError):
        kept = {path.name for path in (root / address).iterdir()} if (root / address).is_dir() else set()
        for name, data in files.items():
            _put(root / address / name, data)
        for name in kept - files.keys():
            (root / address / name).unlink()


def _create(path: Path, temporary: Path) -> None:
    """Give `temporary` the name `path`. Raises FileExistsError."""
    try:
        os.link(temporary, path)  # unlike a rename it never takes the place of a file
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        temporary.replace(path)


def read_manifest(out: Path) -> Mapping[str, str]:
    """Return address -> SHA-256 of what the last build wrote to `out`; {} when there was none of ours."""
    try:
        manifest = json.loads((out / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    if not isinstance(manifest, dict) or manifest.get("generator") != _GENERATOR:
        return {}
    files = manifest.get("files")
    return {a: d for a, d in files.items() if _is_inside(a)} if isinstance(files, dict) else {}


def check_out(out: Path, root: Path) -> None:
    """Refuse an output folder that holds the site's sources or somebody's own files. Raises ContentError."""
    resolved, home = out.resolve(), root.resolve()
    sources = [home / name for name in ("seeds", "content", "layouts", "static", "nutgraf")]
    if home.is_relative_to(resolved) or any(resolved.is_relative_to(source) for source in sources):
        raise ContentError([Problem(str(out), "holds the site's own sources", "choose another folder with --out")])
    if resolved.exists() and not resolved.is_dir():
        raise ContentError([Problem(str(out), "is a file", "choose a folder with --out")])
    ours = resolved == home / "dist" or read_manifest(resolved)
    if not ours and resolved.is_dir() and any(resolved.iterdir()):
        hint = "choose an empty folder, or one that an earlier build wrote"
        raise ContentError([Problem(str(out), "holds files that no build of ours wrote", hint)])


def _manifest(digests: Mapping[str, str]) -> bytes:
    return (json.dumps({"generator": _GENERATOR, "files": digests}, indent=1, sort_keys=True) + "\n").encode()


def _changed(out: Path, outputs: Sequence[OutputFile], earlier: Mapping[str, str]) -> list[OutputFile]:
    """Return the files whose bytes differ. Raises ContentError with everything that is in the way of one."""
    problems: list[Problem] = []
    changed: list[OutputFile] = []
    for file in (*outputs, OutputFile(MANIFEST, b"")):
        path = out / file.address
        if fault := _obstacle(out, file.address):
            problems.append(fault)
        elif not path.exists():
            changed.append(file)
        elif path.read_bytes() != file.data:
            known = file.address in earlier or (file.address == MANIFEST and bool(earlier))
            problems += [] if known else [_foreign(path)]
            changed.append(file)
    if problems:
        raise ContentError(problems)
    return [file for file in changed if file.address != MANIFEST]


def _obstacle(out: Path, address: str) -> Problem | None:
    """Return what stands where a folder or file of ours must: a link, or the one in the place of the other."""
    steps = [out / parent for parent in reversed(PurePosixPath(address).parents)][1:]
    for step in (*steps, out / address):
        if step.is_symlink():
            return Problem(str(step), "is a link", "remove it: a build writes into its own folder alone", rule="output")
        if step.exists() and step.is_dir() != (step in steps):
            return Problem(str(step), "is in the way of a page", "move it away", rule="output")
    return None


def _foreign(path: Path) -> Problem:
    return Problem(str(path), "would be written over, and no build of ours wrote it", "move it away", rule="output")


def _put(path: Path, data: bytes) -> None:
    """Make `path` hold `data`, by a rename; a file that does so already is not touched."""
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _write_beside(path, data)
    try:
        if path.exists():
            temporary.chmod(path.stat().st_mode)  # who else may write it stays as it was
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> Path:
    """Write a hidden file beside `path`, under a name that no other build and no link can have."""
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    with temporary.open("xb") as file:
        file.write(data)
    return temporary


def _remove(out: Path, digests: Mapping[str, str]) -> int:
    removed = 0
    for address, digest in sorted(digests.items()):
        path = out / address
        if _obstacle(out, address) or not path.exists():
            continue
        if hashlib.sha256(path.read_bytes()).hexdigest() == digest:
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
    return not address.startswith("/") and ".." not in address.split("/") and "\\" not in address and ":" not in address


@contextmanager
def _as_problems(folder: Path, kind: type[ContentError], name: str = "") -> Iterator[None]:
    try:
        yield
    except OSError as error:
        path = name or str(error.filename or folder)
        hint = "check its permissions and the space on the disk"
        raise kind([Problem(path, f"cannot be written: {error.strerror}", hint, rule="output")]) from None
