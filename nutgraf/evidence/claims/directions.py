"""A number in its text in, which way it points out: more than it, less than it, about it; rising to it or falling."""

from __future__ import annotations

from typing import Final, Literal

from nutgraf.evidence.claims.numbers import Number
from nutgraf.evidence.claims.text import Text
from nutgraf.vocabulary.claims import ABOUT, CURRENCY_SIGNS, FALL, FELL, LESS, MORE, MORE_BEHIND, RISE, ROSE

Bound = Literal["", "more", "less", "about"]
Way = Literal["", "up", "down"]

_BOUNDS: Final[dict[tuple[str, ...], Bound]] = {
    **{tuple(reversed(phrase.split())): "about" for phrase in ABOUT},
    **{tuple(reversed(phrase.split())): "more" for phrase in MORE},
    **{tuple(reversed(phrase.split())): "less" for phrase in LESS},
}
"""Phrases by their words from the last."""
_LONGEST: Final = 4
_NEAR: Final = 5
"""Tokens on each side of a number in which its rise or fall is told."""
_WAYS: Final = RISE | FALL
_VERBS: Final = ROSE | FELL
_LAST_WORDS: Final = frozenset(phrase[0] for phrase in _BOUNDS)


def bound_of(text: Text, number: Number) -> Bound:
    """Return what is said in front of a number, or right behind it, about how exact it is."""
    low, first = text.low, number.first
    if low[number.last : number.last + 1] and low[number.last] in MORE_BEHIND:
        return "more"
    if low[number.last : number.last + 2] == ["or", "more"]:
        return "more"
    while first and (low[first - 1] in CURRENCY_SIGNS or low[first - 1] in ("a", "the", "us")):
        first -= 1
    if not first or low[first - 1] not in _LAST_WORDS:
        return ""
    before = tuple(reversed(low[max(0, first - _LONGEST) : first]))
    for length in range(len(before), 0, -1):
        if bound := _BOUNDS.get(before[:length]):
            return bound
    return ""


def way_of(text: Text, first: int, last: int) -> Way:
    """Tell whether the words beside the tokens from `first` to `last` tell of a rise or a fall; '' for both or none."""
    low = text.low
    start, end = text.sentence(first)
    before, behind = max(start, first - _NEAR), min(end, last + _NEAR - 2)
    if _WAYS.isdisjoint(low[before:first]) and _WAYS.isdisjoint(low[last:behind]):
        return ""
    near = [*range(before, first), *range(last, behind)]
    words = {low[i] for i in near if not (low[i] == "up" and low[i + 1 : i + 2] == ["to"])}
    rises, falls = bool(words & RISE), bool(words & FALL)
    return "up" if rises and not falls else "down" if falls and not rises else ""


def turned_verb(text: Text, body: Text) -> tuple[int, int] | None:
    """Return the verb of a claim that says rose of what only fell in the body, or the other way, and the body's verb.

    Both as tokens. A verb with a number beside it is the number's.
    """
    if _VERBS.isdisjoint(text.low):
        return None
    for at, word in enumerate(text.low):
        way = ROSE if word in ROSE else FELL if word in FELL else None
        if way is None or at == 0 or _has_number(text, at):
            continue
        subject = _subject(text.low, at)
        same, other_way = (RISE, FELL) if way is ROSE else (FALL, ROSE)
        told = [place for place, other in enumerate(body.low) if other == subject]
        sentences = {body.sentence(place) for place in told} if len(subject) > _SHORT else set()
        words = [place for first, last in sorted(sentences) for place in range(first, last)]
        turned = [place for place in words if body.low[place] in other_way]
        if turned and not any(body.low[place] in same for place in words):
            return at, turned[0]
    return None


_SHORT: Final = 3


def _subject(low: list[str], at: int) -> str:
    """Return the word in front of a verb, its helpers and adverbs left out."""
    while at and (low[at - 1] in ("has", "have", "had", "also", "again") or low[at - 1].endswith("ly")):
        at -= 1
    return low[at - 1] if at else ""


def _has_number(text: Text, at: int) -> bool:
    return any(abs(figure - at) <= _NEAR for figure in text.figures)
