"""What the sentences of an article tell of its dates in; each event once, and no boundary that an event has, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from nutgraf.edtf import parse_edtf
from nutgraf.likeness import is_alike, telling_words
from nutgraf.models import Entry
from nutgraf.vocabulary.timeline_words import Role


@dataclass(frozen=True, slots=True)
class Told:
    """A date and what it does in its sentence."""

    entry: Entry
    start: int
    """Of its phrase in the sentence."""
    role: Role
    edtf: str
    """Of the date itself, whatever its role; empty when it has no value."""
    sentence: str
    """All of it, of which the text of the entry may be a clause."""
    is_by_the_way: bool
    """Whether it is that of the report ("the mayor said on Thursday"), in a quotation or in an aside."""


def each_once(told: Sequence[Told]) -> list[Told]:
    """Return each event once, in the order of the text, with the finest date that it is told with.

    A boundary, and a date by the way, is kept only when nothing else has its date.
    """
    kept: dict[int, Told] = {}
    for index in sorted(range(len(told)), key=lambda index: _rank(told[index])):
        if not any(_is_told(told[index], other) for other in kept.values()):
            kept[index] = told[index]
    return [kept[index] for index in sorted(kept)]


def _rank(told: Told) -> tuple[int, int]:
    """Return which comes first when several have one date: events, boundaries, what is by the way; the finer first."""
    span = _days(told.entry.date) if told.entry.date else None
    return 2 if told.is_by_the_way else int(told.role != "event"), (span[1] - span[0]).days if span else 0


def _is_told(each: Told, other: Told) -> bool:
    """Tell whether `other` says what `each` does."""
    one, two = each.entry, other.entry
    if each.sentence == other.sentence:
        return one.date == two.date and (bool(one.date) or one.phrase.casefold() == two.phrase.casefold())
    if each.role != "event":
        return bool(each.edtf) and each.edtf == other.edtf and other.role in (each.role, "event")
    if other.role != "event" or not _is_same_time(one, two):
        return False
    return (each.is_by_the_way and one.date == two.date) or is_alike(
        each.sentence.replace(one.phrase, ""), other.sentence.replace(two.phrase, "")
    )


def _is_same_time(one: Entry, two: Entry) -> bool:
    """Tell whether the date of `two` lies in that of `one`; without dates, whether their phrases share a word."""
    if not one.date or not two.date:
        return one.date == two.date and bool(telling_words(one.phrase) & telling_words(two.phrase))
    if one.date == two.date:
        return True
    wide, narrow = _days(one.date), _days(two.date)
    return wide is not None and narrow is not None and wide[0] <= narrow[0] and narrow[1] <= wide[1]


@lru_cache(maxsize=1024)
def _days(edtf: str) -> tuple[date, date] | None:
    """Return the first and the last day of a date; None when one of them is open or unknown."""
    value = parse_edtf(edtf)
    return (value.earliest, value.latest) if value.earliest and value.latest else None
