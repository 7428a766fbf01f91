"""The name of a new folder in, the files of a site ready to build out; and what stands in for those a site lacks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nutgraf.problems import ContentError, Problem
from nutgraf.sources import SourceFile, read_files

_PACKAGE = Path(__file__).parent
_STARTER = _PACKAGE / "starter"


def starter_files() -> tuple[SourceFile, ...]:
    """Return the files of a new site, by path.

    Layouts and static files are those that Nutgraf's own site uses: an installed package carries them in
    `starter/`, a checkout has them beside the package.
    """
    own = read_files(_STARTER, "content") + read_files(_STARTER, "seeds")
    ignore = SourceFile(".gitignore", b"/dist/\n.nutgraf/\n")
    return (ignore, *own, *shipped_files("layouts"), *shipped_files("static"))


def shipped_files(folder: str, besides: Iterable[SourceFile] = ()) -> tuple[SourceFile, ...]:
    """Return Nutgraf's own files of `folder`, layouts or static, but for those `besides` which a site has its own."""
    shared = _STARTER if (_STARTER / "layouts").is_dir() else _PACKAGE.parent
    taken = {file.path for file in besides}
    return tuple(file for file in read_files(shared, folder) if file.path not in taken)


def check_new(folder: Path) -> None:
    """Refuse a folder that holds something. Raises ContentError."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise ContentError([Problem(str(folder), "is not empty", "choose a new or an empty folder")])
