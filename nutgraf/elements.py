"""A page in, what it holds that checks ask for out: its links, ids, headings and silent pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

_LINKS = {
    "a": "href",
    "link": "href",
    "img": "src",
    "source": "src",
    "script": "src",
    "video": "src",
    "audio": "src",
}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class Elements:
    """What a page holds that checks ask for."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    """Their levels, in order."""
    silent_images: list[str] = field(default_factory=list)
    """The addresses of pictures without a word of text."""

    def add(self, tag: str, values: Mapping[str, str | None]) -> None:
        """Keep what a tag with these attributes says."""
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if tag in _HEADINGS:
            self.headings.append(int(tag[1]))
        if tag == "img" and not (values.get("alt") or "").strip():
            self.silent_images.append(values.get("src") or "")
        if values.get("rel") in ("canonical", "alternate") and "://" in (values.get("href") or ""):
            return
        if (link := values.get(_LINKS.get(tag, ""))) is not None:
            self.links.append(link)


class _Collector(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.elements = Elements()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag says."""
        self.elements.add(tag, dict(attrs))


_PIECE = re.compile(r"</\w+>|<([^/>][^>]*)>")
_ATTRIBUTE = r'\s+[a-zA-Z][\w:-]*(?:="[^"]*")?'
_TAG = re.compile(rf"([a-z][a-z0-9]*)((?:{_ATTRIBUTE})*)\s*/?")
_NAME_AND_VALUE = re.compile(r'([a-zA-Z][\w:-]*)(?:="([^"]*)")?')
_TOLD = _HEADINGS | _LINKS.keys()
_SCRIPT = re.compile(r"<(?:script|style)[^>]*>[^<]*</(?:script|style)>")
"""What is no page within a page, as long as no tag stands in it."""
_DOCTYPE = "!doctype html"
_DOUBTFUL = ("='", "= ", " =", "\t", "\n", "\r", "\f")
"""Signs in a tag that it takes more than a look to read."""
_NOTHING = Elements()


def elements_of(page: str) -> Elements:
    """Return the elements of a page: by its tags where they are as our layouts write them, else by the library."""
    tags = _PIECE.findall(page)  # '' for the end of an element
    scripts = page.count("<script") + page.count("<style")
    is_plain = page.count("<") == len(tags) and scripts == len(_SCRIPT.findall(page))
    read = [found for tag in filter(None, tags) if (found := _read_tag(tag)) is not _NOTHING] if is_plain else [None]
    if None in read:
        collector = _Collector()
        collector.feed(page)
        collector.close()
        return collector.elements
    elements = Elements()
    for found in filter(None, read):
        elements.links += found.links
        elements.ids += found.ids
        elements.headings += found.headings
        elements.silent_images += found.silent_images
    return elements


@lru_cache(maxsize=8192)  # the pages of a site share most of their tags
def _read_tag(text: str) -> Elements | None:
    """Return what one tag, without its brackets, says; None when it is written otherwise than our layouts do."""
    if text == _DOCTYPE or _is_silent(text):
        return _NOTHING
    tag = _TAG.fullmatch(text)
    if tag is None:
        return None
    found = Elements()
    found.add(tag[1], {name.lower(): unescape(value) for name, value in _NAME_AND_VALUE.findall(tag[2])})
    return found


def _is_silent(text: str) -> bool:
    """Tell whether a tag surely ends where it seems to, and says nothing that is asked for."""
    plain = text.lower()
    name = plain.partition(" ")[0]
    is_whole = text.count('"') == 2 * text.count('="') and not any(sign in text for sign in _DOUBTFUL)
    return is_whole and name.isalnum() and name == text[: len(name)] and name not in _TOLD and "id=" not in plain
