"""A Site and what is planned for it in; data for other programs out.

Each briefing as text, as it stands in content/, and its timeline as TimelineJS reads it; one iCalendar file of all.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from json.encoder import encode_basestring
from typing import Any

from nutgraf.addresses import absolute, address_of
from nutgraf.edtf import Edtf, Point, sort_key
from nutgraf.filters import id_below, id_of, last_change
from nutgraf.instants import moment_of
from nutgraf.memory import Memory
from nutgraf.models import Briefing, Cited, Entry, OutputFile, Page, Site
from nutgraf.spans import is_certain, plain_span
from nutgraf.wording import when_words
from nutgraf.workers import ALONE, Workers

CALENDAR = "timeline.ics"
"""The address of the calendar of the whole site."""

_HEADLINE_LENGTH = 80  # TimelineJS sets a headline large, and shows it in its strip of marks
_FOLD = 75  # octets, RFC 5545, section 3.1

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_TO_ESCAPE = re.compile(r"[\\;,\x00-\x08\n-\x1f\x7f]")


def plan_exports(site: Site) -> Iterator[Page]:
    """Yield the data files: each briefing's text, and its timeline if it has one; a calendar if there is a day."""
    for briefing in site.briefings:
        yield Page(briefing.text_address, "", briefing.path, briefing=briefing)
        if any(plain_span(entry.date) for entry in briefing.timeline):
            yield Page(_timeline_address(briefing), "", briefing.path, briefing=briefing)
    if any(True for _ in _days(site)):
        yield Page(CALENDAR, "", "the calendar of the site")


def _timeline_address(briefing: Briefing) -> str:
    return address_of(briefing).removesuffix(".html") + ".timeline.json"


def make_exports(
    pages: Sequence[Page],
    site: Site,
    texts: Mapping[str, bytes],
    workers: Workers = ALONE,
    memory: Memory | None = None,
) -> tuple[OutputFile, ...]:
    """Make the data files among `pages` that are planned here; `texts` are the content files by path."""
    planned = [page for page in pages if not page.layout]

    def make(page: Page) -> bytes | None:
        known = memory.get("data", page.address) if memory else None
        source = (site.timeline, site.settings) if page.address == CALENDAR else (page, site.settings.language)
        if known and known[0] == source and page.address.endswith((".ics", ".json")):
            data: bytes = known[1]
            return data
        made = _data_of(page, site, texts)
        return memory.put("data", page.address, (source, made))[1] if memory else made

    made = list(map(make, planned)) if memory else workers.map_at_hand(make, planned)
    return tuple(OutputFile(page.address, data) for page, data in zip(planned, made, strict=True) if data is not None)


def _data_of(page: Page, site: Site, texts: Mapping[str, bytes]) -> bytes | None:
    if page.address == CALENDAR:
        return calendar(site).encode()
    if page.briefing and page.address == page.briefing.text_address:
        return texts[page.briefing.path]
    if page.briefing and page.address == _timeline_address(page.briefing):
        return timeline_json(page.briefing, site.settings.language).encode()
    return None


def timeline_json(briefing: Briefing, language: str = "en") -> str:
    """Return the dated entries of `briefing` as TimelineJS3 reads them, with our words for dates in `language`.

    TimelineJS takes every text for HTML.
    """
    dated = [(name, entry, span) for name, entry in _named(briefing) if (span := plain_span(entry.date))]
    dated.sort(key=lambda item: sort_key(item[1].date))
    title = {"unique_id": f"briefing-{id_of(briefing)}", "text": _slide(briefing.headline, briefing.dek)}
    value = {"title": title, "events": [_event(name, entry, span, language) for name, entry, span in dated]}
    return json_text(value) + "\n"


def json_text(value: str | int | dict[str, Any] | list[Any], line: str = "\n") -> str:
    """Return what json.dumps does with an indent of 1 and every letter as it is, in a third of its time.

    `line` begins a line on the level of the value.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, int):
        return str(value)
    inner = f"{line} "
    if isinstance(value, dict):
        rows = [
            f"{encode_basestring(name)}: {encode_basestring(item) if type(item) is str else json_text(item, inner)}"
            for name, item in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(rows)}{line}}}" if rows else "{}"
    rows = [json_text(item, inner) for item in value]
    return f"[{inner}{f',{inner}'.join(rows)}{line}]" if rows else "[]"


def _event(name: str, entry: Entry, span: Edtf, language: str) -> dict[str, Any]:
    """Return a slide; an entry that is only known to have ended stands at its end, and its words say so."""
    event: dict[str, Any] = {"unique_id": f"entry-{name}"}
    ends = [point for point in (span.first, span.last) if point]
    event["start_date"] = _parts(ends[0])
    if ends[-1] != ends[0]:
        event["end_date"] = _parts(ends[-1])
    if str(span) != entry.date or len(ends) == 1:
        event["display_date"] = html.escape(_display(entry, ends[0], language))
    head = entry.text
    if len(head) > _HEADLINE_LENGTH:
        head = (head[:_HEADLINE_LENGTH].rpartition(" ")[0] or head[:_HEADLINE_LENGTH]) + " …"
    event["text"] = _slide(head, entry.text if head != entry.text else "")
    return event


def _parts(point: Point) -> dict[str, int]:
    parts = {"year": point.year, "month": point.month, "day": point.day}
    return {name: number for name, number in parts.items() if number is not None}


def _display(entry: Entry, point: Point, language: str) -> str:
    """Return the source's words when they name the year, and so can stand alone; else those of the page."""
    names_year = re.search(rf"(?<!\d){point.year}(?!\d)", entry.phrase)
    return entry.phrase if names_year else when_words(entry, language)


