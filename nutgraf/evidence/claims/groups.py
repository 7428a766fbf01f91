"""A text cut into tokens in, its numbers out, each with what those beside it and the word behind it make of it.

"5 to 10 million" is two numbers of millions, "41 percent, the other 38" two shares, "one in five" a share, and "two
weeks" as many minutes as "14 days".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from nutgraf.evidence.claims.numbers import CLOCK, COUNT, DECADE, RANK, SHARE, YEAR, Number, Value, read_alone
from nutgraf.evidence.claims.text import STOPS, Text
from nutgraf.vocabulary.claims import CURRENCY_SIGNS, ROMAN, SAID_OTHERWISE, TIME_WORDS

_MOST_PARTS: Final = 20
_BETWEEN: Final = frozenset({"-", "to", "and", "or"})
_OUT_OF: Final = frozenset({("in",), ("of",), ("out", "of"), ("in", "every"), ("of", "every"), ("out", "of", "every")})
_MEASURED: Final = frozenset({SHARE, *CURRENCY_SIGNS.values()})
_BEHIND_ALL: Final = STOPS | frozenset(",;:)-") | {"and", "while", "but", "or", "to", "in", "from"}
"""What stands behind a number that counts nothing of its own."""
_ARTICLES: Final = frozenset({"a", "an", "one"})
_SAID_OTHERWISE: Final = frozenset(SAID_OTHERWISE)
_ROMAN: Final = frozenset(ROMAN)
_TIME_WORDS: Final = frozenset(TIME_WORDS)


def read_numbers(text: Text, dated: Collection[int] = ()) -> list[Number]:
    """Return the numbers of `text`, in order; the tokens `dated` belong to dates and are no numbers."""
    found = read_alone(text, dated)
    if len(found) > 1:
        found = _with_left_out(_with_ranges(_with_shares(found, text.low), text.low), text.low)
    return _with_times(found, text)


def said_otherwise(text: Text) -> Iterator[Value]:
    """Yield the numbers that a text says without naming them: both, a pair, an hour, a year and a half."""
    yield from ((float(SAID_OTHERWISE[word]), COUNT) for word in _SAID_OTHERWISE & text.words)
    yield from ((float(ROMAN[token]), COUNT) for token in _ROMAN.intersection(text.tokens))
    low = text.low
    for at in text.places_of(_TIME_WORDS):
        if at and low[at - 1] in _ARTICLES:
            unit, length = TIME_WORDS[low[at]]
            half = low[at + 1 : at + 4] == ["and", "a", "half"]
            yield length * (1.5 if half else 1), unit


def _with_times(numbers: list[Number], text: Text) -> list[Number]:
    """Let a number of weeks, years or decades have its length besides, to be compared with days, months or years."""
    low = text.low
    for place, number in enumerate(numbers):
        at = number.last
        at += at < len(low) and low[at] == "-"
        value = number.value
        if number.unit == SHARE and low[at : at + 2] == ["of", "a"]:  # a quarter of a century
            at, value = at + 2, value / 100
        if at < len(low) and low[at] in _TIME_WORDS and (number.unit == COUNT or value < number.value):
            unit, length = TIME_WORDS[low[at]]
            numbers[place] = replace(number, also=(*number.also, (value * length, unit)))
    return numbers


def _with_shares(numbers: list[Number], low: list[str]) -> list[Number]:
    """Let both numbers of "one in five", "nine of 10" and "one child in three" be their share besides."""
    for place in range(len(numbers) - 1):
        one, other = numbers[place], numbers[place + 1]
        if other.unit != COUNT or one.unit != COUNT or not one.value < other.value <= _MOST_PARTS:
            continue
        between = tuple(low[one.last : other.first])
        if between in _OUT_OF or (one.value == 1 and between[1:] in _OUT_OF):
            share = (100 * one.value / other.value, SHARE)
            numbers[place] = replace(one, also=(*one.also, share))
            numbers[place + 1] = replace(other, also=(*other.also, share))
    return numbers


def _with_ranges(numbers: list[Number], low: list[str]) -> list[Number]:
    """Let each end of a range have scale and unit of the other besides: 5 to 10 million, $5-10, 10 to 12 percent."""
    for place in range(len(numbers) - 1):
        one, other = numbers[place], numbers[place + 1]
        if other.first - one.last != 1 or low[one.last] not in _BETWEEN:
            continue
        if one.unit == YEAR and other.unit == COUNT and low[one.last] == "-" and other.value < 100:  # 2024-25
            numbers[place + 1] = replace(other, also=((one.value - one.value % 100 + other.value, YEAR),))
        if (
            one.unit == COUNT
            and (other.scale > 1 or other.unit != COUNT)
            and other.unit not in (RANK, YEAR, DECADE, CLOCK)
        ):
            numbers[place] = replace(one, also=(*one.also, (one.value * other.scale, other.unit)))
        elif other.unit == COUNT and one.unit in CURRENCY_SIGNS:
            numbers[place + 1] = replace(other, also=((other.value, one.unit),))
            numbers[place] = replace(one, also=((one.value * other.scale, one.unit),))
    return numbers


def _with_left_out(numbers: list[Number], low: list[str]) -> list[Number]:
    """Let a number that counts nothing have the unit of one before it in its sentence: 41 percent, the other 38."""
    measured: Number | None = None
    for place, number in enumerate(numbers):
        if measured and not STOPS.isdisjoint(low[measured.last : number.first]):
            measured = None
        if number.unit in _MEASURED:
            measured = number
        elif measured and number.unit == COUNT and (number.last >= len(low) or low[number.last] in _BEHIND_ALL):
            scale = measured.scale if number.scale == 1 else 1
            numbers[place] = replace(number, also=(*number.also, (number.value * scale, measured.unit)))
    return numbers
