"""Links that lead nowhere inside the site, and ids that stand twice: the pages of a Site in, Problems out."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from nutgraf.addresses import address_of
from nutgraf.models import Briefing, OutputFile, Site
from nutgraf.problems import Problem

_LINKS = {
    "a": "href",
    "link": "href",
    "img": "src",
    "source": "src",
    "script": "src",
    "video": "src",
    "audio": "src",
}


@dataclass(slots=True)
class _Found:
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


class _Collector(HTMLParser):
    """Collects the links and ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found = _Found()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag's id and link."""
        values = dict(attrs)
        if values.get("id"):
            self.found.ids.append(values["id"] or "")
        if values.get("rel") in ("canonical", "alternate") and "://" in (values.get("href") or ""):
            return
        if (link := values.get(_LINKS.get(tag, ""))) is not None:
            self.found.links.append(link)


def check_links(site: Site, files: Sequence[OutputFile]) -> Iterator[Problem]:
    """Find links to files or anchors that dist/ does not have, and ids that stand twice on a page."""
    pages = {file.address: _collect(file) for file in files if file.address.endswith(".html")}
    addresses = {file.address for file in files}
    owners = {address_of(briefing): briefing for briefing in site.briefings}
    base = urlsplit(site.settings.base_url).path or "/"
    for address, found in pages.items():
        owner = owners.get(address)
        for name, count in Counter(found.ids).items():
            if count > 1:
                message = f"the id '{name}' stands {count} times on the page"
                yield Problem(owner.path if owner else f"dist/{address}", message, rule="duplicate-id")
        for link in dict.fromkeys(found.links):
            fault = _fault(link, address, base, addresses, pages)
            if fault:
                path, line = _place(owner, address, link)
                yield Problem(path, fault, "correct the link or restore what it names", line, rule="broken-link")


def _collect(file: OutputFile) -> _Found:
    collector = _Collector()
    collector.feed(file.data.decode())
    collector.close()
    return collector.found


def _fault(link: str, page: str, base: str, addresses: set[str], pages: dict[str, _Found]) -> str:
    """Return what is wrong with `link` on `page`; '' when it leads out of the site or to something there."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    path = unquote(parts.path)
    if path.startswith("/"):
        target = path.removeprefix(base) if page == "404.html" else path
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if target not in addresses:
        return f"the link '{link}' names no file of the site"
    if parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
        return f"the link '{link}' names a part of {target} that is not there"
    return ""


def _place(owner: Briefing | None, address: str, text: str) -> tuple[str, int]:
    """Return the content file and line where `text` stands in a briefing's body; else the page itself."""
    if owner is None:
        return f"dist/{address}", 0
    at = owner.body.find(text)
    return owner.path, owner.body_line + owner.body.count("\n", 0, at) if at >= 0 else 0
