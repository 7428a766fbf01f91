"""A page's tree in, what its head says of its article out: JSON-LD first, then Open Graph and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nutgraf.addresses import join_web, slugify
from nutgraf.convert.matching import fold, label_key, without_suffix
from nutgraf.convert.names import split_names
from nutgraf.convert.readers.json_ld import Node, as_list, clean, find_article, text_of, types_of
from nutgraf.instants import find_instant, parse_instant
from nutgraf.models import Instant
from nutgraf.settings import is_web_address, parse_language
from nutgraf.vocabulary.copy import KICKERS
from nutgraf.vocabulary.page import NO_AUTHORS

Element = Any

_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|^\s*url:\s*(\S+)", re.MULTILINE)
_ORGANISATION = re.compile(r"Organization$|^Corporation$")
_TOPIC_WORDS = 5
_MOST_TOPICS = 12
_SEPARATOR = re.compile(r"\s*[,;|]\s*")

HEADLINES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "cxenseparse:author")
PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
)
UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "lastmod", "last-modified")
KEYWORDS = ("news_keywords", "keywords", "article:tag", "parsely-tags", "sailthru.tags")
SECTIONS = ("article:section", "parsely-section")


@dataclass(frozen=True, slots=True)
class PageData:
    """What a page says of its article beside the text."""

    headlines: tuple[str, ...] = ()
    """The best first; the first heading of the page and its title are the last."""
    deks: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    """What signs where no person does."""
    published: Instant | None = None
    updated: Instant | None = None
    topics: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    article_body: str = ""


def read_page_data(root: Element) -> PageData:
    """Read the head of a page, and the scripts with JSON-LD wherever they stand."""
    meta = _Meta(root)
    url = _url_of(root, meta)
    title = clean("".join(root.xpath("string(//title)")))
    first_headings = [clean("".join(heading.itertext())) for heading in root.iter("h1")]
    first_headings = [text for text in first_headings if not _is_tail(text, title)]
    og = [clean(meta.first(name)) for name in HEADLINES if meta.first(name)]
    scripts = [
        script.text or ""
        for script in root.iter("script")
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json"
    ]
    node = find_article(scripts, [url, meta.first("og:url")], [*first_headings, *og])
    sites = _site_names(node, meta)
    people, organisations = _authors(node, meta, sites)
    headlines = [text_of(node, "headline", "name"), *og, *first_headings[:1]]
    known = [text for text in headlines if text]
    return PageData(
        headlines=tuple(_without_site(text, sites, known) for text in [*known, title] if text),
        deks=tuple(filter(None, [text_of(node, "alternativeHeadline", "description"), *map(clean, _deks(node, meta))])),
        people=people,
        organisations=organisations,
        published=_exact([text_of(node, "datePublished", "dateCreated"), *map(meta.first, PUBLISHED)]),
        updated=_exact([text_of(node, "dateModified"), *map(meta.first, UPDATED)]),
        topics=_topics(node, meta, [*sites, *known]),
        url=url or _web_address(_address_of(node)),
        language=_language(node, root, meta),
        article_body=text_of(node, "articleBody"),
    )


def _is_tail(heading: str, title: str) -> bool:
    """Tell whether a heading is no more than the name of the site behind the page's title."""
    return not heading or (fold(title).endswith(fold(heading)) and fold(title) != fold(heading))


class _Meta:
    """The meta elements of a page by their names, and the elements with microdata."""

    def __init__(self, root: Element) -> None:
        self._values: dict[str, list[str]] = {}
        for element in root.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            value = (element.get("content") or "").strip()
            if value:
                self._values.setdefault(name.strip().lower(), []).append(value)

    def all(self, *names: str) -> list[str]:
        return [value for name in names for value in self._values.get(name, ())]

    def first(self, name: str) -> str:
        return next(iter(self._values.get(name, ())), "")


def _deks(node: Node, meta: _Meta) -> Iterator[str]:
    yield text_of(node, "description")
    for name in DESCRIPTIONS:
        yield meta.first(name)


