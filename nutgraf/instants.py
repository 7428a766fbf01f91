"""Text in, `Instant` out: ISO 8601 as front matter holds it, and the date lines that articles carry.

Nothing is guessed: a date line without a zone gives the day alone, a date that can be read in two ways
gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache

from nutgraf.models import Instant
from nutgraf.vocabulary.calendar import MONTHS
from nutgraf.vocabulary.copy_words import NONE
from nutgraf.vocabulary.languages import copy_words
from nutgraf.vocabulary.zones import REGIONS, ZONES
from nutgraf.zones import zone_of

_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[Tt ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(?P<zone>[Zz]|[+-]\d\d:?\d\d)?"
)


def parse_instant(text: str) -> Instant:
    """Read an ISO 8601 date, or date and time with offset. Raises ValueError with a message for an editor."""
    if match := _ISO_DAY.fullmatch(text):
        return Instant(_day(int(match[1]), int(match[2]), int(match[3]), text))
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not a date; write 2024-05-01 or 2024-05-01T09:30+02:00")
    if not match["zone"]:
        raise ValueError(
            f"'{text}' has a time without its zone; add its offset, such as +02:00, or write the day alone"
        )
    day = parse_instant(match["day"]).day
    try:
        clock = time.fromisoformat(match["clock"])
        zone = _offset(match["zone"])
    except ValueError:
        raise ValueError(f"'{text}' has no such time; write {match['day']}T09:30+02:00") from None
    return Instant(day, datetime.combine(day, clock, zone))


def moment_of(instant: Instant) -> datetime:
    """Return the aware moment to compare by; a day without a time counts from its beginning, in UTC."""
    return instant.time or datetime.combine(instant.day, time(0), UTC)


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(
            f"'{text}' is not a day of the calendar ({error}); correct it or leave the field out"
        ) from None


def _offset(text: str) -> timezone:
    if text in "Zz":
        return UTC
    sign = -1 if text[0] == "-" else 1
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours > 14 or minutes > 59:
        raise ValueError(text)
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY_LINES = (
    re.compile(rf"{_WEEKDAY}(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})", re.I),
    re.compile(
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>{_MONTH})\.?,?[\s-]+(?P<year>\d{{4}})",
        re.I,
    ),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
    # In no country does the day follow the year.
    re.compile(r"(?P<year>\d{4})(?P<mark>[./]) ?(?P<month>\d{1,2})(?P=mark) ?(?P<day>\d{1,2})\b\.?"),
    re.compile(r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日號号일]"),
    # Only one of the two numbers can be a month.
    re.compile(r"(?P<day>1[3-9]|2\d|3[01])[/.](?P<month>0?[1-9]|1[0-2])[/.](?P<year>\d{4})"),
    re.compile(r"(?P<month>0?[1-9]|1[0-2])[/.](?P<day>1[3-9]|2\d|3[01])[/.](?P<year>\d{4})"),
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>[0-3]?\d)(?P<mark>[./-]) ?(?P<month>[01]?\d)(?P=mark) ?(?P<year>[12]\d{3}|\d\d)(?![\d./-]*\d)"
)
"""What is ambiguous in English is not in most other languages."""

_YEARS = range(1800, 2200)
"""Others are of another calendar, or no years."""

_ZONE_NAMES = "|".join(sorted((*ZONES, *REGIONS), key=len, reverse=True))
# A zone's name may be glued to the next word, as in `ESTUpdated`, where scraping lost a line end.
_ZONE = rf"(?:GMT|UTC)\s*[+-]\s*\d{{1,2}}(?::?\d\d)?|(?:{_ZONE_NAMES}|Z)(?-i:(?![a-z]))|[+-]\d\d:?\d\d"


def _clock(beside: str = "(?!)") -> re.Pattern[str]:
    """Return the pattern of a time of day behind a date, with words such as `at` in front of it and `Uhr` behind."""
    return re.compile(
        rf"[\s,|(]*(?:[-–—]{{1,2}}\s*)?(?:at\s+|T|(?:(?:{beside})[.:]?,?\s*)+)?(?P<hour>\d{{1,2}})"
        rf"(?:[:.h時点时시]\s?(?P<minute>\d\d)[分분]?(?::(?P<second>\d\d))?)?(?:\.\d+)?\s*(?P<half>[ap]\.?m\.?)?(?:\s*(?:{beside})\b)?\s*\(?(?P<zone>{_ZONE})?\)?",
        re.I,
    )


_CLOCK = _clock()
# 0203 GMT (1003 HKT): hours and minutes in one word, told apart from a year by the zone.
_SHORT_CLOCK = re.compile(
    rf"[\s,|]*(?:[-–—]{{1,2}}\s*)?(?:updated\s+|at\s+)?(?P<hour>\d\d)(?P<minute>\d\d)\s*(?P<zone>{_ZONE})"
    rf"(?P<half>)(?P<second>)(?:\s*\(\d{{4}}\s*(?:{_ZONE_NAMES})\))?",
    re.I,
)
_CLOCK_BEFORE = re.compile(_CLOCK.pattern + r",?\s*(?:on\s+)?$", re.I)
_AMBIGUOUS = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}" + f"(?:{_CLOCK.pattern})?", re.I)


_DIGITS = re.compile(r"\d{2}")


@dataclass(frozen=True, slots=True)
class _Lines:
    """How dates are written in the date lines of a language."""

    days: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    clock: re.Pattern[str]
    clock_before: re.Pattern[str]


@cache
def _lines_of(language: str) -> _Lines:
    """Return the English forms, and those of the language."""
    words = copy_words(language)
    if words is NONE:
        return _Lines(_DAY_LINES, MONTHS, _CLOCK, _CLOCK_BEFORE)
    days: list[re.Pattern[str]] = [*_DAY_LINES]
    if words.months:
        month = _any(words.months)
        second = rf"(?:\s*[/(]\s*(?:{month})\)?)?"  # Arabic news gives the month in the words of east and west
        day = r"(?P<day>\d{1,2})(?:\.|er|º|°|ª|-?го)?"
        year = r"(?:de\s+|del\s+)?(?P<year>\d{4})"
        days += [
            re.compile(rf"{day}\s*(?:de\s+|d['’]\s*)?(?P<month>{month})\.?{second},?\s*{year}", re.I),
            re.compile(rf"(?<!\w)(?P<month>{month})\.?\s+{day},?\s+{year}", re.I),
        ]
    if words.day_first:
        days.append(_DAY_FIRST)
    beside = _any((*words.fillers, *words.weekdays)) or "(?!)"
    before = re.compile(rf"{_clock(beside).pattern},?\s*(?:(?:on|{beside})\s+)*$", re.I)
    return _Lines(tuple(days), {**MONTHS, **words.months}, _clock(beside), before)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def find_instant(text: str, language: str = "") -> tuple[Instant, int, int] | None:
    """Find a date with its year, and the time after it, anywhere in a date line: (instant, start, end).

    `language` is that of the text; English dates are found in all of them.
    """
    if not _DIGITS.search(text):
        return None
    lines = _lines_of(language)
    for pattern in lines.days:
        match = pattern.search(text)
        if match is None or not _stands_free(text, match):
            continue
        day = _day_of(match, lines.months)
        if day is None:
            return None
        clock = _SHORT_CLOCK.match(text, match.end()) or lines.clock.match(text, match.end())
        if clock and (clock["minute"] or clock["half"]):
            return Instant(day, _time_of(day, clock)), match.start(), clock.end()
        clock = lines.clock_before.search(text, 0, match.start())
        if clock and (clock["minute"] or clock["half"]):
            return Instant(day, _time_of(day, clock)), clock.start(), match.end()
        return Instant(day), match.start(), match.end()
    return None


def _day_of(match: re.Match[str], months: Mapping[str, int]) -> date | None:
    """Return the day of a match; None for one that no calendar has, or that is of another calendar than ours."""
    month, year = match["month"], int(match["year"])
    year += 2000 if len(match["year"]) == 2 else 0
    try:
        day = date(year, int(month) if month.isdigit() else months[month.lower()], int(match["day"]))
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _stands_free(text: str, match: re.Match[str]) -> bool:
    """Tell whether a date is no part of a longer word; a full ISO time may be glued to a name."""
    before = text[max(match.start() - 1, 0) : match.start()]
    return not before.isalnum() or (before.isalpha() and text[match.end() : match.end() + 1] == "T")


def is_ambiguous_date(text: str) -> bool:
    """Tell whether a date line holds only digits whose order is not known, such as 10/05/2022."""
    return bool(_AMBIGUOUS.fullmatch(text.strip()))


def _time_of(day: date, clock: re.Match[str]) -> datetime | None:
    """Return the aware time of a clock match, or None when it has no zone or cannot be."""
    zone = _zone(clock["zone"], day)
    hour, half = int(clock["hour"]), (clock["half"] or "").replace(".", "").lower()
    if zone is None or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return datetime.combine(day, time(hour, int(clock["minute"] or 0), int(clock["second"] or 0)), zone)
    except ValueError:
        return None


def _is_british_summer(day: date) -> bool:
    return bool(datetime.combine(day, time(12), zone_of("Europe/London")).dst())


def _zone(text: str | None, day: date) -> timezone | None:
    if not text:
        return None
    name = re.sub(r"\s", "", text).upper()
    if name == "BST" and not _is_british_summer(day):
        return None  # in winter it is somebody else's, or a slip
    if name in REGIONS:
        offset = datetime.combine(day, time(12), zone_of(REGIONS[name])).utcoffset()
        return timezone(offset) if offset is not None else None
    if name in ZONES:
        return timezone(timedelta(minutes=ZONES[name]))
    if match := re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?", name):
        name = f"{match[1]}{int(match[2]):02}:{match[3] or '00'}"
    try:
        return _offset(name)
    except ValueError:
        return None
