"""Two sites made of the same articles in, what the second lacks of the first out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

_KINDS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "briefing pages": r"briefings/[^/]+\.html",
        "briefings as text": r"briefings/[^/]+\.md",
        "timelines as data": r"briefings/[^/]+\.json",
        "topics": r"topics/[^/]+\.html",
        "more topic pages": r"topics/[^/]+/(page/)?\d+\.html",
        "feeds of topics": r"topics/[^/]+\.xml",
        "editions": r"editions/[^/]+\.html",
        "archive pages": r"archive(\.html|/index\.html|/(page/)?\d+(/index)?\.html)",
        "timeline pages": r"timeline(\.html|/index\.html|/\d+\.html)",
        "index": r"index\.html",
        "Atom feed": r"feed\.xml",
        "JSON feed": r"feed\.json",
        "sitemap": r"sitemap\.xml",
        "news sitemap": r"news-sitemap\.xml",
        "calendar": r"timeline\.ics",
        "digests": r"manifest\.json",
    }.items()
}
"""What a site has, by the addresses of each program."""

_EXACT = ("briefing pages", "topics", "editions", "index", "Atom feed", "sitemap")
"""Kinds whose addresses must be the same."""

_LISTS = {"more topic pages": "topics", "archive pages": "index", "timeline pages": "index"}
"""Kinds that are parts of lists, and the kind of which there is one for each list.

Other programs cut a list from its newest end, so that each may have one part more; ours keeps the last two together.
"""

_PARTS = ("headline", "takeaways", "why", "body", "timeline")


@dataclass(frozen=True, slots=True)
class Compared:
    """How another site of the same articles stands beside ours."""

    counts: Mapping[str, tuple[int, int]]
    """Of each kind, how many files ours has, and how many the other."""
    faults: tuple[str, ...]
    """What makes the two sites different work."""

    @property
    def missing(self) -> list[str]:
        """The kinds of which the other makes none."""
        return [kind for kind, (ours, others) in self.counts.items() if ours and not others]


def compare_sites(ours: Path, other: Path, slugs: Sequence[str]) -> Compared:
    """Compare two folders of output; of the briefings `slugs`, what a reader sees."""
    mine, theirs = _by_kind(ours), _by_kind(other)
    counts = {kind: (len(mine[kind]), len(theirs[kind])) for kind in _KINDS}
    faults = [*_address_faults(mine, theirs), *_count_faults(counts)]
    for slug in slugs:
        address = f"briefings/{slug}.html"
        if address in mine["briefing pages"] & theirs["briefing pages"]:
            faults += _text_faults(address, shown_in(ours / address), shown_in(other / address))
    faults += _data_faults(ours, other)
    return Compared(counts, tuple(faults))


def _by_kind(folder: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for path in folder.rglob("*"):
        address = path.relative_to(folder).as_posix()
        for kind, pattern in _KINDS.items():
            if pattern.fullmatch(address) and path.is_file():
                found[kind].add(address)
                break
    return found


def _address_faults(mine: Mapping[str, set[str]], theirs: Mapping[str, set[str]]) -> Iterator[str]:
    for kind in _EXACT:
        for word, found in (("lacks", mine[kind] - theirs[kind]), ("has besides", theirs[kind] - mine[kind])):
            if found:
                yield f"{kind}: {word} {len(found)}, such as {min(found)}"


def _count_faults(counts: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    for kind, (ours, others) in counts.items():
        more = counts[_LISTS[kind]][0] if kind in _LISTS else 0
        if others and not ours <= others <= ours + more:
            yield f"{kind}: {others} instead of {ours}"


def _text_faults(address: str, ours: Mapping[str, str], others: Mapping[str, str]) -> Iterator[str]:
    for part in _PARTS:
        if ours[part] != others[part]:
            yield f"{address}: another {part}: {others[part][:60]!r} instead of {ours[part][:60]!r}"


def _data_faults(ours: Path, other: Path) -> Iterator[str]:
    for name, read in (("feed.xml", _feed), ("sitemap.xml", _sitemap)):
        if (ours / name).is_file() and (other / name).is_file():
            wanted, found = read(ours / name), read(other / name)
            if wanted != found:
                yield f"{name}: {len(found)} briefings, {len(wanted & found)} of them those {len(wanted)} of ours"


def _feed(path: Path) -> set[str]:
    """Return the addresses of the briefings of a feed whose content is there."""
    atom = "{http://www.w3.org/2005/Atom}"
    found = set()
    for entry in ElementTree.parse(path).iter(f"{atom}entry"):  # noqa: S314 - our own benchmark made it
        if "<p>" in entry.findtext(f"{atom}content", ""):
            found |= {link.get("href", "") for link in entry.iter(f"{atom}link") if link.get("rel") == "alternate"}
    return found


def _sitemap(path: Path) -> set[str]:
    tree = ElementTree.parse(path)  # noqa: S314 - our own benchmark made it
    found = {element.text or "" for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    return {url for url in found if "/briefings/" in url}


@dataclass
class _Reader(HTMLParser):
    """Collects the words of each part of a page."""

    words: dict[str, list[str]] = field(default_factory=lambda: {part: [] for part in _PARTS})
    part: str = ""
    depth: int = 0
    """Of open elements with the part's own name, inside the part."""
    tag: str = ""
    label: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a part, or go deeper in it."""
        name = dict(attrs).get("class") or ""
        if self.part:
            self.depth += tag == self.tag
        elif tag == "h1" or (tag in ("section", "div") and name in _PARTS):
            self.part, self.tag, self.depth = "headline" if tag == "h1" else name, tag, 1
        self.label = tag == "h2" and self.part != "body"

    def handle_endtag(self, tag: str) -> None:
        """Leave a part at its end."""
        self.label = False
        self.depth -= bool(self.part) and tag == self.tag
        if self.part and not self.depth:
            self.part = ""

    def handle_data(self, data: str) -> None:
        """Keep the words of a part, but for the heading that names it."""
        if self.part and not self.label:
            self.words[self.part] += data.split()


_FURNITURE = {"timeline": ("Oldest first.", "Timeline as data (JSON)"), "takeaways": ("↓",)}
"""What a program says of a part in its own words."""


def shown_in(page: Path) -> dict[str, str]:
    """Return the words of each part of a briefing's page, with single spaces between."""
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    texts = {part: " ".join(words) for part, words in reader.words.items()}
    for part, phrases in _FURNITURE.items():
        for phrase in phrases:
            texts[part] = " ".join(texts[part].replace(phrase, "").split())
    return texts
