"""The dates of a claim and a body's facts in, those that the body does not bear out out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from nutgraf.dates import find_dates
from nutgraf.evidence.claims.context import told_elsewhere
from nutgraf.evidence.claims.dates import PLAIN, Day, read_weekdays
from nutgraf.evidence.claims.facts import Facts
from nutgraf.evidence.claims.finding import ClaimFinding
from nutgraf.evidence.claims.numbers import YEAR, Number
from nutgraf.evidence.claims.text import Text
from nutgraf.vocabulary.calendar import WEEKDAY_NAMES
from nutgraf.vocabulary.claims import DAYS_FROM_NOW

_WEEK: Final = 7
_CENTURY: Final = 100
_CLOSE: Final = 30
"""Tokens between a day and the year that goes with it."""


class Dates:
    """The dates of one claim, held against a body."""

    def __init__(self, text: Text, days: Sequence[Day], facts: Facts) -> None:
        self._text, self._days, self._facts = text, days, facts

    def findings(self) -> Iterator[ClaimFinding]:
        """Yield each date that the body does not have, or has less exactly."""
        told: set[int] = set()
        for day in self._days:
            stated = [other.first for other in self._facts.days if self._is_stated(day, other)]
            others = [
                other
                for other in self._facts.days
                if other.first not in stated and bool(other.day) == bool(day.day) and not self._is_claimed(other)
            ]
            at = told_elsewhere(self._text, day.first, self._facts, stated, [other.first for other in others])
            if day.first in told or (stated and at is None) or not (stated or self._is_doubtful(day)):
                continue
            told.add(day.first)
            instead = next((other for other in others if other.first == at), self._nearest(day))
            yield self._finding(
                day.first, day.last, self._facts.text.piece(instead.first, instead.last) if instead else ""
            )
        for index, weekday in read_weekdays(self._text):
            yield from self._check_weekday(index, weekday)

    def _check_weekday(self, index: int, weekday: int) -> Iterator[ClaimFinding]:
        body = self._facts.text
        name = WEEKDAY_NAMES[weekday].lower()
        named = read_weekdays(body)
        stated = [at for at, other in named if other == weekday]
        claimed = {other for _, other in read_weekdays(self._text)}
        others = [at for at, other in named if other not in claimed]
        at = told_elsewhere(self._text, index, self._facts, stated, others)
        if at is not None:
            yield self._finding(index, index + 1, body.tokens[at])
        elif (
            not stated
            and not {name, name[:3], name[:4]} & body.bare
            and not self._falls_on(weekday)
            and (named or self._facts.published or DAYS_FROM_NOW.isdisjoint(body.bare))
        ):
            yield self._finding(index, index + 1, body.tokens[named[0][0]] if named else "")

    def is_borne_out(self, number: Number) -> bool:
        """Tell whether the body names a day of a year or decade otherwise than by its figures."""
        span, full = (1, True) if number.unit == YEAR else (10, number.value >= _CENTURY)
        years = [(first.year - first.year % span, last.year - last.year % span) for first, last in self._facts.relative]
        return any(one == other and (one if full else one % _CENTURY) == number.value for one, other in years)

    def _is_doubtful(self, day: Day) -> bool:
        """Tell whether a date of the claim that the body does not state is one, and not named otherwise there."""
        if self._is_of_these_days(day):
            return False
        if self._is_close(day) and any(_covers(day, first, last) for first, last in self._facts.relative):
            return False
        return bool(day.day or day.year or self._text.low[day.first] in PLAIN) or self._is_read_at(day.first)

    def _is_close(self, day: Day) -> bool:
        """Tell whether a date is near enough to the publication for "last month" to be it."""
        published = self._facts.published
        return published is None or not day.year or abs(day.year - published.year) <= 1

    def _is_of_these_days(self, day: Day) -> bool:
        """Tell whether a day is one that the body may call Tuesday, or yesterday."""
        published = self._facts.published
        if published is None or not day.day:
            return False
        words = self._facts.text.bare
        for year in (published.year - 1, published.year, published.year + 1) if not day.year else (day.year,):
            here = _date(year, day)
            away = abs((here - published).days) if here else _WEEK + 1
            if here and away <= _WEEK and WEEKDAY_NAMES[here.weekday()].lower() in words:
                return True
            if away <= 1 and not DAYS_FROM_NOW.isdisjoint(words):
                return True
        return False

    def _is_read_at(self, token: int) -> bool:
        """Tell whether also nutgraf.dates finds a date at a token of the claim: May may be a name."""
        start, end = self._text.spans[token]
        return any(m.start < end and start < m.end for m in find_dates(self._text.shown, self._facts.published))

    def _is_stated(self, day: Day, other: Day) -> bool:
        """Tell whether a date of the body is that of the claim, or more exact."""
        return (
            day.month == other.month
            and (not day.day or day.day == other.day)
            and (not day.year or day.year == other.year or (not other.year and self._is_near(day.year, other)))
        )

    def _is_claimed(self, other: Day) -> bool:
        return any(self._is_stated(day, other) for day in self._days)

    def _is_near(self, year: int, other: Day) -> bool:
        """Tell whether a year goes with a day of the body that names none: the last one named, or one close by."""
        published = self._facts.published
        if published is not None and abs(year - published.year) <= 1:
            return True
        places = [(dated.value, dated.first) for dated in self._facts.dated]
        last = next((value for value, place in reversed(places) if place < other.first), None)
        return year == last or any(year == value and abs(place - other.first) <= _CLOSE for value, place in places)

    def _falls_on(self, weekday: int) -> bool:
        """Tell whether a day of the body, or that of publication, is this weekday."""
        published = self._facts.published
        if published is None:
            return False
        named = (_date(day.year or published.year, day) for day in self._facts.days if day.day)
        days = {published, *named, *(first for first, last in self._facts.relative if first == last)}
        return any(day.weekday() == weekday for day in days if day)

    def _nearest(self, day: Day) -> Day | None:
        return min(
            self._facts.days,
            key=lambda other: (other.month != day.month, other.day != day.day, other.year != day.year),
            default=None,
        )

    def _finding(self, first: int, last: int, found: str) -> ClaimFinding:
        claim = self._text.piece(first, last)
        message = f"'{claim}' is not in the body" + (f", which has '{found}'" if found else "")
        return ClaimFinding(claim, found, message, "date", self._text.spans[first][0])


def _date(year: int, day: Day) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:  # 31 June
        return None


def _covers(day: Day, first: date, last: date) -> bool:
    """Tell whether a claim's date is that of the body, or less exact."""
    fits = day.year in (0, first.year) and first.year == last.year and first.month == last.month == day.month
    return fits and (not day.day or first.day == last.day == day.day)
