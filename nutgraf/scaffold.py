"""The name of a new folder in, the files of a site ready to build out."""

from __future__ import annotations

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
    shared = _STARTER if (_STARTER / "layouts").is_dir() else _PACKAGE.parent
    ignore = SourceFile(".gitignore", b"/dist/\n.nutgraf/\n")
    return (ignore, *own, *read_files(shared, "layouts"), *read_files(shared, "static"))


def check_new(folder: Path) -> None:
    """Refuse a folder that holds something. Raises ContentError."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise ContentError([Problem(str(folder), "is not empty", "choose a new or an empty folder")])
