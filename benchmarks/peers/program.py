"""What a benchmark must know of a program that makes sites: its files from articles, its command, how to get it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.corpus import Article
from nutgraf.addresses import slugify

BASE_URL = "https://news.example/"
TITLE = "Bench"
PART = 60
"""Entries on a page of the timeline, as in nutgraf/lists.py."""

REPOSITORY = Path(__file__).parents[2]

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """A program and its site. It reads and writes inside one folder, and is started there."""

    name: str
    install: str
    """How a stranger gets it."""
    find: Callable[[], Command | None]
    """Returns what starts it, or None when it is not installed."""
    version: Command
    """Arguments after what `find` gives, that make it print its version."""
    build: Command
    """Arguments that build the site of the folder it is started in."""
    site: Path | None
    """The folder of its settings and layouts, which is copied."""
    files: Callable[[Iterable[Article]], Iterator[tuple[str, str]]]
    """Gives the path and the text of each content file."""
    source: Callable[[Article], str]
    """Gives the path of the content file of one article."""
    layout: str
    """The path of the layout that every page extends."""
    out: str
    """The folder of what it makes."""
    kept: str = ""
    """The folder of what it keeps between builds, when there is one."""

    def write(self, root: Path, articles: Iterable[Article]) -> None:
        """Make the folder of a site with these articles."""
        if self.site:
            shutil.copytree(self.site, root, dirs_exist_ok=True)
        for path, text in self.files(articles):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")


def slug_of(article: Article) -> str:
    """Return the name of the page of an article, which is the same in every program."""
    return slugify(article.headline)


def instant_of(article: Article) -> str:
    """Return when an article was published, in RFC 3339."""
    return f"{article.published:%Y-%m-%dT%H:%M:%S}+00:00"


def beside(name: str) -> Path:
    """Return the folder of a site that stands beside this module."""
    return Path(__file__).parent / name


def front_matter(article: Article) -> str:
    """Return the front matter of an article in YAML, as Hugo and Eleventy read it."""
    entries = "".join(f'  - date: "{edtf}"\n    text: {text}\n' for edtf, _, text in article.timeline)
    takeaways = "".join(f"  - {text}\n" for text in article.takeaways)
    topics = "".join(f"  - {name}\n" for name in article.topics)
    return (
        f"---\ntitle: {article.headline}\ndek: {article.dek}\nbyline: {article.byline}\n"
        f'date: {instant_of(article)}\neditions:\n  - "{article.published:%Y-%m-%d}"\ntopics:\n{topics}'
        f"why: {article.why}\ntakeaways:\n{takeaways}timeline:\n{entries}---\n"
    )


def timeline_parts(entries: Iterable[dict[str, str]]) -> list[list[dict[str, str]]]:
    """Return entries with their `date` oldest first, in parts as ours are cut: the last may be twice as long."""
    ordered = sorted(entries, key=lambda entry: entry["date"])
    count = max(1, len(ordered) // PART)
    cuts = [*range(0, count * PART, PART), len(ordered)]
    return [ordered[start:end] for start, end in pairwise(cuts)]


def entries_of(article: Article) -> Iterator[dict[str, str]]:
    """Yield what a timeline of many articles shows of each entry of this one."""
    for edtf, _, text in article.timeline:
        yield {
            "date": edtf,
            "text": text,
            "headline": article.headline,
            "slug": slug_of(article),
            "stamp": f"{article.published:%Y%m%dT%H%M%SZ}",
        }


def static_files() -> Iterator[tuple[str, str]]:
    """Yield what every site has beside its pages."""
    for path in sorted((REPOSITORY / "static").iterdir()):
        yield f"static/{path.name}", path.read_text(encoding="utf-8")
    yield "static/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {BASE_URL}sitemap.xml\n"
    yield "static/_headers", "/*\n  X-Content-Type-Options: nosniff\n"
    yield "static/404.html", "<!doctype html>\n<title>Not found</title>\n<h1>Not found</h1>\n"
