"""Changes of content/, the files of a new site and caches in, the disk out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from nutgraf.models import Change
from nutgraf.output.disk import Stage, as_problems, create, obstacle, remove_empty, staging
from nutgraf.problems import ContentError, Problem
from nutgraf.sources import CACHE_FOLDER, SourceFile


def write_new(root: Path, files: Iterable[SourceFile]) -> None:
    """Create files; one that exists is an error, never written over. Raises ContentError."""
    write_changes(root, [Change(file.path, None, file.data) for file in files])


def write_changes(root: Path, changes: Sequence[Change]) -> None:
    """Carry out `changes` in their order; what has changed since it was read is left alone. Raises ContentError.

    All is on the disk before the first file gets its name, so that a full disk changes nothing.
    """
    if not changes:
        return
    root = root.resolve()
    folders = {change.path.partition("/")[0] for change in changes}
    target = root.joinpath(*folders) if len(folders) == 1 else root
    with as_problems(root, ContentError):
        root.mkdir(parents=True, exist_ok=True)
        with staging(root, target) as stage:
            staged = [_stage(stage, number, change) for number, change in enumerate(changes)]
            for change, temporary in zip(changes, staged, strict=True):
                with as_problems(root, ContentError, change.path):
                    _carry_out(root, change, stage, temporary)


def _stage(stage: Stage, number: int, change: Change) -> Path | None:
    if change.after is None:
        return None
    with as_problems(stage.folder, ContentError, change.path):
        return stage.write(str(number), change.after)


def _carry_out(root: Path, change: Change, stage: Stage, temporary: Path | None) -> None:
    path = root / change.path
    if fault := obstacle(root, change.path):
        raise ContentError([fault])
    if change.before is not None and (not path.exists() or path.read_bytes() != change.before):
        raise ContentError([Problem(change.path, "was changed while it was being merged", "build again")])
    if temporary is None:
        path.unlink()
        remove_empty(path.parent, root)
    elif change.before is not None:
        stage.rename(temporary, path)
    else:
        try:
            create(temporary, path)
        except FileExistsError:
            hint = "move it away and convert again"
            raise ContentError([Problem(change.path, "exists already", hint)]) from None


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
    if any(obstacle(root, f"{address}/{name}") for name in (*files, "x")):
        return
    cache = root / address
    with suppress(OSError, ContentError):
        kept = {path.name: path for path in cache.iterdir()} if cache.is_dir() else {}
        new = [name for name, data in files.items() if name not in kept or kept[name].read_bytes() != data]
        if new:
            with staging(root, cache) as stage:
                for name in new:
                    stage.rename(stage.write(name, files[name]), cache / name)
        for name in kept.keys() - files.keys():
            kept[name].unlink()
