"""What pages say in a language of their own; each language fills it in a file of its own, as interface_en does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Plural = Literal["zero", "one", "two", "few", "many", "other"]
"""The kinds of numbers that a language may tell apart, by their names in CLDR."""


@dataclass(frozen=True, slots=True)
class DateNames:
    """How a date is written; {names} stand for its parts."""

    months: tuple[str, ...]
    """In order; the month n stands at n - 1."""
    seasons: Mapping[int, str]
    """By their EDTF number, from 21 (spring) to 24 (winter)."""
    parts: Mapping[int, str]
    """Quarters and halves by their EDTF number."""
    decades: tuple[str, ...]
    """By their digit; empty where the year says it."""
    centuries: tuple[str, ...]
    """In order, from the first."""
    month: str
    day: str
    yearless_day: str
    lone_day: str
    """A day whose month is not known."""
    part: str
    decade: str
    century: str
    days: str
    """Two days of one month: {first} is the number of the one, {last} the other whole."""
    span: str
    about: str
    since: str
    until: str
    note: str
    """What is said behind a date in doubt."""
    notes: str
    """What joins two of them."""
    uncertain: str
    yearless: str
    monthless: str
    undated: str
    unsure: str
    """For what has digits, and is no date of the calendar."""
    quoted: str
    """{what} is `undated` or `unsure`, {phrase} the source's words."""
    inclusive: frozenset[str]
    """Words in front of a date that is part of the time they mean; a phrase of the source keeps its own."""
    exclusive: frozenset[str]
    """Words in front of a date that is not."""
    articles: frozenset[str]
    moment: str
    """A day and the time of that day, with its zone."""


@dataclass(frozen=True, slots=True)
class InterfaceWords:
    """The words of one language."""

    dates: DateNames
    plurals: tuple[tuple[Plural, frozenset[int], range | None], ...]
    """Each kind of number with the numbers that are of it: themselves, or by their last two digits. Others are
    `other`; the first that fits counts."""
    words: Mapping[str, str | Mapping[Plural, str]]
    """By key; with a table of kinds where the words go by a number, `count`."""
