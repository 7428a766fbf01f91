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
from nutgraf.settings import SETTINGS_FILE

_MEND = "correct the link or restore what it names"

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
    """Find links to files or anchors that dist/ does not have, and ids that stand twice on a page.

    A link that an editor wrote is named where it stands; one that a layout makes, once for all its pages.
    """
    pages = {file.address: _collect(file) for file in files if file.address.endswith(".html")}
    addresses = {file.address for file in files}
    owners = {address_of(briefing): briefing for briefing in site.briefings}
    base = urlsplit(site.settings.base_url).path or "/"
    made: dict[str, list[tuple[str, str]]] = {}
    for address, found in pages.items():
        owner = owners.get(address)
        yield from _duplicate_ids(owner.path if owner else f"dist/{address}", found)
        for link in dict.fromkeys(found.links):
            target, fault = _follow(link, address, base, addresses, pages)
            if fault and owner and link in owner.body:
                yield Problem(owner.path, fault, _MEND, _line_of(owner, link), rule="broken-link")
            elif fault:
                made.setdefault(target, []).append((address, fault))
    for target, ((first, fault), *others) in made.items():
        if any(item.address == target for item in site.settings.menu):
            yield Problem(SETTINGS_FILE, f"menu: {fault}", _MEND, rule="broken-link")
        elif others:
            more = f", here and on {len(others)} other page{'s' * (len(others) > 1)}"
            yield Problem(f"dist/{first}", fault + more, _MEND, rule="broken-link")
        else:
            yield Problem(owners[first].path if first in owners else f"dist/{first}", fault, _MEND, rule="broken-link")


def _duplicate_ids(path: str, found: _Found) -> Iterator[Problem]:
    for name, count in Counter(found.ids).items():
        if count > 1:
            yield Problem(path, f"the id '{name}' stands {count} times on the page", rule="duplicate-id")


def _collect(file: OutputFile) -> _Found:
    collector = _Collector()
    collector.feed(file.data.decode())
    collector.close()
    return collector.found


def _follow(link: str, page: str, base: str, addresses: set[str], pages: dict[str, _Found]) -> tuple[str, str]:
    """Return what `link` on `page` names in dist/, and what is wrong with it: '' when nothing is."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return link, ""
    path = unquote(parts.path)
    if path.startswith("/"):
        target = path.removeprefix(base) if page == "404.html" else path
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if target not in addresses:
        return target, f"the link '{link}' names no file of the site"
    if parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
        return f"{target}#{parts.fragment}", f"the link '{link}' names a part of {target} that is not there"
    return target, ""


def _line_of(owner: Briefing, text: str) -> int:
    """Return the line of a content file on which `text` stands in the body."""
    return owner.body_line + owner.body.count("\n", 0, owner.body.find(text))
