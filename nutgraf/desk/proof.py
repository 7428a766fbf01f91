"""What the desk reads: the site, its files, and the pages among them taken apart once for all checks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import unescape
from html.parser import HTMLParser

from nutgraf.addresses import address_of
from nutgraf.models import Briefing, OutputFile, Place, Site

_LINKS = {
    "a": "href",
    "link": "href",
    "img": "src",
    "source": "src",
    "script": "src",
    "video": "src",
    "audio": "src",
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class Parts:
    """What a page holds that checks ask for."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    """Their levels, in order."""
    silent_images: list[str] = field(default_factory=list)
    """The addresses of pictures without a word of text."""


@dataclass(frozen=True)  # without slots, so that pages are taken apart once
class Proof:
    """A site before it is written."""

    site: Site
    files: tuple[OutputFile, ...]
    drafts: tuple[Briefing, ...] = ()
    """Those that the site does not show."""
    earlier: Mapping[str, Briefing] = field(default_factory=dict)
    """Briefings as they were first published, by path; those that nobody knows of are left out."""
    as_of: date | None = None
    """The day on which the site is checked; None: nothing is too old or too early."""

    @cached_property
    def pages(self) -> Mapping[str, Parts]:
        """The parts of each page by its address."""
        return {file.address: _parts_of(file) for file in self.files if file.address.endswith(".html")}

    @cached_property
    def owners(self) -> Mapping[str, Briefing]:
        """The briefings by the address of their page."""
        return {address_of(briefing): briefing for briefing in self.site.briefings}

    def path_of(self, address: str) -> str:
        """Return the path of the file at fault for a page: its content file, or the page when a layout made it."""
        return self.owners[address].path if address in self.owners else f"dist/{address}"

    def line_of(self, address: str, text: str) -> int:
        """Return the line of the page's content file on which `text` stands in the body; 0 when it does not."""
        owner = self.owners.get(address)
        at = owner.body.find(text) if owner else -1
        return owner.body_line + owner.body.count("\n", 0, at) if owner and at >= 0 else 0


def place_at(places: Sequence[Place], index: int) -> Place:
    """Return the place of one of several parts; of none when the briefing was not read from a file."""
    return places[index] if index < len(places) else (0, 0)


class _Collector(HTMLParser):
    """Collects the parts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = Parts()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag says."""
        values = dict(attrs)
        if values.get("id"):
            self.parts.ids.append(values["id"] or "")
        if tag in _HEADINGS:
            self.parts.headings.append(int(tag[1]))
        if tag == "img" and not (values.get("alt") or "").strip():
            self.parts.silent_images.append(values.get("src") or "")
        if values.get("rel") in ("canonical", "alternate") and "://" in (values.get("href") or ""):
            return
        if (link := values.get(_LINKS.get(tag, ""))) is not None:
            self.parts.links.append(link)


_ATTRIBUTE = r'\s+[a-zA-Z][\w:-]*(?:="[^"]*")?'
_TAG = re.compile(rf"<([a-z][a-z0-9]*)((?:{_ATTRIBUTE})*)\s*/?>")
_NAME_AND_VALUE = re.compile(r'([a-zA-Z][\w:-]*)(?:="([^"]*)")?')
_ASKED_FOR = {*_LINKS, *_HEADINGS}


def _parts_of(file: OutputFile) -> Parts:
    """Take a page apart: by its tags where they are as our layouts write them, else with the library's parser."""
    text = file.data.decode()
    collector = _Collector()
    tags = list(_TAG.finditer(text))
    if "<!--" in text or "<script" in text or text.count("<") != len(tags) + text.count("</") + text.count("<!"):
        collector.feed(text)
        collector.close()
        return collector.parts
    for match in tags:
        tag, attributes = match[1], match[2]
        if attributes and (tag in _ASKED_FOR or " id=" in attributes):
            values = {name: unescape(value) for name, value in _NAME_AND_VALUE.findall(attributes)}
            collector.handle_starttag(tag, list(values.items()))
        elif tag in _HEADINGS:
            collector.handle_starttag(tag, [])
    return collector.parts
