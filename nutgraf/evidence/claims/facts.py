"""A body in, what can be looked up in it out: numbers by value, dates, names and quotations, each found once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from nutgraf.evidence.claims.dates import Day, read_days
from nutgraf.evidence.claims.groups import read_numbers, said_otherwise
from nutgraf.evidence.claims.known import Names
from nutgraf.evidence.claims.lists import read_lists
from nutgraf.evidence.claims.numbers import COUNT, YEAR, Number
from nutgraf.evidence.claims.quotations import Quotations
from nutgraf.evidence.claims.relative import relative_dates
from nutgraf.evidence.claims.text import Text, read_markdown, stems_of


@dataclass(frozen=True)  # without slots, so that what it holds is found once
class Facts:
    """What a body states."""

    text: Text
    published: date | None = None

    @cached_property
    def days(self) -> list[Day]:
        """Its dates that name a month."""
        return read_days(self.text)

    @cached_property
    def numbers(self) -> list[Number]:
        """Its numbers that are no part of a date."""
        dated = {token for day in self.days for token in range(day.first, day.last)}
        return read_numbers(self.text, dated)

    @cached_property
    def by_value(self) -> dict[float, list[tuple[str, Number | None]]]:
        """The units of its numbers by their values, and the number; None for one that is said without figures."""
        found: dict[float, list[tuple[str, Number | None]]] = {}
        for number in self.numbers:
            for value, unit in number.values:
                found.setdefault(value, []).append((unit, number))
        for value, unit in said_otherwise(self.text):
            found.setdefault(value, []).append((unit, None))
        return found

    @cached_property
    def counted(self) -> list[tuple[Number, frozenset[str]]]:
        """Its numbers that count something, and the stems of what it may be."""
        return [(number, counted_by(self.text, number)) for number in self.numbers if number.unit == COUNT]

    @cached_property
    def years(self) -> frozenset[int]:
        """Its years, alone or in a date."""
        alone = (int(value) for number in self.numbers for value, unit in number.values if unit == YEAR)
        return frozenset({*alone, *(day.year for day in self.days if day.year)})

    @cached_property
    def dated(self) -> list[Number]:
        """Its years, alone or in a date, in order."""
        alone = [number for number in self.numbers if number.unit == YEAR]
        return sorted(
            [*alone, *(Number(day.year, YEAR, day.first, day.last) for day in self.days if day.year)],
            key=lambda number: number.first,
        )

    def stems_about(self, index: int) -> frozenset[str]:
        """Return the stems of the words in the sentence of the token `index`, numbers left out."""
        first, last = self.text.sentence(index)
        if first not in self._stems:
            self._stems[first] = stems_of(self.text.tokens[first:last])
        return self._stems[first]

    @cached_property
    def _stems(self) -> dict[int, frozenset[str]]:
        return {}

    def stems_beside(self, index: int) -> frozenset[str]:
        """Return those of the words on each side of the token `index`, up to the bounds of its sentence."""
        first, last = self.text.sentence(index)
        return stems_of(self.text.tokens[max(first, index - _BESIDE) : min(last, index + _BESIDE)])

    @cached_property
    def lists(self) -> list[tuple[int, int, int]]:
        """Its lists of names and years: the first token, the one behind the last, and how many they have."""
        return read_lists(self.text)

    @cached_property
    def names(self) -> Names:
        """Its names."""
        return Names(self.text)

    @cached_property
    def is_told_by_me(self) -> bool:
        """Whether the author speaks of himself, and a claim may name him whom the body does not."""
        return len(_FIRST_PERSON.findall(_QUOTED.sub("", self.text.plain))) > 1

    @cached_property
    def quotations(self) -> Quotations:
        """Its words, to look quotations up in."""
        return Quotations(self.text)

    @cached_property
    def relative(self) -> list[tuple[date, date]]:
        """The days that it names by no date, which take long to find."""
        return relative_dates(self.text, self.published)


_QUOTED: Final = re.compile(r'"[^"\n]*"?')
_FIRST_PERSON: Final = re.compile(r"\b(?:I(?:'[a-z]+)?|[Mm]y|me)\b")

_BESIDE: Final = 7
"""Tokens on each side of a date that are likely to be said of it."""


def facts_of(body: str, published: date | None = None) -> Facts:
    """Return what `body`, which may be Markdown, states; "Tuesday" and "last year" count from `published`."""
    return Facts(read_markdown(body), published)


NOUN: Final = 3
"""Tokens behind a number among which stands what it counts."""
_TIMES: Final = frozenset({"year", "month", "week", "dai", "hour", "minut", "second", "old", "time", "on", "more"})
"""Stems that are counted everywhere."""


def counted_by(text: Text, number: Number) -> frozenset[str]:
    """Return the stems of the words behind a number that say what it counts."""
    end = min(text.sentence(number.first)[1], number.last + NOUN)
    return stems_of(word for word in text.low[number.last : end] if word.isalpha()) - _TIMES


def all_values(facts: Facts) -> Iterator[tuple[float, str, Number]]:
    """Yield each value, its unit and the number that has it."""
    for number in facts.numbers:
        for value, unit in number.values:
            yield value, unit, number
