"""A Site in, the pages that list its briefings and events out: archive, topics, editions, the timeline.

A long list is cut into parts of a fixed size, counted from its oldest end, so that a new briefing changes only the
newest part; that part stands at the list's own address and may be up to twice as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeVar

from nutgraf.addresses import address_of
from nutgraf.edtf import parse_edtf
from nutgraf.filters import html_instant
from nutgraf.instants import moment_of
from nutgraf.models import Briefing, Joined, Page, Part, Site

T = TypeVar("T")

HEADLINES = "archive/headlines.js"
"""What the filter of an archive in parts reads: every headline, whichever part it stands in."""

FRONT_LENGTH = 20  # briefings on the front page; the archive has all
_ARCHIVE_LENGTH = 75
_TOPIC_LENGTH = 20
_TIMELINE_LENGTH = 60
_NEXT_LENGTH = 5


def plan_lists(site: Site) -> Iterator[Page]:
    """Yield the front page, and each part of each list."""
    front = site.briefings[:FRONT_LENGTH]
    yield Page("index.html", "index.html", "layouts/index.html", briefings=front, events=next_events(site))
    yield from _timeline(site)
    yield from _archive(site)
    for topic in site.topics:
        address, origin = address_of(topic), topic.briefings[0].path
        for part, briefings in _parts(topic.briefings, _TOPIC_LENGTH, address):
            yield Page(part.address, "topic.html", origin, topic=topic, briefings=briefings, part=part)
    yield from _editions(site)


def day_of(briefing: Briefing, zone: str) -> str:
    """Return the day on which a briefing was published, as the site shows it; '' for one that does not say."""
    return html_instant(briefing.published, zone)[:10] if briefing.published else ""


def next_events(site: Site) -> tuple[Joined, ...]:
    """Return what comes next, counted from the newest briefing; when nothing does, what came last."""
    newest = max((moment_of(b.published).date() for b in site.briefings if b.published), default=None)
    told = ((joined.entry.date, joined) for joined in site.timeline if joined.entry.date)
    dated = [(start, joined) for edtf, joined in told if (start := parse_edtf(edtf).earliest)]
    ahead = tuple(joined for start, joined in dated if newest and start > newest)
    return ahead[:_NEXT_LENGTH] or tuple(joined for _, joined in dated[-_NEXT_LENGTH:])


def _archive(site: Site) -> Iterator[Page]:
    """Yield the archive: by the day of publication, those without one last."""
    zone = site.settings.time_zone
    listed = [b for b in site.briefings if b.published] + [b for b in site.briefings if not b.published]
    for part, briefings in _parts(listed, _ARCHIVE_LENGTH, "archive.html", lambda b: day_of(b, zone)[:4]):
        yield Page(part.address, "archive.html", "layouts/archive.html", briefings=briefings, part=part)
    if len(listed) >= 2 * _ARCHIVE_LENGTH:
        yield Page(HEADLINES, "headlines.js", "layouts/headlines.js", briefings=tuple(listed))


def _timeline(site: Site) -> Iterator[Page]:
    """Yield the timeline of the whole site; when it is long, events without a year stand on pages of their own."""
    dated = [joined for joined in site.timeline if joined.entry.date and not joined.entry.date.startswith("XXXX")]
    others = site.timeline[len(dated) :]
    together = len(site.timeline) < 2 * _TIMELINE_LENGTH
    newest_first = list(reversed(site.timeline if together else dated))
    for part, events in _parts(newest_first, _TIMELINE_LENGTH, "timeline.html", _year_of):
        yield Page(part.address, "timeline.html", "layouts/timeline.html", events=events[::-1], part=part)
    if not together and others:
        for part, events in _parts(others[::-1], _TIMELINE_LENGTH, "timeline/undated.html", _year_of):
            yield Page(part.address, "timeline.html", "layouts/timeline.html", events=events[::-1], part=part)


def _year_of(joined: Joined) -> str:
    year = joined.entry.date.removeprefix("../")[:4]
    return year if year.isdigit() else ""


def _editions(site: Site) -> Iterator[Page]:
    """Yield a page for each day on which something was published, with what happened that day by any briefing."""
    zone = site.settings.time_zone
    dated = sorted((b for b in site.briefings if b.published), key=lambda b: day_of(b, zone), reverse=True)
    days = [(day, tuple(group)) for day, group in groupby(dated, key=lambda b: day_of(b, zone))]
    events: dict[str, list[Joined]] = {}
    for joined in site.timeline:
        events.setdefault(joined.entry.date, []).append(joined)
    for index, (day, briefings) in enumerate(days):
        newer = edition_of(days[index - 1][0]) if index else ""
        older = edition_of(days[index + 1][0]) if index + 1 < len(days) else ""
        part = Part(edition_of(day), 1, 1, newer, older)
        happened = tuple(events.get(day, ()))
        yield Page(
            part.address,
            "edition.html",
            "layouts/edition.html",
            day=day,
            briefings=briefings,
            events=happened,
            part=part,
        )


def edition_of(day: str) -> str:
    """Return the address of the edition of a day, YYYY-MM-DD."""
    return f"editions/{day}.html"


def _parts(
    items: Sequence[T], size: int, address: str, year_of: Callable[[T], str] | None = None
) -> Iterator[tuple[Part, tuple[T, ...]]]:
    """Cut `items`, newest first, into parts, and say of each where it stands and where each year begins.

    A list of fewer than twice `size` is one part, and so is an empty one.
    """
    count = max(1, len(items) // size)
    newest = len(items) - (count - 1) * size
    cuts = [0, *range(newest, len(items) + 1, size)][: count + 1] if items else [0, 0]
    addresses = [address if n == count else f"{address.removesuffix('.html')}/{n}.html" for n in range(count, 0, -1)]
    found = [tuple(items[a:b]) for a, b in pairwise(cuts)]
    years: dict[str, str] = {}
    for part, where in zip(found, addresses, strict=True):
        for item in part if year_of else ():
            years.setdefault(year_of(item) if year_of else "", where)
    for index, (part, where) in enumerate(zip(found, addresses, strict=True)):
        newer = addresses[index - 1] if index else ""
        older = addresses[index + 1] if index + 1 < count else ""
        yield Part(where, count - index, count, newer, older, tuple(years.items())), part