def _url_of(root: Element, meta: _Meta) -> str:
    base = next((element.get("href") for element in root.iter("base") if element.get("href")), "")
    links = [e.get("href") or "" for e in root.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    for address in (*links[:1], meta.first("og:url")):
        if found := _web_address(join_web(meta.first("og:url") or base, address)) if address else "":
            return found
    comments = root.getroottree().xpath("/comment()|/html/comment()|/html/head/comment()")
    saved = next((match for comment in comments if (match := _SAVED_FROM.search(comment.text or ""))), None)
    return _web_address(saved[1] or saved[2]) if saved else ""


def _web_address(text: str) -> str:
    return text if is_web_address(text) else ""


def _address_of(node: Node) -> str:
    page = node.get("mainEntityOfPage")
    return text_of(node, "url") or (text_of(page, "@id", "url") if isinstance(page, dict) else str(page or ""))


def _site_names(node: Node, meta: _Meta) -> list[str]:
    publishers = [text_of(value, "name") for value in as_list(node.get("publisher")) if isinstance(value, dict)]
    names = [*publishers, *map(clean, meta.all("og:site_name", "application-name", "apple-mobile-web-app-title"))]
    return [name for name in dict.fromkeys(names) if name]


def _without_site(text: str, sites: Sequence[str], headlines: Sequence[str]) -> str:
    """Return a headline without the name of the site behind it, which is known from elsewhere on the page."""
    known = {fold(headline) for headline in headlines if headline != text}
    keys = {fold(site) for site in sites}
    for shorter in without_suffix(text):
        behind = fold(text[len(shorter) :].strip(" |–—-:»"))
        if fold(shorter) in known or behind in keys or any(behind.endswith(key) for key in keys if key):
            return shorter
    kicker, bar, rest = text.partition(" | ")
    return rest if bar and label_key(kicker) in KICKERS and fold(rest) in known else text


def _authors(node: Node, meta: _Meta, sites: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the people and the organisations that sign the article."""
    people: list[str] = []
    organisations: list[str] = []
    own = {fold(site) for site in sites}
    for author in as_list(node.get("author")) or as_list(node.get("creator")):
        is_node = isinstance(author, dict)
        is_organisation = is_node and any(_ORGANISATION.search(name) for name in types_of(author))
        for name in _names_in(text_of(author, "name") if is_node else author):
            (organisations if is_organisation or fold(name) in own else people).append(name)
    for name in [] if people else [name for value in meta.all(*AUTHORS) for name in _names_in(value)]:
        (organisations if fold(name) in own else people).append(name)
    return tuple(dict.fromkeys(people)), tuple(dict.fromkeys(organisations))


def _names_in(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return the names in the text of an author: its `By`, roles and addresses cut."""
    text = re.sub(r"^(?:by|von|par|por)\s+", "", clean(value) if isinstance(value, str) else "", flags=re.IGNORECASE)
    if not text or "://" in text or "@" in text or text.casefold() in NO_AUTHORS or text.startswith(("/", "www.")):
        return ()
    if text.islower() and " " not in text:
        return ()  # an account
    return split_names(text) or ((text,) if len(text.split()) <= 6 else ())


def _exact(values: Sequence[str]) -> Instant | None:
    """Return the first date that can be read; the time of that day from another, when it has none itself."""
    found = [instant for value in values if value and (instant := _instant(clean(value)))]
    return next((other for other in found if other.day == found[0].day and other.time), found[0]) if found else None


def _instant(text: str) -> Instant | None:
    try:
        return parse_instant(text)
    except ValueError:
        hit = find_instant(text)
        return hit[0] if hit else None


def _topics(node: Node, meta: _Meta, no_topics: Sequence[str]) -> tuple[str, ...]:
    """Return what the article is about: keywords and subjects, else its section."""
    about = [text_of(value, "name") if isinstance(value, dict) else value for value in as_list(node.get("about"))]
    values = [*as_list(node.get("keywords")), *about]
    taken = _names(values) or _names(meta.all(*KEYWORDS)) or _names([*as_list(node.get("articleSection"))])
    taken = taken or _names(meta.all(*SECTIONS))
    known = {slugify(text) for text in no_topics}
    by_slug: dict[str, str] = {}
    for name in taken:
        if slugify(name) and slugify(name) not in known:
            by_slug.setdefault(slugify(name), name)
    return tuple(by_slug.values())[:_MOST_TOPICS]


def _names(values: Sequence[Any]) -> list[str]:
    texts = [text_of(value, "name") if isinstance(value, dict) else value for value in values]
    parts = [part for text in texts if isinstance(text, str) for part in _SEPARATOR.split(clean(text))]
    return [
        part for part in parts if part and len(part.split()) <= _TOPIC_WORDS and not re.search(r"^\w+:\S|_|/", part)
    ]


def _language(node: Mapping[str, Any], root: Element, meta: _Meta) -> str:
    language = node.get("inLanguage")
    given = text_of(language, "alternateName", "name") if isinstance(language, dict) else text_of(node, "inLanguage")
    html = root.getroottree().getroot()
    for tag in (given, html.get("lang") or "", meta.first("og:locale"), meta.first("content-language")):
        try:
            if tag:
                return parse_language(tag.strip().replace("_", "-"))
        except ValueError:
            continue  # `English` is no tag
    return ""
