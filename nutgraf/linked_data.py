"""A Briefing and Settings in; what its page says out, as schema.org's NewsArticle (JSON-LD) for machines that read it.

Nothing that the visible page does not say is in it, and nothing is there empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from nutgraf.addresses import absolute, address_of
from nutgraf.cards import CARD_SIZE
from nutgraf.filters import html_instant, last_change
from nutgraf.models import Briefing, Correction, Entry, Settings
from nutgraf.spans import is_certain, plain_span
from nutgraf.vocabulary.copy import AGENCIES, NAMED_DESK_ENDINGS

_WEB = ("https://", "http://")


def news_article(briefing: Briefing, settings: Settings, topics: Iterable[str], card: str = "") -> dict[str, Any]:
    """Return the JSON-LD of a briefing's page; `topics` are their names as that page shows them.

    `card` is the address in dist/ of its picture, if it has one.
    """
    address = absolute(address_of(briefing), settings.base_url)
    said = {
        "headline": briefing.headline,
        "description": briefing.dek,
        "abstract": "\n".join(briefing.takeaways),
        "inLanguage": briefing.language or settings.language,
        "image": _image(card, settings),
        "url": address,
        "mainEntityOfPage": address,
        **_dates(briefing, settings.time_zone),
        "author": [_author(name, settings) for name in briefing.byline],
        "publisher": _publisher(settings),
        "dateline": briefing.dateline,
        "temporalCoverage": temporal_coverage(briefing.timeline),
        "isBasedOn": briefing.source.url if briefing.source.url.startswith(_WEB) else "",
        "correction": [_correction(correction) for correction in briefing.corrections],
        "keywords": list(dict.fromkeys(topics)),
    }
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | _without_empty(said)


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _dates(briefing: Briefing, zone: str) -> dict[str, str]:
    """Return when it was published and, only when that is later, last updated or corrected; never when it was added."""
    published = briefing.published
    dates = {"datePublished": html_instant(published, zone)} if published else {}
    changed = last_change(briefing) if briefing.updated or briefing.corrections else published
    return dates | ({"dateModified": html_instant(changed, zone)} if changed and changed != published else {})


def _author(name: str, settings: Settings) -> dict[str, str]:
    """Return a desk, an agency or the publisher as an organization, and every other name as a person."""
    plain, houses = name.casefold(), (settings.publisher.name.casefold(), settings.title.casefold())
    is_house = plain in houses or plain in AGENCIES or plain.rpartition(" ")[2] in NAMED_DESK_ENDINGS
    return {"@type": "Organization" if is_house else "Person", "name": name}


def _publisher(settings: Settings) -> dict[str, str]:
    publisher = settings.publisher
    if not publisher.name:
        return {}
    url = absolute(publisher.url, settings.base_url) if publisher.url else ""
    url = url if url.startswith(_WEB) else ""
    return {"@type": "Organization"} | _without_empty({"name": publisher.name, "url": url})


def _image(card: str, settings: Settings) -> dict[str, Any]:
    if not card or not settings.base_url:
        return {}
    width, height = CARD_SIZE
    return {"@type": "ImageObject", "url": absolute(card, settings.base_url), "width": width, "height": height}


def _correction(correction: Correction) -> dict[str, str]:
    day = {"datePublished": correction.day.isoformat()} if correction.day else {}
    return {"@type": "CorrectionComment"} | day | {"text": correction.text}


def temporal_coverage(entries: Sequence[Entry]) -> str:
    """Return the time from the earliest to the latest certain date, such as `2015-11/..`; '' when there is none.

    It is open at its end when an entry is, and at its start only when nothing is known from before that entry's end.
    """
    spans = [span for entry in entries if is_certain(entry.date) and (span := plain_span(entry.date))]
    if not spans:
        return ""
    # Of two dates that start or end together the wider one stands: it was not known more exactly.
    earliest = min(spans, key=lambda s: (s.earliest or s.latest or date.max, len(str(s.first or s.last))))
    latest = max(spans, key=lambda s: (s.latest or date.max, s.last is None, -len(str(s.last))))
    start, end = str(earliest.first or ".."), str(latest.last or "..")
    if start == end:
        return "" if start == ".." else start
    return f"{start}/{end}"
