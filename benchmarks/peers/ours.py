"""Articles in, our own site out, in one of two profiles."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from benchmarks.corpus import Article, as_briefing, as_seed
from benchmarks.peers.program import BASE_URL, REPOSITORY, TITLE, Command, Program

PROFILES = {"same": "evidence: false\n", "full": "evidence: true\n"}
"""What peers do; everything but social cards and search."""


def source(article: Article) -> str:
    """Return the path of the content file of an article."""
    return f"content/briefings/{article.name}.md"


def frame_files(profile: str) -> Iterator[tuple[str, str]]:
    """Yield the settings, layouts and static files of a site."""
    yield "content/site.yaml", f"title: {TITLE}\nbase_url: {BASE_URL}\n{PROFILES[profile]}"
    for folder in ("layouts", "static"):
        for path in sorted((REPOSITORY / folder).rglob("*")):
            if path.is_file():
                yield str(path.relative_to(REPOSITORY)), path.read_text(encoding="utf-8")


def seed_files(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    """Yield each article as plain copy."""
    for article in articles:
        yield f"seeds/{article.name}.txt", as_seed(article)


def program(profile: str, jobs: int | None = None) -> Program:
    """Return our own program, which every other one is measured against."""

    def files(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
        yield from frame_files(profile)
        for article in articles:
            yield source(article), as_briefing(article)

    return Program(
        name="nutgraf",
        install="",
        find=lambda: command,
        version=("--version",),
        build=("build", "-q", "--root", ".", *(("--jobs", str(jobs)) if jobs else ())),
        site=None,
        files=files,
        source=source,
        layout="layouts/base.html",
        out="dist",
        kept=".nutgraf",
    )


command: Command = (sys.executable, str(REPOSITORY / "build.py"))
