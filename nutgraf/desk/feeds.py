"""What feed readers and search engines ask of the feed and the sitemap: Proof in, Problems out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from nutgraf.desk.proof import Proof
from nutgraf.problems import Problem
from nutgraf.rules import RULES

_ATOM = "{http://www.w3.org/2005/Atom}"
_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_MOST = 50_000  # addresses in a sitemap, sitemaps.org


def check_feeds(proof: Proof) -> Iterator[Problem]:
    """Find what is broken in feed.xml and sitemap.xml: a user's layout may have made them."""
    for file in proof.files:
        if file.address not in ("feed.xml", "sitemap.xml"):
            continue
        rule = RULES[file.address.removesuffix(".xml")]
        try:
            tree = ElementTree.fromstring(file.data)  # noqa: S314 - made by our own layouts, not by others
        except ElementTree.ParseError as error:
            yield rule.finding(f"dist/{file.address}", f"is not well-formed: {error}")
            continue
        faults = _feed_faults(tree) if rule.id == "feed" else _sitemap_faults(tree, proof.site.settings.base_url)
        for fault in faults:
            yield rule.finding(f"dist/{file.address}", fault)


def _feed_faults(feed: ElementTree.Element) -> Iterator[str]:
    for name in ("id", "title", "updated"):
        for part in (feed, *feed.iter(f"{_ATOM}entry")):
            if not (part.findtext(f"{_ATOM}{name}") or "").strip():
                yield f"{'an entry' if part is not feed else 'the feed'} has no {name}"
    ids = Counter(entry.findtext(f"{_ATOM}id") for entry in feed.iter(f"{_ATOM}entry"))
    yield from (f"{count} entries have the id {name}" for name, count in ids.items() if name and count > 1)


def _sitemap_faults(sitemap: ElementTree.Element, base_url: str) -> Iterator[str]:
    addresses = [(loc.text or "").strip() for loc in sitemap.iter(_LOC)]
    if len(addresses) > _MOST:
        yield f"lists {len(addresses)} addresses; search engines read {_MOST}"
    yield from (f"{a or 'an empty address'} is not below {base_url}" for a in addresses if not a.startswith(base_url))
    yield from (f"{a} is listed {count} times" for a, count in Counter(addresses).items() if count > 1)
