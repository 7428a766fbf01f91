"""Articles in, the site of Eleventy out: https://www.11ty.dev, a program for Node."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.corpus import Article
from benchmarks.peers.program import Command, Program, beside, front_matter, slug_of, static_files


def find() -> Command | None:
    """Return the program of the working folder's node_modules, or else the one on the path."""
    local = Path("node_modules", "@11ty", "eleventy", "cmd.cjs").absolute()
    if (node := shutil.which("node")) and local.is_file():
        return node, str(local)
    found = shutil.which("eleventy")
    return (found,) if found else None


def source(article: Article) -> str:
    """Return the path of the content file of an article: its name is that of the page."""
    return f"content/briefings/{slug_of(article)}.md"


def files(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    """Yield a content file for each article."""
    for article in articles:
        yield source(article), front_matter(article) + "\n\n".join(article.paragraphs) + "\n"
    yield from static_files()


ELEVENTY = Program(
    "eleventy",
    "npm install @11ty/eleventy",
    find,
    ("--version",),
    ("--quiet",),
    beside("eleventy_site"),
    files,
    source,
    "_includes/base.js",
    "_site",
)
