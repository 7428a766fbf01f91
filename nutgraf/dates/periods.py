"""Periods of the calendar: the one a day lies in, its neighbours, and its EDTF.

A period is known by its unit and its first day. Arithmetic that leaves the years 1 to 9999 raises OutOfCalendarError.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from nutgraf.edtf import parse_edtf

Unit = Literal["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]

_MONTHS: Final = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS: Final = {"day": 1, "week": 7, "weekend": 7}
FINENESS: Final[tuple[Unit, ...]] = (
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
)
"""The units, the finest first."""


class OutOfCalendarError(ValueError):
    """The result lies before the year 1 or after 9999."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar."""

    unit: Unit
    first: date

    @property
    def edtf(self) -> str:
        """EDTF text: weeks and weekends are intervals of days, as EDTF has no weeks."""
        day, year = self.first, f"{self.first.year:04}"
        if self.unit in ("week", "weekend"):
            return f"{day}/{self.last}"
        if self.unit == "season":
            # A winter that starts in December is that of its December.
            return f"{year}-{ {3: 21, 6: 22, 9: 23, 12: 24}[day.month] }"
        texts = {
            "day": str(day),
            "month": f"{year}-{day.month:02}",
            "quarter": f"{year}-{33 + (day.month - 1) // 3}",
            "half": f"{year}-{40 + (day.month - 1) // 6}",
            "year": year,
            "decade": f"{year[:3]}X",
            "century": f"{year[:2]}XX",
        }
        return texts[self.unit]

    @property
    def last(self) -> date:
        """The last day."""
        if self.unit in _DAYS:
            length = {"day": 0, "week": 6, "weekend": 1}[self.unit]
            return _days_after(self.first, length)
        try:
            return self.shifted(1).first - timedelta(days=1)
        except OutOfCalendarError:
            return date.max

    def shifted(self, count: int) -> Period:
        """Return the period `count` of them later, or earlier."""
        if self.unit in _DAYS:
            return Period(self.unit, _days_after(self.first, count * _DAYS[self.unit]))
        return Period(self.unit, months_after(self.first, count * _MONTHS[self.unit]))


def period_of(unit: Unit, day: date) -> Period:
    """Return the period that `day` lies in; of a weekend, that of its week."""
    if unit == "day":
        return Period(unit, day)
    if unit == "week":
        return Period(unit, _days_after(day, -day.weekday()))
    if unit == "weekend":
        return Period(unit, _days_after(day, 5 - day.weekday()))
    if unit == "season":
        return Period(unit, months_after(day.replace(day=1), -(day.month % 3)))
    size = _MONTHS[unit]
    months = (day.year * 12 + day.month - 1) // size * size
    # A decade or century of the first years would start in a year 0 that does not exist.
    return Period(unit, _month(max(12, months)))


def months_after(day: date, count: int) -> date:
    """Return the first of the month `count` months after that of `day`."""
    return _month(day.year * 12 + day.month - 1 + count)


def _month(months: int) -> date:
    if not 1 <= months // 12 <= date.max.year:
        raise OutOfCalendarError
    return date(months // 12, months % 12 + 1, 1)


def _days_after(day: date, count: int) -> date:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        raise OutOfCalendarError from None


_WEEKS: Final[dict[tuple[int, int], Unit]] = {(0, 6): "week", (5, 1): "weekend"}
"""By the weekday of the first day, and the days to the last."""


def period_from(edtf: str) -> Period | None:
    """Return the period that an EDTF value is, or that a range ends with; None for a date of an unknown year."""
    value = parse_edtf(edtf)
    if value.earliest is None or value.latest is None:
        return None
    days = (value.latest - value.earliest).days
    if value.is_interval:
        unit = _WEEKS.get((value.earliest.weekday(), days))
        if unit:
            return Period(unit, value.earliest)
        # What follows a range goes on from its end.
        return period_from(str(value.last)) if value.last else None
    point = value.first
    if point is None or point.month is None:
        span = point.span if point else 1
        return Period({1: "year", 10: "decade", 100: "century"}[span], value.earliest)  # type: ignore[arg-type]
    if point.day:
        return Period("day", value.earliest)
    if not point.is_part:
        return Period("month", value.earliest)
    return Period("season" if point.month < 33 else "quarter" if point.month < 40 else "half", value.earliest)


def nearest(candidates: list[Period], anchor: date, future: bool | None, is_firm: bool = False) -> Period:
    """Return that of `candidates` which lies in the direction told, the present one counting for both.

    Without a direction the closest is meant. With one too, when that lies far off and the other is near: an editor
    who writes "on March 12" in February does not mean last year's, unless the sentence is firm about it.
    """
    if future is None:
        return _closest(candidates, anchor)
    past = [period for period in candidates if period.first <= anchor]
    coming = [period for period in candidates if period.last >= anchor]
    chosen, other = (coming, past) if future else (past, coming)
    if not chosen or not other:
        return _closest(chosen or other, anchor)
    one, two = _closest(chosen, anchor), _closest(other, anchor)
    near = _AT_HAND if is_firm else _NEAR
    return two if _distance(one, anchor) > _FAR and _distance(two, anchor) < near else one


_FAR: Final = 200
_NEAR: Final = 75
_AT_HAND: Final = 8
"""Days."""


def _closest(periods: list[Period], anchor: date) -> Period:
    return min(periods, key=lambda period: _distance(period, anchor))


def _distance(period: Period, anchor: date) -> int:
    if period.first <= anchor <= period.last:
        return 0
    return (anchor - period.last).days if period.last < anchor else (period.first - anchor).days
