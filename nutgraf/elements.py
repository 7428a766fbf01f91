"""A page in, what it holds that checks ask for out: its links, ids, headings and silent pictures."""

from __future__ import annotations

import re
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


class _Collector(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.elements = Elements()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag says."""
        values = dict(attrs)
        if values.get("id"):
            self.elements.ids.append(values["id"] or "")
        if tag in _HEADINGS:
            self.elements.headings.append(int(tag[1]))
        if tag == "img" and not (values.get("alt") or "").strip():
            self.elements.silent_images.append(values.get("src") or "")
        if values.get("rel") in ("canonical", "alternate") and "://" in (values.get("href") or ""):
            return
        if (link := values.get(_LINKS.get(tag, ""))) is not None:
            self.elements.links.append(link)


_ATTRIBUTE = r'\s+[a-zA-Z][\w:-]*(?:="[^"]*")?'
_TAG = re.compile(rf"<([a-z][a-z0-9]*)((?:{_ATTRIBUTE})*)\s*/?>")
_NAME_AND_VALUE = re.compile(r'([a-zA-Z][\w:-]*)(?:="([^"]*)")?')
_TOLD = _HEADINGS | _LINKS.keys()
_DATA_BLOCK = '<script type="application/ld+json">'


def elements_of(page: bytes) -> Elements:
    """Return the elements of a page: by its tags where they are as our layouts write them, else by the library."""
    text = page.decode()
    tags = _TAG.findall(text)
    is_odd = "<!--" in text or text.count("<script") != text.count(_DATA_BLOCK)
    if is_odd or text.count("<") != len(tags) + text.count("</") + text.count("<!"):
        collector = _Collector()
        collector.feed(text)
        collector.close()
        return collector.elements
    elements = Elements()
    for tag, attributes in tags:
        if tag in _TOLD or " id=" in attributes:
            found = _read_tag(tag, attributes)
            elements.links += found.links
            elements.ids += found.ids
            elements.headings += found.headings
            elements.silent_images += found.silent_images
    return elements


@lru_cache(maxsize=4096)  # the pages of a site share most of their tags
def _read_tag(tag: str, attributes: str) -> Elements:
    """Return what one tag says."""
    collector = _Collector()
    values = {name: unescape(value) for name, value in _NAME_AND_VALUE.findall(attributes)}
    collector.handle_starttag(tag, list(values.items()))
    return collector.elements
