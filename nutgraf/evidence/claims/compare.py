"""A number of a claim and a body's facts in, whether the body bears it out, and what it has instead, out."""

from __future__ import annotations

from dataclasses import replace
from math import log
from typing import Final

from nutgraf.evidence.claims.context import told_elsewhere
from nutgraf.evidence.claims.directions import bound_of, way_of
from nutgraf.evidence.claims.facts import NOUN, Facts, all_values, counted_by
from nutgraf.evidence.claims.finding import ClaimFinding, Kind
from nutgraf.evidence.claims.numbers import CLOCK, COUNT, DECADE, LEAST, RANK, SCORE, SHARE, YEAR, Number
from nutgraf.evidence.claims.reach import reaches
from nutgraf.evidence.claims.reckon import reckon
from nutgraf.evidence.claims.text import Text, stems_of
from nutgraf.evidence.claims.when import Dates
from nutgraf.vocabulary.claims import MEASURES, PERSONS, TIME_WORDS
from nutgraf.vocabulary.words import STOP_WORDS

_FITS: Final = frozenset({(RANK, COUNT), (YEAR, COUNT), (LEAST, COUNT), (DECADE, YEAR)})
"""Units of a claim and of a body that are not the same and yet go together."""
_NEAR: Final = 6
"""Tokens about a number among which stands what it counts."""
_FEW_LETTERS: Final = 3
"""Words as long as these stand in front of everything."""
_ANYBODY: Final = frozenset({"people", "persons"})
_TELLING: Final = 13
"""So many people of a claim and so many passengers of its body are no accident."""


def check_number(text: Text, number: Number, facts: Facts, dates: Dates) -> ClaimFinding | None:
    """Return what is wrong with a number of a claim, or None. `dates` are those of the same claim."""
    if number.value == 1 and number.unit == COUNT and (text.low[number.first] == "one" or _is_first(number, facts)):
        return None
    same = _same(number, facts)
    if same:
        return None if None in same else _check_context(text, number, [other for other in same if other], facts)
    if number.unit in (YEAR, DECADE, LEAST, CLOCK) and _is_within(number, facts):
        return None
    if number.unit in (YEAR, DECADE) and dates.is_borne_out(number):
        return None
    bound = bound_of(text, number)
    near = [o for value, unit, o in all_values(facts) if o.unit != YEAR and reaches(number, bound, value, unit)]
    if near:
        return None if bound else _finding(text, number, near[0], facts, "rounded")
    if parts := reckon(text, number, bound, facts):
        return _reckoned(text, number, facts.text.piece(*parts))
    return _finding(text, number, _nearest(number, facts), facts, "missing")


def _is_first(number: Number, facts: Facts) -> bool:
    """Tell whether No. 1, or Q1, is the first of the body."""
    return (1, RANK) in number.also and not {"first", "top", "one"}.isdisjoint(facts.text.words)


def _same(number: Number, facts: Facts) -> list[Number | None]:
    same = [
        other
        for value, unit in number.values
        for body_unit, other in facts.by_value.get(value, ())
        if unit == body_unit or (unit, body_unit) in _FITS
    ]
    return same or ([other for other in facts.dated if other.value == number.value] if number.unit == YEAR else [])


def _is_within(number: Number, facts: Facts) -> bool:
    """Tell whether a year, a decade, an hour or "thousands" is borne out by a value that is not the same."""
    value = number.value
    if number.unit == YEAR:
        return value in facts.years or (facts.published is not None and value == facts.published.year)
    if number.unit == DECADE:
        spans = {year - year % 10 for year in facts.years} | {
            int(v) for v, unit, _ in all_values(facts) if unit == DECADE
        }
        if value < 100 and any(unit == COUNT and value <= other < value + 10 for other, unit, _ in all_values(facts)):
            return True  # the forties of a person
        return any(span % 100 == value if value < 100 else span == value for span in spans)
    if number.unit == LEAST:
        return any(
            value <= other < 1000 * value for other, unit, _ in all_values(facts) if unit not in (RANK, CLOCK, YEAR)
        )
    return any((other * 60) % 720 == value for other, unit, _ in all_values(facts) if unit == COUNT and other < 25)


def _nearest(number: Number, facts: Facts) -> Number | None:
    """Return the number of the body that an editor will want to see instead: of the same unit, the nearest."""
    for other in facts.numbers:
        if other.value == number.value:
            return other  # of another unit
    fitting = [
        other
        for _, unit, other in all_values(facts)
        if (unit == number.unit or (number.unit, unit) == (DECADE, YEAR)) and other.value
    ]
    return min(fitting, key=lambda other: abs(log(other.value / number.value)), default=None) if number.value else None


def _check_context(text: Text, number: Number, same: list[Number], facts: Facts) -> ClaimFinding | None:
    """Find a number that the body has, and yet not so: turned round, of other things, or out of its reach."""
    body = facts.text
    bound, way = bound_of(text, number), way_of(text, number.first, number.last)
    if bound in _OPPOSITE and all(bound_of(body, other) == _OPPOSITE[bound] for other in same):
        return _turned(text, number, same[0], body)
    if way and all(way_of(body, other.first, other.last) == _OPPOSITE[way] for other in same):
        return _turned(text, number, same[0], body)
    if number.unit == SCORE:
        return None
    if number.unit != COUNT:
        instead = _told_of(text, number, same, facts)
        return _finding(text, number, instead, facts, "missing") if instead else None
    if instead := _of_another_kind(text, number, body, same):
        return _finding(text, replace(number, last=number.last + 1), instead, facts, "missing")
    shares = {value for value in number.also if value[1] == SHARE}
    if any(other.unit != COUNT or shares & {*other.also} or _share_words(text, number, body, other) for other in same):
        return None
    if instead := _of_the_same(text, number, facts):
        return _finding(text, number, instead, facts, "missing")
    return None if _is_near(text, same, facts) else _finding(text, number, same[0], facts, "elsewhere")


