"""A text cut into tokens in, its numbers by value and unit out: 35,000, 35K and thirty-five thousand are one.

A number that may mean two things has both values ("5 to 10 million", "35m"); a claim is borne out by either.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from nutgraf.evidence.claims.text import NUMBER_WORDS, Text
from nutgraf.vocabulary.calendar import IN_TIME, ORDINALS
from nutgraf.vocabulary.claims import (
    CENTS,
    CURRENCY_BEFORE,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    FRACTIONS,
    ORDINAL_ENDS,
    VAGUE,
)
from nutgraf.vocabulary.numbers import PERCENT, SCALES, SHORT_SCALES, TENS, UNITS

COUNT, SHARE, RANK, CLOCK, YEAR, DECADE, LEAST, SCORE = "#", "%", "th", ":", "year", "s", "+", "-"
"""Units; money has the sign of its currency. LEAST is that of "thousands of", SCORE of 2-1 and 1-2."""

Value = tuple[float, str]
"""A value and its unit."""

_SMALL: Final = {**UNITS, **TENS}
_SCALES: Final = {word: by for word, by in SCALES.items() if not word.endswith("s")}
_PERCENT: Final = PERCENT | {"%", "pc"}
_DAY_HALVES: Final = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"})
_SCORES: Final = 20
_UNITS: Final = frozenset({*_SCALES, *SHORT_SCALES, *CURRENCY_WORDS, *_PERCENT, *CENTS, "per"})
_BEHIND: Final = _UNITS | {"-"}
"""What behind a number may make more of it than a count."""
_ZONES: Final = frozenset({"gmt", "utc", "bst", "cet", "hours", "hrs", "local"})
_THIS_CENTURY: Final = 29
"""'29 may be 2029, '30 is 1930."""
_BEFORE_SHARE: Final = frozenset(
    {"about", "around", "roughly", "nearly", "almost", "over", "than", "by", "some", "up", "to"}
)
_PLURAL: Final = frozenset({"are", "were", "have", "had"})
_ARTICLES: Final = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    value: float
    unit: str
    first: int
    """Its first token."""
    last: int
    """The token behind it."""
    scale: float = 1
    step: float = 1
    """What its last figure counts: a number between is rounded away."""
    also: tuple[Value, ...] = ()
    """What it may mean besides."""

    @property
    def values(self) -> tuple[Value, ...]:
        """All that it may mean."""
        return ((self.value, self.unit), *self.also)


def read_alone(text: Text, dated: Collection[int] = ()) -> list[Number]:
    """Return the numbers of `text`, in order, each read by itself; the tokens `dated` belong to dates."""
    low = text.low
    found: list[Number] = []
    end = 0
    for index in sorted(text.figures + text.places_of(NUMBER_WORDS)):
        if index < end or index in dated:
            continue
        number = _read_figures(text, index) if "0" <= low[index] < ":" else _read_words(text, index)
        if number is None:
            continue
        end = number.last
        found.append(number)
    return found


def _read_figures(text: Text, index: int) -> Number | None:
    low = text.low
    value, places, may_be_year = _value_of(low[index])
    at = index + 1
    after = low[at] if at < len(low) else ""
    if after in ORDINAL_ENDS and not places:
        return Number(value, RANK, index, at + 1)
    if index and _is_rank(low, index):
        return Number(value, COUNT, index, at, also=((value, RANK),))
    if after in _ZONES and len(low[index]) == 4 and value < 2400:
        return Number(_clock(*divmod(value, 100)), CLOCK, index, at + 1)
    if after == ":" and at + 1 < len(low) and low[at + 1].isdecimal() and len(low[at + 1]) == 2 and value < 25:
        return Number(_clock(value, float(low[at + 1])), CLOCK, index, at + 2)
    if after == "-" and _is_score(low, at - 1):
        return Number(_score(value, float(low[at + 1])), SCORE, index, at + 2)
    if after in _DAY_HALVES and value < 25:
        hour, minutes = divmod(round(value * 100), 100)
        return Number(_clock(hour, minutes), CLOCK, index, at + 1)
    if after == "s" and not places and value % 10 == 0:
        return Number(value, DECADE, index, at + 1)
    if index and low[index - 1] == "'" and len(low[index]) == 2:
        return Number(value + (2000 if value <= _THIS_CENTURY else 1900), YEAR, index, at, also=((value, COUNT),))
    if may_be_year and not _counts(low, index, at):
        return Number(value, YEAR, index, at, also=() if index and low[index - 1] in IN_TIME else ((value, COUNT),))
    return _with_unit(text, index, at, value, 10.0**-places)


def _is_rank(low: list[str], index: int) -> bool:
    """Tell whether a number is that of No. 2 or of Q2."""
    before = low[index - 1]
    return before in ("no", "q", "h") or (before == "." and index > 1 and low[index - 2] == "no")


@lru_cache(maxsize=1 << 14)
def _value_of(figures: str) -> tuple[float, int, bool]:
    """Return the value of figures, their decimal places, and whether they may be a year."""
    plain = figures.replace(",", "")
    value, places = float(plain), len(plain.partition(".")[2])
    return value, places, len(figures) == len(plain) == 4 and not places and 1000 <= value < 2100


def _is_score(low: list[str], index: int) -> bool:
    """Tell whether two small numbers with a hyphen between stand alone: 2-1, and not 10-12 people or 2-1-3."""
    if index + 2 >= len(low) or not (low[index].isdecimal() and low[index + 2].isdecimal()):
        return False
    after = low[index + 3] if index + 3 < len(low) else ""
    small = int(low[index]) < _SCORES and int(low[index + 2]) < _SCORES
    return (
        small and after not in _UNITS and after != "-" and (index == 0 or low[index - 1] not in ("-", *CURRENCY_SIGNS))
    )


def _is_spelt_score(low: list[str], index: int) -> bool:
    """Tell whether two numbers in words are a score and no range: one-two, and not five-six hours."""
    return low[index] == "one" and low[index + 1 : index + 3] == ["-", "two"]


def _score(one: float, other: float) -> float:
    """Return one value for 2-1 and 1-2: who tells it decides which comes first."""
    return 1000 * min(one, other) + max(one, other)


def _clock(hour: float, minutes: float) -> float:
    return (hour * 60 + minutes) % 720


def _counts(low: list[str], index: int, at: int) -> bool:
    """Tell whether what stands beside four figures makes a count of them."""
    before = low[index - 1] if index else ""
    return before in CURRENCY_BEFORE or (at < len(low) and (low[at] in _PERCENT or low[at] in CURRENCY_WORDS))


def _read_words(text: Text, index: int) -> Number | None:
    low = text.low
    word = low[index]
    if word in VAGUE:
        if word == "scores" and low[index + 1 : index + 2] != ["of"]:
            return None
        return Number(float(VAGUE[word]), LEAST, index, index + 1)
    if word in ("noon", "midnight"):
        return Number(0, CLOCK, index, index + 1)
    if word in ORDINALS and not (word == "third" and _is_part(low, index)):
        return _ordinal(low, index)
    if word in FRACTIONS:
        return _fraction(text, index, 1)
    if word in _SCALES and index > 1 and low[index - 1] == "-" and low[index - 2] == "multi":
        return Number(float(_SCALES[word]), LEAST, index, index + 1)
    if _is_spelt_score(low, index):
        return Number(_score(_SMALL[word], _SMALL[low[index + 2]]), SCORE, index, index + 3)
    value, at = _spelt(low, index)
    if value in TENS.values() and low[at : at + 1] == ["-"] and low[at + 1 : at + 2] and low[at + 1] in ORDINALS:
        return Number(value + ORDINALS[low[at + 1]], RANK, index, at + 2)
    if at < len(low) and low[at] == "-" and at + 1 < len(low):
        at += low[at + 1] in FRACTIONS and low[at + 1] != "half"
    if at < len(low) and low[at] in FRACTIONS and value < FRACTIONS[low[at]] and at > index:
        return _fraction(text, index, value, at)
    first = index - 1 if index and low[index - 1] in _ARTICLES and word in _SCALES else index
    return _with_unit(text, first, at, value, 1)


def _is_part(low: list[str], index: int) -> bool:
    """Tell a third of something from the third one."""
    of = index + 1 < len(low) and low[index + 1] == "of"
    before, first = low[index - 1] if index else "", low[index - 2] if index > 1 else ""
    is_vague = before == "a" and first in _BEFORE_SHARE
    return (of and before in ("a", "one", "-")) or (before == "-" and first == "one") or is_vague


def _ordinal(low: list[str], index: int) -> Number | None:
    value = ORDINALS[low[index]]
    return Number(value, RANK, index, index + 1) if value > 1 else None


def _fraction(text: Text, index: int, count: float, at: int = -1) -> Number | None:
    """Read a half, two-thirds, a quarter of; half a million is a number."""
    low = text.low
    at = index if at < 0 else at
    name, after = low[at], low[at + 1] if at + 1 < len(low) else ""
    if name == "half" and (after in _ARTICLES or after == "-"):
        scale = low[at + 2] if at + 2 < len(low) else ""
        return (
            _with_unit(text, index, at + 3, _scale_of(scale) / 2, _scale_of(scale) / 10) if _scale_of(scale) else None
        )
    before = low[index - 1] if index else ""
    is_part = (
        count > 1
        or at > index
        or after in ("of", "the")
        or (before == "a" and after in _PLURAL)
        or (name == "third" and _is_part(low, index))
        or before == "one"
    )
    if not is_part or (name != "half" and before in ORDINALS) or before in ("first", "second", "final", "last"):
        return None
    return Number(100 * count / FRACTIONS[name], SHARE, index, at + 1, step=2)


def _scale_of(word: str) -> float:
    return float(_SCALES.get(word, 0))


def _spelt(low: list[str], index: int) -> tuple[float, int]:
    """Return the value of a number in words, and the token behind it."""
    total, part, at, room = 0.0, 0.0, index, 1000.0
    while at < len(low):
        word = low[at]
        if word in _SMALL and _SMALL[word] < room:
            part += _SMALL[word]
            room = 10 if word in TENS else 1
        elif word in _SCALES:
            by = _SCALES[word]
            if by == 100 or by == 12:
                part, room = (part or 1) * by, 100 if by == 100 else 1
            else:
                total, part, room = total + (part or 1) * by, 0.0, min(by, 1000)
        elif not (word in ("-", "and") and at > index and _goes_on(low, at, room)):
            break
        at += 1
    return total + part, at


def _goes_on(low: list[str], at: int, room: float) -> bool:
    following = low[at + 1] if at + 1 < len(low) else ""
    if low[at] == "-":
        return (following in _SMALL and room == 10 and _SMALL[following] < 10) or following in _SCALES
    return room == 100 and low[at - 1] in _SCALES and following in _SMALL


def _with_unit(text: Text, first: int, at: int, value: float, step: float) -> Number:
    """Add the scale and unit that stand about a number: million, percent, a currency."""
    low = text.low
    also: tuple[Value, ...] = ()
    before = low[first - 1] if first else ""
    unit = CURRENCY_BEFORE.get(before, COUNT)
    if unit == COUNT and (at >= len(low) or (low[at] not in _BEHIND and not text.tokens[at][0].isupper())):
        return Number(value, COUNT, first, at, 1, step)
    scale, scaled = _scale_behind(low, at)
    if scale > 1:
        if low[scaled - 1] == "m" and unit == COUNT:
            also = ((value, COUNT),)  # metres
        value, step, at = float(f"{value * scale:.12g}"), step * scale, scaled
    after = low[at] if at < len(low) else ""
    if at + 1 < len(low) and low[at + 1] in CURRENCY_WORDS and text.tokens[at][0].isupper():
        at += 1  # Australian dollars
        after = low[at]
    if after == "-" and at + 1 < len(low) and low[at + 1] in {*CURRENCY_WORDS, *_PERCENT}:
        at += 1
        after = low[at]
    if after in _PERCENT:
        return Number(value, SHARE, first, at + 1, scale, step)
    if after == "per" and low[at + 1 : at + 2] == ["cent"]:
        return Number(value, SHARE, first, at + 2, scale, step)
    if unit != COUNT:
        return Number(value, unit, first - 1, at, scale, step)
    if after in CENTS:
        return Number(value / 100, CENTS[after], first, at + 1, scale, step / 100)
    if after in CURRENCY_WORDS:
        other: tuple[Value, ...] = ((value, COUNT),) if CURRENCY_WORDS[after] in ("£", "₩") else ()
        return Number(value, CURRENCY_WORDS[after], first, at + 1, scale, step, other)
    return Number(value, unit, first, at, scale, step, also)


def _scale_behind(low: list[str], at: int) -> tuple[float, int]:
    """Return what multiplies the number in front of the token `at`, and the token behind that."""
    end = at + (at + 1 < len(low) and low[at] == "-")
    scale = 1.0
    while end < len(low) and (by := _SCALES.get(low[end]) or (SHORT_SCALES.get(low[end]) if scale == 1 else None)):
        scale *= by
        end += 1
    return (scale, end) if scale > 1 else (1.0, at)
