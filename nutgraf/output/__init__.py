"""OutputFiles in, the folder on disk out: the only writer. Whole files, changed ones alone, and nothing of others.

What a build wrote is listed with its digests in `manifest.json`; only what stands there is ever written over, and
only what stands there and is still the same is ever removed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from nutgraf.addresses import MANIFEST
from nutgraf.models import OutputFile
from nutgraf.output.changes import clean_caches, write_cache, write_caches, write_changes, write_new
from nutgraf.output.disk import Stage, alone, as_problems, obstacle, remove_empty, staging
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import CACHE_FOLDER
from nutgraf.workers import ALONE, Workers

__all__ = [
    "PartlyWrittenError",
    "Written",
    "alone",
    "check_out",
    "clean_caches",
    "clean_dist",
    "write_cache",
    "write_caches",
    "write_changes",
    "write_dist",
    "write_new",
]

_GENERATOR = "nutgraf"  # tells our manifest from anybody else's

_Known = Mapping[str, Collection[str]]
"""The SHA-256 that a file of ours may have, by address: more than one where a build was stopped."""


class PartlyWrittenError(ContentError):
    """Writing was stopped midway: each file is whole, old or new, and the next build makes the rest."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did, in numbers of files."""

    changed: int
    removed: int
    total: int


def write_dist(out: Path, outputs: Sequence[OutputFile], workers: Workers = ALONE) -> Written:
    """Make `out` hold `outputs`: each changed file by rename, then away with stale files; a new folder by `workers`.

    All is on the disk before the first file gets its name. Raises ContentError before anything is touched, when a file
    of somebody else, a folder or a link is in the way, or the disk is full; PartlyWrittenError when the disk refuses
    later.
    """
    out = out.resolve()
    with as_problems(out, ContentError), staging(out.parent, out, public=True) as stage:
        if not out.exists():
            _write_whole(stage, out, outputs, workers)
            return Written(len(outputs), 0, len(outputs))
        listed = {file.address: _digest(file) for file in outputs}
        known = _known(out)
        changed = _changed(out, outputs, known)
        stale = {address: digests for address, digests in known.items() if address not in listed}
        list_path, final_list = out / MANIFEST, _manifest(listed)
        if not changed and not stale and list_path.exists() and list_path.read_bytes() == final_list:
            return Written(0, 0, len(outputs))
        # Listed before it is there: whatever a stopped build leaves behind is known as ours.
        first = stage.write("first", _manifest({a: max(digests) for a, digests in stale.items()} | listed, known))
        last = stage.write("last", final_list)
        renames = [(stage.write(str(n), file.data), out / file.address) for n, file in enumerate(changed)]
        with as_problems(out, PartlyWrittenError):
            for temporary, path in ((first, list_path), *renames):
                stage.rename(temporary, path)
            removed = _remove(out, stale)
            stage.rename(last, list_path)
    return Written(len(changed), removed, len(outputs))


def _write_whole(stage: Stage, out: Path, files: Sequence[OutputFile], workers: Workers) -> None:
    """Make a folder that does not exist, at one blow."""

    def write(file: OutputFile) -> str:
        stage.write(f"site/{file.address}", file.data)
        return _digest(file)

    digests = workers.map_at_hand(write, files)
    listed = {file.address: digest for file, digest in zip(files, digests, strict=True)}
    stage.write(f"site/{MANIFEST}", _manifest(listed))
    out.parent.mkdir(parents=True, exist_ok=True)
    (stage.folder / "site").rename(out)


def _digest(file: OutputFile) -> str:
    return hashlib.sha256(file.data).hexdigest()


def clean_dist(out: Path) -> int:
    """Remove what the last build wrote to `out` and nobody has changed since; return how many files that were."""
    out = out.resolve()
    if not _known(out):
        return 0
    with as_problems(out, PartlyWrittenError):
        with staging(out.parent, out):
            removed = _remove(out, _known(out))
            (out / MANIFEST).unlink()
        if not any(out.iterdir()):
            out.rmdir()
    return removed


