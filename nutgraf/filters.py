"""What layouts may call on values: pure functions from a value to words, attributes and HTML."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache, partial
from html import unescape
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from markupsafe import Markup, escape

from nutgraf.edtf import html_datetime, precision, sort_key
from nutgraf.instants import moment_of
from nutgraf.joining import find_disputes
from nutgraf.markdown import render_markdown
from nutgraf.models import Briefing, Entry, Instant, Settings
from nutgraf.vocabulary.languages import speaks
from nutgraf.wording import day_words, edtf_words, moment_words, say, when_words
from nutgraf.zones import zone_of

_WORDS_A_MINUTE = 230  # silent reading of English prose, Brysbaert 2019: 238 for non-fiction

_IDEOGRAPH = re.compile("[\u3040-\u9fff\uac00-\ud7af]")

_RTL_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"})
_RTL_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

_NAMESPACE = uuid.UUID("6f0c7a0e-5d0b-5c53-9f5e-6e75746772af")  # of our Atom ids; any fixed value will do


def filters_for(settings: Settings) -> Mapping[str, Callable[..., Any]]:
    """Return the filters by the name that layouts use; those that make words speak the site's language."""
    speech = settings.language
    return {
        "instant_words": partial(instant_words, zone=settings.time_zone, language=speech),
        "html_instant": partial(html_instant, zone=settings.time_zone),
        "day_words": partial(day_words, language=speech),
        "edtf_words": partial(edtf_words, language=speech),
        "html_datetime": html_datetime,
        "precision": precision,
        "chronological": chronological,
        "when_words": partial(when_words, language=speech),
        "markdown": markdown,
        "minutes": minutes,
        "direction": direction,
        "is_disputed": lambda joined: bool(find_disputes(joined)),
        "atom_instant": lambda briefing: atom_instant(last_change(briefing)),
        "atom_id": atom_id,
        "news_language": news_language,
    }


def speech_of(settings: Settings) -> Mapping[str, Any]:
    """Return what lets layouts speak: `say`, which gives words by their key, and `speech`, the tag of their language.

    It is the site's language where pages can speak it, and English elsewhere. `language_attributes` is what
    partials/language.html hands on: pages ask for it so often that it is no macro.
    """
    return {
        "language_attributes": tongue,
        "say": partial(say, language=settings.language),
        "speech": settings.language if speaks(settings.language) else "en",
    }


def markdown(text: str, top: int = 2, marks: Mapping[int, str] = MappingProxyType({})) -> Markup:
    """Return Markdown as HTML whose headings start at level `top`, with ids at the sentences of `marks`."""
    return Markup(render_markdown(text, top, marks))  # noqa: S704 - raw HTML is off in the parser


def markdown_on(text: str, link: Callable[[str], str]) -> Markup:
    """Return Markdown as HTML whose links, addresses in dist/, are those that `link` gives for them."""
    html = re.sub(r'( (?:href|src)=")([^"]*)', lambda m: m[1] + str(escape(link(unescape(m[2])))), markdown(text))
    return Markup(html)  # noqa: S704 - as it was, with links escaped


@lru_cache(maxsize=65536)  # on the page of a briefing, and in each list that it stands in
def instant_words(instant: Instant, zone: str = "", language: str = "en") -> str:
    """Return an instant as `14 May 2026, 06:30 UTC+1`, in the IANA `zone` or else in its own offset."""
    moment = _in_zone(instant, zone)
    if moment is None:
        return day_words(instant.day, language)
    name = (moment.tzname() or "") if zone else _offset_words(moment)
    if re.match(r"[+-]\d", name):
        name = _offset_words(moment)
    return moment_words(moment.date(), f"{moment:%H:%M}", name, language)


def html_instant(instant: Instant, zone: str = "") -> str:
    """Return the value of a `datetime` attribute: the instant as its words show it."""
    if not zone:
        return str(instant)
    moment = _in_zone(instant, zone)
    return str(Instant(moment.date(), moment) if moment else instant)


