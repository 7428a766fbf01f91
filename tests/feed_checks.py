"""The feeds, sitemaps and robots.txt of a dist/ -> one line for each thing that is wrong with them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from dist_checks import Tree, link_fault, page_links, parse, sends_on
from lxml import etree, html

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
GRAMMAR = etree.RelaxNG(file=str(Path(__file__).with_name("atom.rng")))
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def read_instant(text: str) -> datetime | None:
    """Return an RFC 3339 instant, or None when the text is none."""
    try:
        return datetime.fromisoformat(text) if RFC3339.fullmatch(text) else None
    except ValueError:
        return None


def check_atom(tree: Tree, base_url: str, address: str = "feed.xml") -> list[str]:
    """The feed is valid Atom, its ids are absolute and unique, its links exist, and its dates agree."""
    try:
        feed = etree.fromstring(tree[address])
    except (KeyError, etree.XMLSyntaxError) as error:
        return [f"{address}: {error!r}"]
    GRAMMAR.validate(feed)
    found = [f"line {entry.line}: {entry.message}" for entry in GRAMMAR.error_log]
    found += [*identity_faults(feed), *date_faults(feed), *address_faults(feed, tree, base_url, address)]
    for entry in feed.iter(ATOM + "entry"):
        if entry.find(ATOM + "author") is None and feed.find(ATOM + "author") is None:
            found.append(f"entry {entry.findtext(ATOM + 'id')} has no author")
    return [f"{address}: {fault}" for fault in found]


def identity_faults(feed: etree._Element) -> Iterator[str]:
    """Yield the ids that are not absolute, or not the only one of their kind."""
    ids = [element.text or "" for element in feed.iter(ATOM + "id")]
    yield from (f"id {name} stands {count} times" for name, count in Counter(ids).items() if count > 1)
    yield from (f"id {name!r} is not absolute" for name in ids if not urlsplit(name).scheme)


def date_faults(feed: etree._Element) -> Iterator[str]:
    """Yield the dates that are no RFC 3339 instant, and a feed that is older than its newest entry."""
    texts = [element.text or "" for element in feed.iter(ATOM + "updated", ATOM + "published")]
    yield from (f"{text!r} is no RFC 3339 date" for text in texts if read_instant(text) is None)
    instants = [read_instant(element.text or "") for element in feed.iter(ATOM + "updated")]
    if all(instants) and instants[:1] != [max(filter(None, instants), default=None)]:
        yield "updated is not that of the newest entry"


def address_faults(feed: etree._Element, tree: Tree, base_url: str, address: str) -> Iterator[str]:
    """Yield the links that are not absolute or name no file, also those inside HTML content."""
    links = [(link.get("rel", "alternate"), link.get("href", "")) for link in feed.iter(ATOM + "link")]
    if ("self", base_url + quote(address)) not in links:
        yield "no link to itself"
    urls = [url for _, url in links]
    for text in feed.iter(ATOM + "content", ATOM + "summary"):
        if text.get("type") == "html" and (text.text or "").strip():
            urls += [urljoin(text.base or "", url) for url in page_links(html.document_fromstring(text.text or ""))]
    for url in urls:
        if not urlsplit(url).scheme:
            yield f"{url} is not absolute"
        elif fault := link_fault(tree, "index.html", url, base_url):
            yield fault
    for entry in feed.iter(ATOM + "entry"):
        rels = {link.get("rel", "alternate") for link in entry.iter(ATOM + "link")}
        if "alternate" not in rels:
            yield f"entry {entry.findtext(ATOM + 'id')} has no link to its page"


def is_listed(address: str, tree: Tree) -> bool:
    """Tell whether search engines are to know of a file."""
    return address.endswith(".html") and address != "404.html" and not sends_on(parse(tree[address]))


def check_sitemap(tree: Tree, base_url: str) -> list[str]:
    """The sitemap names every page but 404.html and old addresses once, by its absolute URL; days are days."""
    try:
        root = etree.fromstring(tree["sitemap.xml"])
    except (KeyError, etree.XMLSyntaxError) as error:
        return [f"sitemap.xml: {error!r}"]
    found = [] if root.tag == SITEMAP + "urlset" else [f"the root is {root.tag}"]
    named = Counter(url.findtext(SITEMAP + "loc") or "" for url in root)
    wanted = {base_url + quote(name) for name in tree if is_listed(name, tree)}
    found += [f"{url} stands {count} times" for url, count in named.items() if count > 1]
    found += [f"{url} is no page of the site" for url in named if url not in wanted]
    found += [f"{url} is missing" for url in sorted(wanted - named.keys())]
    for element in root.iter(SITEMAP + "lastmod"):
        text = element.text or ""
        if read_instant(text if "T" in text else f"{text}T00:00:00Z") is None:
            found.append(f"lastmod {text!r} is no day or instant")
    return [f"sitemap.xml: {fault}" for fault in found]


def check_robots(tree: Tree, base_url: str) -> list[str]:
    """robots.txt is UTF-8, speaks to everyone, and names the sitemap by its absolute URL."""
    text = tree.get("robots.txt", b"").decode()
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    fields = [tuple(part.strip() for part in line.split(":", 1)) for line in lines if line]
    found = [f"{field[0]!r} is no line of robots.txt" for field in fields if len(field) != 2]
    if ("user-agent", "*") not in [(field[0].lower(), field[-1]) for field in fields]:
        found.append("no 'User-agent: *'")
    sitemaps = [field[1] for field in fields if field[0].lower() == "sitemap"]
    if base_url + "sitemap.xml" not in sitemaps:
        found.append(f"the sitemap is {sitemaps}")
    return [f"robots.txt: {fault}" for fault in found]


TEXTS = {"id", "url", "external_url", "title", "summary", "content_html", "date_published", "date_modified", "language"}


def check_json_feed(tree: Tree, base_url: str) -> list[str]:
    """feed.json keeps the rules of JSON Feed 1.1, and its items are those of feed.xml with the same ids."""
    feed = json.loads(tree["feed.json"])
    found = [] if feed.get("version") == "https://jsonfeed.org/version/1.1" else ["no version"]
    found += [f"{name} is missing" for name in ("title", "home_page_url", "feed_url") if not feed.get(name)]
    found += ["feed_url is not its own"] * (feed.get("feed_url") != base_url + "feed.json")
    found += [f"{name} is unknown" for name in feed.keys() - TOP]
    for item in feed["items"]:
        found += [f"{name} of an item is unknown" for name in item.keys() - TEXTS - {"authors", "tags"}]
        found += [f"{name} of an item is no text" for name in TEXTS & item.keys() if not isinstance(item[name], str)]
        found += [f"an item has no {name}" for name in ("id", "url", "title", "content_html") if not item.get(name)]
        dates = [item[name] for name in ("date_published", "date_modified") if name in item]
        found += [f"{text!r} is no RFC 3339 date" for text in dates if read_instant(text) is None]
        found += [fault for fault in [link_fault(tree, "index.html", item["url"], base_url)] if fault]
        found += ["an author has no name" for author in item.get("authors", []) if not author.get("name")]
    atom = [entry.findtext(ATOM + "id") for entry in etree.fromstring(tree["feed.xml"]).iter(ATOM + "entry")]
    if atom != [item["id"] for item in feed["items"]]:
        found.append("its items are not those of feed.xml")
    return [f"feed.json: {fault}" for fault in found]


TOP = {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"}
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def check_news_sitemap(tree: Tree, base_url: str) -> list[str]:
    """Each of the news has its address, publication, language, date and title; it is of two days and at most 1,000."""
    root = etree.fromstring(tree["news-sitemap.xml"])
    found = [f"{len(root)} addresses"] * (not 0 < len(root) <= 1000)
    dates = []
    for url in root:
        values = {
            name: url.findtext(f".//{NEWS}{name}") or "" for name in ("name", "language", "publication_date", "title")
        }
        found += [f"an address has no {name}" for name, value in values.items() if not value.strip()]
        found += [f"{values['language']} is no language"] * (
            not re.fullmatch("[a-z]{2,3}|zh-(cn|tw)", values["language"])
        )
        fault = link_fault(tree, "index.html", url.findtext(SITEMAP + "loc") or "", base_url)
        found += [fault] if fault else []
        dates.append(datetime.fromisoformat(values["publication_date"]))
    days = [date.date() for date in dates]
    if days and (max(days) - min(days)).days > 2:
        found.append("it is of more than two days")
    return [f"news-sitemap.xml: {fault}" for fault in found]