def check_out(out: Path, root: Path) -> None:
    """Refuse an output folder that holds the site's sources or somebody's own files. Raises ContentError."""
    with as_problems(out, ContentError):
        _check_out(out, root)


def _check_out(out: Path, root: Path) -> None:
    resolved, home = out.resolve(), root.resolve()
    sources = [home / name for name in ("seeds", "content", "layouts", "static", "nutgraf", CACHE_FOLDER)]
    if home.is_relative_to(resolved) or any(resolved.is_relative_to(source) for source in sources):
        raise ContentError([Problem(str(out), "holds the site's own sources", "choose another folder with --out")])
    if resolved.exists() and not resolved.is_dir():
        raise ContentError([Problem(str(out), "is a file", "choose a folder with --out")])
    if resolved in (Path(resolved.anchor), Path.home().resolve()):
        raise ContentError([Problem(str(out), "is no folder for one site", "choose another folder with --out")])
    ours = resolved == home / "dist" or _known(resolved)
    if not ours and resolved.is_dir() and any(path.name != CACHE_FOLDER for path in resolved.iterdir()):
        hint = "choose an empty folder, or one that an earlier build wrote"
        raise ContentError([Problem(str(out), "holds files that no build of ours wrote", hint)])


def _known(out: Path) -> _Known:
    """Return the digests of what builds wrote to `out`; {} when there was none of ours."""
    try:
        manifest = {} if obstacle(out, MANIFEST) else json.loads((out / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
        return {}
    if not isinstance(manifest, dict) or manifest.get("generator") != _GENERATOR:
        return {}
    files, earlier = manifest.get("files"), manifest.get("earlier")
    if not isinstance(files, dict):
        return {}
    more = earlier if isinstance(earlier, dict) else {}
    return {a: {str(d), *map(str, more.get(a, ()))} for a, d in files.items() if _is_inside(a)}


def _manifest(listed: Mapping[str, str], known: _Known = MappingProxyType({})) -> bytes:
    """Return the list of `listed`; with `known`, also what files may hold until all of them are written."""
    manifest: dict[str, object] = {"generator": _GENERATOR, "files": listed}
    earlier = {a: sorted({*digests} - {listed[a]}) for a, digests in known.items() if {*digests} != {listed[a]}}
    if earlier:
        manifest["earlier"] = earlier
    return (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode()


def _changed(out: Path, outputs: Sequence[OutputFile], known: _Known) -> list[OutputFile]:
    """Return the files whose bytes differ, new ones first: what links to a page comes after it.

    Raises ContentError with everything that is in the way of one.
    """
    problems: list[Problem] = []
    changed: list[OutputFile] = []
    for file in (*outputs, OutputFile(MANIFEST, b"")):
        path = out / file.address
        if fault := obstacle(out, file.address):
            problems.append(fault)
        elif not path.exists():
            changed.append(file)
        elif path.read_bytes() != file.data:
            is_ours = file.address in known or (file.address == MANIFEST and bool(known))
            problems += [] if is_ours else [_foreign(path)]
            changed.append(file)
    if problems:
        raise ContentError(problems)
    wanted = [file for file in changed if file.address != MANIFEST]
    return sorted(wanted, key=lambda file: (file.address in known, file.address != "index.html"))


def _foreign(path: Path) -> Problem:
    return Problem(str(path), "would be written over, and no build of ours wrote it", "move it away", rule="output")


def _remove(out: Path, files: _Known) -> int:
    removed = 0
    for address, digests in sorted(files.items()):
        path = out / address
        if obstacle(out, address) or not path.exists():
            continue
        if hashlib.sha256(path.read_bytes()).hexdigest() in digests:
            path.unlink()
            removed += 1
            remove_empty(path.parent, out)
    return removed


def _is_inside(address: str) -> bool:
    """Tell whether a manifest's address stays in its folder, whoever wrote the manifest."""
    return not address.startswith("/") and ".." not in address.split("/") and "\\" not in address and ":" not in address
