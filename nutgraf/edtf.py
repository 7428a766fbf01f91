"""EDTF (ISO 8601-2) text in; bounds, a sort key and an HTML datetime out.

The forms: `2024`, `2024-05`, `2024-05-01`, `199X` and `19XX`, each also with a qualifier (`~` about, `?`
uncertain, `%` both); `2024-21` (spring) to `2024-24` (winter), `2024-33` to `2024-36` (quarters), `2024-40` and
`2024-41` (halves); `XXXX-05`, `XXXX-10-07` and `XXXX-XX-07` (year
not stated); and intervals `A/B`, `A/..`, `../B` of years, months, days and seasons. Years start at 1.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, cast

from nutgraf.vocabulary.calendar import MONTH_NAMES, PART_NAMES, SEASON_NAMES

Qualifier = Literal["", "~", "?", "%"]
Precision = Literal["exact", "inexact", "undated"]

_POINT = re.compile(
    r"""(?: (?P<decade>[0-9]{3})X | (?P<century>[0-9]{2})XX
          | (?P<year>[0-9]{4}|XXXX) (?: -(?P<month>[0-9]{2}|XX) (?: -(?P<day>[0-9]{2}) )? )?
        ) (?P<qualifier>[~?%]?)""",
    re.VERBOSE,
)
_LOOSE = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_FORMS = "write 2024, 2024-05, 2024-05-01, 199X, 2024-05~ (about), XXXX-05 or 2024-05-01/2024-05-03"
_LEAP_YEAR = 2000
_SEASON_MONTHS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_PART_MONTHS = _SEASON_MONTHS | {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6)}
"""The month in which a part of the year starts, and how many it lasts; seasons are those of the north."""


@dataclass(frozen=True, slots=True)
class Point:
    """One date as far as it is known; a point that cannot exist raises ValueError."""

    year: int | None = None
    """None when it is not stated; the first of them when `span` is a decade or a century."""
    month: int | None = None
    """1 to 12, or a season, 21 (spring) to 24 (winter), a quarter, 33 to 36, or a half, 40 and 41."""
    day: int | None = None
    span: Literal[1, 10, 100] = 1
    """How many years the year stands for."""
    qualifier: Qualifier = ""

    def __post_init__(self) -> None:
        if fault := _fault(self):
            raise ValueError(fault)

    def __str__(self) -> str:
        """EDTF text."""
        digits = "XXXX" if self.year is None else f"{self.year:04}"
        unknown = len(str(self.span)) - 1
        parts = [digits[: 4 - unknown] + "X" * unknown]
        if self.month is not None or self.day is not None:
            parts.append("XX" if self.month is None else f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts) + self.qualifier

    @property
    def is_part(self) -> bool:
        """Whether `month` is a season, a quarter or a half of the year."""
        return self.month in _PART_MONTHS

    @property
    def is_count(self) -> bool:
        """Whether `month` is a quarter or a half, which no interval has as its end."""
        return self.month in PART_NAMES


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval; one that cannot exist raises ValueError."""

    first: Point | None
    """None: the start is open."""
    last: Point | None
    """None: the end is open; equal to `first` unless it is an interval."""
    is_interval: bool = False

    def __post_init__(self) -> None:
        if not self.is_interval and (self.first is None or self.first != self.last):
            raise ValueError("a single date is its own first and last")
        if fault := _interval_fault(self) if self.is_interval else "":
            raise ValueError(fault)

    def __str__(self) -> str:
        """EDTF text."""
        if not self.is_interval:
            return str(self.first)
        return f"{self.first or '..'}/{self.last or '..'}"

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; None when the start is open or the year is not stated."""
        return _bounds(self.first)[0] if self.first else None

    @property
    def latest(self) -> date | None:
        """The last day it can mean; None when the end is open or the year is not stated."""
        return _bounds(self.last)[1] if self.last else None


@lru_cache(maxsize=65536)  # the dates of an archive repeat, and each is asked for many times
def parse_edtf(text: str) -> Edtf:
    """Return what `text` means; ValueError, in words for an editor, when it is none of the forms above."""
    first, slash, last = text.partition("/")
    if not slash:
        point = _parse_point(text)
        return Edtf(point, point)
    ends = [None if end == ".." else _parse_point(end) for end in (first, last)]
    return Edtf(ends[0], ends[1], is_interval=True)


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[int, int, int, str]:
    """Return a key that orders EDTF texts, oldest first and of one start the narrower first.

    An open start counts by its end. Dates whose year is not stated come after all others, by month and day,
    and the empty text after them. ValueError as parse_edtf.
    """
    if not text:
        return (2, 0, 0, "")
    value = parse_edtf(text)
    point = value.first
    if point and point.year is None:
        return (1, point.month or 99, point.day or 0, text)
    earliest, latest = value.earliest or value.latest or date.max, value.latest or date.max
    return (0, earliest.toordinal(), latest.toordinal(), text)


@lru_cache(maxsize=65536)
def html_datetime(text: str) -> str:
    """Return what `<time datetime>` may hold for `text`: a year, month or day; else the empty text."""
    if not text:
        return ""
    value = parse_edtf(text)
    point = value.first
    if value.is_interval or point is None or point.year is None or point.qualifier:
        return ""
    return "" if point.span > 1 or point.is_part else str(point)


@lru_cache(maxsize=65536)
def precision(text: str) -> Precision:
    """Tell a certain full day (exact) from anything less; the empty text is undated."""
    if not text:
        return "undated"
    return "exact" if len(html_datetime(text)) == len("YYYY-MM-DD") else "inexact"


def _parse_point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(_misspelt(text))
    groups = match.groupdict()
    qualifier = cast(Qualifier, groups["qualifier"])
    if groups["decade"]:
        return Point(int(groups["decade"]) * 10, span=10, qualifier=qualifier)
    if groups["century"]:
        return Point(int(groups["century"]) * 100, span=100, qualifier=qualifier)
    year, month, day = (_number(groups[name]) for name in ("year", "month", "day"))
    return Point(year, month, day, qualifier=qualifier)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and "X" not in digits else None


def _misspelt(text: str) -> str:
    """Say why `text` is no date, and what it should have been when that is plain."""
    if loose := _LOOSE.fullmatch(text):
        padded = "-".join(part.zfill(2) for part in loose.groups() if part)
        return f"'{text}' is not a date (did you mean '{padded}'?)"
    return f"'{text}' is not a date: {_FORMS}"


def _fault(point: Point) -> str:
    """Return why `point` cannot exist, or the empty text."""
    year, month, day = point.year, point.month, point.day
    if year == 0 and point.span == 1:
        return "year 0 does not exist"
    if point.span > 1 and (year is None or month is not None or day is not None):
        return "a decade or century is a year alone, without month and day"
    if month is not None and not 1 <= month <= 12 and not point.is_part:
        return f"month {month} does not exist"
    if point.is_part:
        return _part_fault(point)
    if year is None and (day is None and month is None):
        return "a date needs at least a year, a month or a day"
    if year is not None and month is None and day is not None:
        return "a day needs its month when the year is stated"
    if year is None and point.qualifier:
        return f"'{point.qualifier}' goes only with a date whose year is stated"
    return _day_fault(year, month, day) if day is not None else ""


def _part_fault(point: Point) -> str:
    name = "a season" if point.month in SEASON_NAMES else f"a {PART_NAMES[point.month or 33].split()[1]}"
    if point.day is not None:
        return f"{name} has no day"
    if point.year is None:
        return f"{name} needs its year"
    return f"{name} takes no '{point.qualifier}'" if point.qualifier else ""


def _day_fault(year: int | None, month: int | None, day: int) -> str:
    if not 1 <= day <= 31:
        return f"day {day} does not exist"
    if month is None or day <= monthrange(year or _LEAP_YEAR, month)[1]:
        return ""
    where = f" in {year}" if (month, day) == (2, 29) else ""
    return f"{day} {MONTH_NAMES[month - 1]} does not exist{where}"


def _interval_fault(value: Edtf) -> str:
    ends = [point for point in (value.first, value.last) if point]
    if not ends:
        return "an interval needs a date at one end at least"
    for point in ends:
        if point.year is None:
            return "an interval needs the year at both ends"
        if point.span > 1:
            return f"an interval takes no decade or century such as {point}: write years"
        if point.is_count:
            return f"an interval takes no quarter or half such as {point}: write months"
    if value.earliest and value.latest and value.earliest > value.latest:
        return "the interval ends before it starts"
    return ""


def _bounds(point: Point) -> tuple[date | None, date | None]:
    """Return the first and the last day `point` can mean; None for both when the year is not stated."""
    year, month, day = point.year, point.month, point.day
    if year is None:
        return None, None
    if month is None:
        return date(max(1, year), 1, 1), date(year + point.span - 1, 12, 31)
    if part := _PART_MONTHS.get(month):
        return date(year, part[0], 1), _month_end(year, sum(part) - 1)
    if day is None:
        return date(year, month, 1), _month_end(year, month)
    return date(year, month, day), date(year, month, day)


def _month_end(year: int, month: int) -> date:
    """Return the last day of `month`, which may run on into the next year."""
    if month > 12:
        year, month = year + 1, month - 12
    # No date is later than 9999, so the winter of that year ends with it.
    return date(year, month, monthrange(year, month)[1]) if year <= date.max.year else date.max
