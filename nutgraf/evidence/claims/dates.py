"""A text cut into tokens in, the dates that it states in figures and names out: year, month and day, as far as given.

What only nutgraf.dates can read ("last Tuesday", "the summer of 2019") is left to it: it is asked when a claim finds
nothing here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nutgraf.evidence.claims.text import Text
from nutgraf.vocabulary.calendar import MONTHS, PLAIN_MONTHS, WEEKDAYS
from nutgraf.vocabulary.claims import BEFORE_MONTH, ORDINAL_ENDS

PLAIN: Final = frozenset(month.lower() for month in PLAIN_MONTHS)
_WEEKDAY_WORDS: Final = frozenset(word for word in WEEKDAYS if len(word) > 4)
_JOINS: Final = frozenset({"-", "to", "and", ",", "/"})


@dataclass(frozen=True, slots=True)
class Day:
    """A date, with what the text leaves open as 0."""

    year: int
    month: int
    day: int
    first: int
    """Its first token."""
    last: int
    """The token behind it."""


def read_days(text: Text) -> list[Day]:
    """Return the dates of `text` that name a month, in order; of "7 and 9 October" both."""
    tokens, low = text.tokens, text.low
    found: list[Day] = []
    for index in text.places_of(MONTHS):
        if tokens[index][0].isupper():
            found += _read_month(low, index, MONTHS[low[index]])
    return found + _read_figures(text)


def _read_month(low: list[str], index: int, month: int) -> list[Day]:
    at = index + 1
    if low[at : at + 1] == ["."] and len(low[index]) < 5:
        at += 1
    days, first = _days_before(low, index)
    if not days:
        days, at = _days_behind(low, at)
    year, last = _year_at(low, at)
    if not days and not year:
        before = low[index - 2] if index > 1 and low[index - 1] == "-" else low[index - 1] if index else ""
        if low[index] not in PLAIN and before not in BEFORE_MONTH:
            return []
        return [Day(0, month, 0, index, index + 1)]
    return [Day(year, month, day, min(first, index), last) for day in days or [0]]


def _days_before(low: list[str], index: int) -> tuple[list[int], int]:
    """Read "7", "7th of", "7-9", "7 and 9" in front of a month."""
    at = index - 1
    if at > 0 and low[at] == "of":
        at -= 1
    days: list[int] = []
    first = index
    while at >= 0:
        at -= low[at] in ORDINAL_ENDS and at > 0 and low[at - 1].isdecimal()
        if not _is_day(low[at]):
            break
        days, first = [int(low[at]), *days], at
        at -= 1
        if at < 1 or low[at] not in _JOINS:
            break
        at -= 1
    return days, first


def _days_behind(low: list[str], at: int) -> tuple[list[int], int]:
    """Read "7", "7th", "7-9", "7 and 9" behind a month, and return where they end."""
    days: list[int] = []
    end = at
    while at < len(low) and _is_day(low[at]):
        days.append(int(low[at]))
        at += 1
        at += at < len(low) and low[at] in ORDINAL_ENDS
        end = at
        if at + 1 >= len(low) or low[at] not in _JOINS or low[at] == ",":
            break
        at += 1
    return days, end


def _is_day(word: str) -> bool:
    return len(word) < 3 and word.isdecimal() and 1 <= int(word) <= 31


def _year_at(low: list[str], at: int) -> tuple[int, int]:
    """Read a year behind a month or day, with or without its comma; 0 when there is none."""
    year = at + (low[at : at + 1] in ([","], ["of"]))
    if year < len(low) and len(low[year]) == 4 and low[year].isdecimal() and 1000 <= int(low[year]) < 2100:
        return int(low[year]), year + 1
    return 0, at


def _read_figures(text: Text) -> list[Day]:
    """Read 2023-10-07, and 9/11: nine-eleven is known by its date, in the American order."""
    low, found = text.low, []
    for at in text.figures:
        if low[at] == "9" and low[at + 1 : at + 3] in (["/", "11"], ["-", "11"]):
            found.append(Day(0, 9, 11, at, at + 3))
        elif len(low[at]) == 4 and low[at + 1 : at + 2] == ["-"] and low[at + 3 : at + 4] == ["-"]:
            month, day = low[at + 2], (low[at + 4 : at + 5] or [""])[0]
            if _is_day(day) and month.isdecimal() and 1 <= int(month) <= 12:
                found.append(Day(int(low[at]), int(month), int(day), at, at + 5))
    return found


def read_weekdays(text: Text) -> list[tuple[int, int]]:
    """Return the weekdays that `text` names, as token and number from Monday = 0."""
    return [(i, WEEKDAYS[text.low[i]]) for i in text.places_of(_WEEKDAY_WORDS) if text.tokens[i][0].isupper()]