_OPPOSITE: Final = {"more": "less", "less": "more", "up": "down", "down": "up"}


def _of_another_kind(text: Text, number: Number, body: Text, same: list[Number]) -> Number | None:
    """Return the same number of years where a claim has it of months, and the body has none of these near it."""
    claimed = _kind_at(text, number.last)
    if not claimed or any(other.value != number.value for other in same):  # or it is converted
        return None
    near = {i for other in same for i in range(max(0, other.first - _NEAR), other.last + _NEAR)}
    if any(_kind_at(body, i) == claimed for i in near):
        return None
    return next((o for o in same if (kind := _kind_at(body, o.last)) and kind[0] == claimed[0]), None)


def _kind_at(text: Text, at: int) -> tuple[str, float] | None:
    """Return what is measured by the word at a token, or behind a hyphen there, and by how much of it."""
    word = next((word for word in text.low[at : at + 2] if word != "-"), "")
    if word in TIME_WORDS:
        unit, size = TIME_WORDS[word]
        return "time", size * (_MINUTES if unit == "mon" else 1)
    return MEASURES.get(word) or PERSONS.get(word)


_MINUTES: Final = 43800
"""Of a month."""


def _share_words(text: Text, number: Number, body: Text, other: Number) -> bool:
    """Tell whether what a claim counts stands near the number in the body."""
    end = min(text.sentence(number.first)[1], number.last + NOUN)
    near = body.low[max(0, other.first - _NEAR) : other.last + _NEAR]
    if end == number.last or any(word in near for word in text.low[number.last : end] if len(word) > _FEW_LETTERS):
        return True
    counted = counted_by(text, number)
    return not counted or not counted.isdisjoint(stems_of(near))


def _told_of(text: Text, number: Number, same: list[Number], facts: Facts) -> Number | None:
    """Return another number of the kind that the body gives where it speaks of what the claim speaks of."""
    firsts = [other.first for other in same]
    kind = facts.dated if number.unit == YEAR else facts.numbers
    others = {other.first: other for other in kind if other.unit == number.unit and other.first not in firsts}
    if not others:
        return None
    claimed = {float(text.tokens[i].replace(",", "")) for i in text.figures}
    apart = [first for first, other in others.items() if other.value not in claimed]
    at = told_elsewhere(text, number.first, facts, firsts, apart)
    return None if at is None else others[at]


def _of_the_same(text: Text, number: Number, facts: Facts) -> Number | None:
    """Return another number that the body gives for what the claim counts."""
    if number.value >= _TELLING and text.low[number.last] in _ANYBODY:
        return None
    counted = counted_by(text, number)
    others = ((other, stems) for other, stems in facts.counted if other.value not in (1, number.value))
    return next((other for other, stems in others if not counted.isdisjoint(stems)), None)


def _is_near(text: Text, same: list[Number], facts: Facts) -> bool:
    """Tell whether the body speaks of something that the claim speaks of in the sentence of one of the numbers."""
    return not text.stems or any(text.stems & facts.stems_about(other.first) for other in same)


def _turned(text: Text, number: Number, other: Number, body: Text) -> ClaimFinding:
    claim, found = _around(text, number), _around(body, other)
    message = f"'{claim}' turns round what the body says: '{found}'"
    return ClaimFinding(claim, found, message, "direction", text.shown.find(claim))


def _around(text: Text, number: Number) -> str:
    """Return a number with the words that give it its direction."""
    start, end = text.sentence(number.first)
    return text.piece(max(start, number.first - 3), min(end, number.last + 2))


def _names_things(word: str) -> bool:
    return word == "-" or (word.isalpha() and word not in STOP_WORDS)


def _with_noun(text: Text, number: Number) -> str:
    """Return a number with the words behind it that are still of it."""
    end = number.last
    while end < min(len(text.tokens), number.last + NOUN) and _names_things(text.low[end]):
        end += 1
    return text.piece(number.first, end - (text.low[end - 1] == "-"))


def _reckoned(text: Text, number: Number, parts: str) -> ClaimFinding:
    claim = text.piece(number.first, number.last)
    message = f"'{claim}' is reckoned: the body has '{parts}'"
    return ClaimFinding(claim, parts, message, "number", text.spans[number.first][0], "reckoned")


def _finding(text: Text, number: Number, other: Number | None, facts: Facts, weight: str) -> ClaimFinding:
    claim = text.piece(number.first, number.last)
    found = _with_noun(facts.text, other) if other else ""
    if weight == "elsewhere":
        message = f"'{claim}' stands in the body, but not of this: '{_around(facts.text, other or number)}'"
        return ClaimFinding(claim, found, message, "number", text.spans[number.first][0], "elsewhere")
    if weight == "rounded":
        message = f"'{claim}' is rounded: the body has '{found}'"
        return ClaimFinding(claim, found, message, "number", text.spans[number.first][0], "rounded")
    message = f"'{claim}' is not in the body" + (f", which has '{found}'" if found else "")
    kind: Kind = "date" if number.unit in (YEAR, DECADE) else "number"
    return ClaimFinding(claim, found, message, kind, text.spans[number.first][0])
