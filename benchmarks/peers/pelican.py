"""Articles in, the site of Pelican out: https://getpelican.com, a program in Python.

Its metadata are flat, so each entry of a timeline is one line. It makes no data of a page, nor a list of other things
than articles.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.corpus import Article
from benchmarks.peers.program import Command, Program, beside, slug_of, static_files


def find() -> Command | None:
    """Return the program beside this Python, or else the one on the path."""
    found = shutil.which("pelican", path=str(Path(sys.executable).parent)) or shutil.which("pelican")
    return (found,) if found else None


def source(article: Article) -> str:
    """Return the path of the content file of an article: its name is that of the page."""
    return f"content/briefings/{slug_of(article)}.md"


def files(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    """Yield a content file for each article."""
    for article in articles:
        entries = [f"{edtf} {text}" for edtf, _, text in article.timeline]
        fields = {
            "title": article.headline,
            "dek": article.dek,
            "by": article.byline,
            "date": f"{article.published:%Y-%m-%d %H:%M}",
            "tags": ", ".join(article.topics),
            "why": article.why,
            "takeaways": "\n    ".join(article.takeaways),
            "timeline": "\n    ".join(entries),
        }
        head = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
        yield source(article), head + "\n" + "\n\n".join(article.paragraphs) + "\n"
    for path, text in static_files():
        yield f"content/{path}", text


PELICAN = Program(
    "pelican",
    'pip install "pelican[markdown]"',
    find,
    ("--version",),
    ("-q", "-s", "pelicanconf.py"),
    beside("pelican_site"),
    files,
    source,
    "theme/templates/base.html",
    "output",
)
