"""The dates of a claim and a body's facts in, those that the body does not bear out out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from nutgraf.dates import DateMention, find_dates
from nutgraf.edtf import parse_edtf
from nutgraf.evidence.claims.dates import Day, read_weekdays
from nutgraf.evidence.claims.facts import Facts
from nutgraf.evidence.claims.finding import ClaimFinding
from nutgraf.evidence.claims.text import Text
from nutgraf.vocabulary.calendar import WEEKDAY_NAMES
from nutgraf.vocabulary.claims import DAYS_FROM_NOW


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
            at = self._told_with(stated, [other.first for other in others])
            if day.first in told or (stated and at is None) or not (stated or self.is_doubtful(day.first, day.last)):
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
        at = self._told_with(stated, [at for at, other in named if other not in claimed])
        if at is not None:
            yield self._finding(index, index + 1, body.tokens[at])
        elif (
            not stated
            and not {name, name[:3], name[:4]} & body.words
            and not self._falls_on(weekday)
            and (named or self._facts.published or DAYS_FROM_NOW.isdisjoint(body.words))
        ):
            yield self._finding(index, index + 1, body.tokens[named[0][0]] if named else "")

    def _told_with(self, stated: list[int], others: list[int]) -> int | None:
        return self._facts.told_with(self._text.stems, stated, others) if stated and others else None

    def is_doubtful(self, first: int, last: int) -> bool:
        """Tell whether also nutgraf.dates finds a date there, and none in the body that it covers."""
        here = self._mentions_at(first, last)
        return bool(here) and not any(_covers(mention, other) for mention in here for other in self._facts.mentions)

    def is_borne_out(self, first: int, last: int) -> bool:
        """Tell whether nutgraf.dates finds a date there that covers one of the body."""
        return bool(self._mentions_at(first, last)) and not self.is_doubtful(first, last)

    def _mentions_at(self, first: int, last: int) -> list[DateMention]:
        start, end = self._text.spans[first][0], self._text.spans[last - 1][1]
        return [mention for mention in self._mentions if mention.start < end and start < mention.end]

    @cached_property
    def _mentions(self) -> list[DateMention]:
        return find_dates(self._text.shown, self._facts.published)

    def _is_stated(self, day: Day, other: Day) -> bool:
        """Tell whether a date of the body is that of the claim, or more exact."""
        return (
            day.month == other.month
            and (not day.day or day.day == other.day)
            and (not day.year or day.year == other.year or (not other.year and self._is_near(day.year)))
        )

    def _is_claimed(self, other: Day) -> bool:
        return any(self._is_stated(day, other) for day in self._days)

    def _is_near(self, year: int) -> bool:
        """Tell whether a year goes with a day of the body that names none."""
        published = self._facts.published
        return year in self._facts.years or (published is not None and abs(year - published.year) <= 1)

    def _falls_on(self, weekday: int) -> bool:
        """Tell whether a day of the body, or that of publication, is this weekday."""
        published = self._facts.published
        if published is None:
            return False
        days = {published, *(day for mention in self._facts.mentions if (day := _day_of(mention)))}
        return any(day.weekday() == weekday for day in days)

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


def _day_of(mention: DateMention) -> date | None:
    value = parse_edtf(mention.edtf) if mention.edtf and "X" not in mention.edtf else None
    return value.earliest if value and value.earliest == value.latest else None


def _covers(claimed: DateMention, stated: DateMention) -> bool:
    """Tell whether a claim's date is the body's, or less exact."""
    if not claimed.edtf or not stated.edtf:
        return False
    if claimed.edtf == stated.edtf:
        return True
    one, other = parse_edtf(claimed.edtf), parse_edtf(stated.edtf)
    bounds = (one.earliest, one.latest, other.earliest, other.latest)
    return None not in bounds and bounds[0] <= bounds[2] and bounds[3] <= bounds[1]  # type: ignore[operator]
