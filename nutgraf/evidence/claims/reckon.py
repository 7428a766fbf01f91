"""A number of a claim that its body does not state in, that of the body from which it is plainly reckoned out.

A sum or difference of neighbours, the length of a list, the time between two dates or since a year, another measure.
Only a sentence that has a word of the claim counts: any number is the sum of some others.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, pairwise
from typing import Final

from nutgraf.evidence.claims.dates import Day
from nutgraf.evidence.claims.directions import Bound
from nutgraf.evidence.claims.facts import Facts
from nutgraf.evidence.claims.numbers import CLOCK, COUNT, DECADE, LEAST, RANK, SCORE, YEAR, Number
from nutgraf.evidence.claims.reach import reaches
from nutgraf.evidence.claims.text import Text
from nutgraf.evidence.tokens import tokens
from nutgraf.vocabulary.claims import MEASURES, RELATIVE, TIME_WORDS

Parts = tuple[int, int]
"""The tokens of the body that make a number: the first, and the one behind the last."""

_NO_ADDENDS: Final = frozenset({RANK, YEAR, DECADE, CLOCK, LEAST, SCORE})
_APART: Final = 8
"""Tokens between two numbers that are still told together."""
_LEFT: Final = frozenset({"of", "from", "to", "than", "against", "compared", "down", "up"})
"""Between two numbers whose difference is told."""
_RANGE: Final = 2
"""Tokens from one end of a range of years to the other."""
_YEARS_ON: Final = 2
"""From the last year that an article names to that of its next year."""
_LONGEST_LIST: Final = 12
_CONVERTED: Final = 0.05


def reckon(text: Text, number: Number, bound: Bound, facts: Facts) -> Parts | None:
    """Return what of the body makes `number`; None when nothing plainly does."""
    if number.unit == YEAR:
        ways = _relative_years(number, facts)
    elif number.unit in _NO_ADDENDS:
        return None
    else:
        ways = chain(
            _sums(number, facts),
            _listed(number, facts),
            _times(text, number, bound, facts),
            _converted(text, number, facts),
        )
    claim = set(tokens(text.plain))
    near = (parts for parts in ways if not claim.isdisjoint(tokens(facts.text.piece(*facts.text.sentence(parts[0])))))
    return next(chain(_spans(text, number, facts), near), None)


def _sums(number: Number, facts: Facts) -> Iterator[Parts]:
    """Yield two or three neighbours that make the number together, and two of which it is the difference."""
    addends = [other for other in facts.numbers if other.unit == number.unit]
    for place, (one, other) in enumerate(pairwise(addends)):
        if not _are_neighbours(one, other, facts):
            continue
        between = facts.text.low[one.last : other.first]
        third = addends[place + 2] if place + 2 < len(addends) else None
        if one.value + other.value == number.value and not _LEFT & set(between):
            yield one.first, other.last
        elif third and one.value + other.value + third.value == number.value and _are_neighbours(other, third, facts):
            yield one.first, third.last
        elif abs(one.value - other.value) == number.value and _LEFT & set(between):
            yield one.first, other.last


def _are_neighbours(one: Number, other: Number, facts: Facts) -> bool:
    return other.first - one.last <= _APART and facts.text.sentence(one.first) == facts.text.sentence(other.first)


def _listed(number: Number, facts: Facts) -> Iterator[Parts]:
    """Yield the lists of the body that have as many names, or years, as the claim counts."""
    if number.unit != COUNT or not 2 <= number.value <= _LONGEST_LIST:
        return
    for first, last, length in facts.lists:
        if length == number.value:
            yield first, last


def _times(text: Text, number: Number, bound: Bound, facts: Facts) -> Iterator[Parts]:
    """Yield the dates between which lies the time that the claim gives, and the year that is so long ago."""
    at = number.last + (text.low[number.last : number.last + 1] == ["-"])
    word = text.low[at] if at < len(text.low) else ""
    if word not in TIME_WORDS:
        return
    unit, length = TIME_WORDS[word]
    wanted = number.value * length
    for one, other in pairwise(facts.days):
        if facts.text.sentence(one.first) == facts.text.sentence(other.first) and wanted in _between(one, other, unit):
            yield min(one.first, other.first), max(one.last, other.last)
    today = {facts.published.year} if facts.published else facts.years
    for year, first, last in _years(facts) if unit == "mon" else ():
        spans = [12 * (other - year) for other in today if other > year]
        fits = any(wanted == months or reaches(number, bound, months, unit) for months in spans)
        if fits and _stands_alone(first, unit, facts):
            yield first, last


def _years(facts: Facts) -> Iterator[tuple[int, int, int]]:
    """Yield the years of the body, those of dates too, and where they stand."""
    yield from ((int(other.value), other.first, other.last) for other in facts.numbers if other.unit == YEAR)
    yield from ((day.year, day.first, day.last) for day in facts.days if day.year)


def _stands_alone(at: int, unit: str, facts: Facts) -> bool:
    """Tell whether a year is no end of a range, and its sentence gives no length of time of its own."""
    first, last = facts.text.sentence(at)
    lengths = (other for other in facts.numbers if first <= other.first < last)
    is_range = any(0 < abs(place - at) <= _RANGE for _, place, _ in _years(facts))
    return not is_range and not any(unit == other_unit for other in lengths for _, other_unit in other.values)


def _spans(text: Text, number: Number, facts: Facts) -> Iterator[Parts]:
    """Yield two years of one sentence that are as many apart as the claim says."""
    if {"year", "years"} & set(text.low[number.last : number.last + 2]):
        years = [other for other in facts.numbers if other.unit == YEAR]
        for one, other in pairwise(years):
            if other.value - one.value == number.value and facts.text.sentence(one.first) == facts.text.sentence(
                other.first
            ):
                yield one.first, other.last


def _between(one: Day, other: Day, unit: str) -> tuple[float, ...]:
    """Return how long it is from one date to another, in minutes or months; with both ends and without."""
    if unit == "mon":
        months = abs(12 * (other.year - one.year) + other.month - one.month)
        return (months, months - months % 12) if one.year and other.year else ()
    if not (one.day and other.day):
        return ()
    try:
        days = abs(
            (
                date(other.year or one.year or 2000, other.month, other.day)
                - date(one.year or other.year or 2000, one.month, one.day)
            ).days
        )
    except ValueError:  # 31 June
        return ()
    return days * 1440, (days + 1) * 1440


def _relative_years(number: Number, facts: Facts) -> Iterator[Parts]:
    """Yield "last year" and the like where nobody knows the year of the article, and the number may be meant."""
    latest = max(facts.years, default=number.value)
    if facts.published or not latest <= number.value <= latest + _YEARS_ON:
        return
    low = facts.text.low
    for at in [i for i, word in enumerate(low) if word in ("year", "years")]:
        if (at and low[at - 1] in RELATIVE) or low[at + 1 : at + 2] in (["ago"], ["earlier"], ["later"]):
            yield max(0, at - 1), at + 1


def _converted(text: Text, number: Number, facts: Facts) -> Iterator[Parts]:
    """Yield the numbers of another measure that are as much."""
    kind, size = _measure(text, number)
    if not kind or number.unit != COUNT:
        return
    for other in facts.numbers:
        other_kind, other_size = _measure(facts.text, other)
        if (
            other_kind == kind
            and other_size != size
            and abs(other.value * other_size - number.value * size) <= _CONVERTED * number.value * size
        ):
            yield other.first, other.last


def _measure(text: Text, number: Number) -> tuple[str, float]:
    at = number.last + (text.low[number.last : number.last + 1] == ["-"])
    return MEASURES.get(text.low[at], ("", 1.0)) if at < len(text.low) else ("", 1.0)