def _slide(headline: str, text: str) -> dict[str, str]:
    return {"headline": html.escape(headline)} | ({"text": html.escape(text)} if text else {})


def calendar(site: Site) -> str:
    """Return every entry that is known to the day as an all-day event (RFC 5545)."""
    title = _escape(site.settings.title)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nutgraf//Nutgraf//EN", f"NAME:{title}"]
    lines.append(f"X-WR-CALNAME:{title}")  # the same for programs that do not know RFC 7986
    for name, cited, start, after in _days(site):
        briefing, entry = cited.briefing, cited.entry
        address = absolute(address_of(briefing), site.settings.base_url)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{name}",
            f"DTSTAMP:{_stamp(briefing)}",
            f"DTSTART;VALUE=DATE:{_digits(start)}",
            f"DTEND;VALUE=DATE:{_digits(after)}",
            f"SUMMARY:{_escape(entry.text)}",
            *([f"URL:{address}"] if address else []),
            *(["STATUS:TENTATIVE"] if entry.expected else []),
            "TRANSP:TRANSPARENT",  # news keeps nobody busy
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "\r\n".join([line if len(line) <= _FOLD and line.isascii() else _fold(line) for line in lines]) + "\r\n"


def _days(site: Site) -> Iterator[tuple[str, Cited, date, date]]:
    """Yield (id, telling, first day, day after the last) of each event whose days are certain.

    Drafts stay out, as of the feed. An event has the id of its first telling, which stays when others come. The
    calendar's last day has none after it, so nothing can end on it.
    """
    age = {briefing.path: index for index, briefing in enumerate(site.briefings)}
    names: dict[str, list[tuple[str, Entry]]] = {}
    for joined in site.timeline:
        tellings = [cited for cited in joined.tellings if not cited.briefing.draft]
        span = plain_span(tellings[0].entry.date) if tellings and is_certain(tellings[0].entry.date) else None
        if span and span.first and span.last and span.first.day and span.last.day:
            first, last = span.earliest, span.latest
            if first and last and last < date.max:
                eldest = max(tellings, key=lambda cited: age[cited.briefing.path])
                path = eldest.briefing.path
                named = names.get(path) or names.setdefault(path, list(_named(eldest.briefing)))
                name = next(name for name, entry in named if entry is eldest.entry)
                yield name, tellings[0], first, last + timedelta(days=1)


def _named(briefing: Briefing) -> Iterator[tuple[str, Entry]]:
    """Yield each entry with its id: it stays when its date is corrected, when others come and when the page moves."""
    base, seen = id_of(briefing), Counter[str]()
    for entry in briefing.timeline:
        yield id_below(base, f"{seen[entry.text]} {entry.text}"), entry
        seen[entry.text] += 1


def _stamp(briefing: Briefing) -> str:
    """Return when the briefing last changed, in UTC: the clock has no say."""
    moment = moment_of(last_change(briefing))
    try:
        moment = moment.astimezone(UTC)
    except OverflowError:  # the first and last day of the calendar have no day beside them
        moment = moment.replace(tzinfo=UTC)
    return f"{_digits(moment)}T{moment:%H%M%S}Z"


def _digits(day: date | datetime) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escape(text: str) -> str:
    r"""Return `text` as RFC 5545 writes it: a backslash before `\`, `;` and `,`, `\n` for a line end, no control."""
    if not _TO_ESCAPE.search(text):
        return text
    text = re.sub(r"([\\;,])", r"\\\1", re.sub(r"\r\n?", "\n", text))
    return _CONTROLS.sub("", text).replace("\n", "\\n")


def _fold(line: str) -> str:
    """Break a line into pieces of at most 75 octets, each but the first after a space, and no character in two."""
    if len(line) <= _FOLD and line.isascii():
        return line
    if line.isascii():
        rest = line[_FOLD:]
        return "\r\n ".join([line[:_FOLD], *(rest[at : at + _FOLD - 1] for at in range(0, len(rest), _FOLD - 1))])
    pieces, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > _FOLD:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += width
    return "\r\n".join(pieces)