def _in_zone(instant: Instant, zone: str) -> datetime | None:
    if instant.time is None or not zone:
        return instant.time
    try:
        return instant.time.astimezone(zone_of(zone))
    except OverflowError:  # the first and last day of the calendar have no day beside them
        return instant.time


def _offset_words(moment: datetime) -> str:
    offset = moment.utcoffset() or timedelta(0)
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{'-' if offset < timedelta(0) else '+'}{hours}" + (f":{minutes:02}" if minutes else "")


def chronological(entries: Sequence[Entry]) -> list[Entry]:
    """Return `entries` oldest first, those of one date in their order, the undated last."""
    return sorted(entries, key=lambda entry: sort_key(entry.date))


def minutes(briefing: Briefing) -> int:
    """Return how many minutes it takes to read `briefing`, at least 1."""
    text = " ".join([briefing.body, briefing.why_it_matters, *briefing.takeaways])
    ideographs = 0 if text.isascii() else len(_IDEOGRAPH.findall(text))
    return max(1, round((len(text.split()) + ideographs / 2) / _WORDS_A_MINUTE))


def direction(language: str) -> str:
    """Return the direction in which `language` is written."""
    tongue, *parts = language.lower().split("-")
    script = next((part for part in parts if len(part) == 4 and part.isalpha()), "")
    return "rtl" if (script in _RTL_SCRIPTS if script else tongue in _RTL_LANGUAGES) else "ltr"


@lru_cache(maxsize=1024)
def tongue(inner: str, outer: str, turn: bool = True) -> Markup:
    """Return the attributes of an element in another language than the one around it; '' when they agree.

    `turn` is false where the element has its own `dir`.
    """
    if not inner or inner == outer or inner.split("-")[0] == outer or inner == outer.split("-")[0]:
        return Markup()
    return Markup(' lang="{}"').format(inner) + (Markup(' dir="{}"').format(direction(inner)) if turn else "")


def last_change(briefing: Briefing) -> Instant:
    """Return when a reader of feeds should look again: the latest of its dates; without any, the epoch of Unix."""
    added = Instant(briefing.added) if briefing.added else None
    corrected = [Instant(correction.day) for correction in briefing.corrections if correction.day]
    known = [i for i in (briefing.published, briefing.updated, *corrected) if i] or ([added] if added else [])
    return max(known, key=moment_of, default=Instant(date(1970, 1, 1)))


def atom_instant(instant: Instant) -> str:
    """Return RFC 3339 text; a day without a time is its beginning in UTC, which the format demands."""
    return moment_of(instant).isoformat().replace("+00:00", "Z") if instant.time is None else instant.time.isoformat()


def atom_id(briefing: Briefing) -> str:
    """Return an id that stays when the headline, the slug or the site's address changes: it is the content file's."""
    return f"urn:uuid:{id_of(briefing)}"


def id_of(briefing: Briefing) -> uuid.UUID:
    """Return the same id as a value, from which those of its parts are made."""
    return _id_at(briefing.path)


@lru_cache(maxsize=65536)  # a briefing's page, feeds and data all say it
def _id_at(path: str) -> uuid.UUID:
    return uuid.uuid5(_NAMESPACE, str(PurePosixPath(path).with_suffix("")))


def id_below(base: uuid.UUID, name: str) -> str:
    """Return the id of a part of what has the id `base`: as uuid.uuid5 does, in a third of its time."""
    digits = hashlib.sha1(base.bytes + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def feed_id(settings: Settings, part: str = "") -> str:
    """Return the id of the site's feed, or of that of a part of it: they stay when the site moves."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, f'site {settings.title} {part}'.strip())}"


def news_language(tag: str) -> str:
    """Return a language as news sitemaps name it: by ISO 639, but for the two ways of writing Chinese."""
    tongue, *parts = tag.lower().split("-")
    if tongue != "zh":
        return tongue
    return "zh-tw" if {"hant", "tw", "hk", "mo"} & set(parts) else "zh-cn"
