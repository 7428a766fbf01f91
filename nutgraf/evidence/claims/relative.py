"""A body and its day of publication in, the days that it names by no date out: last month, two years ago, Christmas.

nutgraf.dates reads them, which takes a thousand times as long as the rest: only where a word asks for it, and only
when a claim has a date that the body does not have.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from nutgraf.dates import find_dates
from nutgraf.edtf import parse_edtf
from nutgraf.evidence.claims.text import Text
from nutgraf.vocabulary.calendar import MONTHS, WEEKDAYS
from nutgraf.vocabulary.claims import RELATIVE, RELATIVE_BEHIND, SEASONS, TIME_WORDS

Span = tuple[date, date]
"""A first and a last day."""

_SPANS: Final = frozenset(
    {*TIME_WORDS, *MONTHS, *SEASONS, "weekend", "quarter", *(day for day in WEEKDAYS if len(day) > 4)}
)
_REACH: Final = 2
"""Tokens between a word of time and that which makes it relative."""


def relative_dates(text: Text, published: date | None) -> list[Span]:
    """Return the first and the last day of each, as far as they can be told."""
    low = text.low
    places = [at for at, word in enumerate(low) if word in SEASONS or (word == "/" and low[at - 1].isdecimal())]
    if published:
        places += _relative_places(low)
    found: list[Span] = []
    for first, last in sorted({text.sentence(at) for at in places}):
        for mention in find_dates(text.piece(first, last), published):
            value = parse_edtf(mention.edtf) if mention.edtf and "X" not in mention.edtf else None
            if value and value.earliest and value.latest:
                found.append((value.earliest, value.latest))
    return found


def _relative_places(low: list[str]) -> list[int]:
    """Return the tokens that make a date of a word of time beside them."""
    return [
        at
        for at, word in enumerate(low)
        if (word in RELATIVE and not _SPANS.isdisjoint(low[at + 1 : at + 1 + _REACH]))
        or (word in RELATIVE_BEHIND and not _SPANS.isdisjoint(low[max(0, at - _REACH) : at]))
    ]
