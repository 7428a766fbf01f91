"""A date or number of a claim, and where a body has the same and others of its kind, in; which other is meant, out.

What stands somewhere in a body need not be said there of what the claim says it of: the sentence that has the words
of the claim tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.evidence.claims.facts import Facts
from nutgraf.evidence.claims.text import Text, stems_of
from nutgraf.vocabulary.calendar import MONTH_NAMES, WEEKDAY_NAMES

_PLAIN: Final = 2
"""Stems that a claim and a sentence must share to be of one thing."""
_CALENDAR: Final = stems_of((*MONTH_NAMES, *WEEKDAY_NAMES))
_BOUNDS: Final = frozenset({",", ";", ":", ".", "(", ")", "and", "but", "while", "or", "before", "after", "then"})
"""Where another thought may begin."""


def told_elsewhere(text: Text, at: int, facts: Facts, same: Sequence[int], others: Sequence[int]) -> int | None:
    """Return the one of the tokens `others` that the claim is plainly about, which none of `same` is, or None.

    `at` is the token of the claim in question: the whole of it, and the clause about that, are looked for.
    """
    if not same or not others:
        return None
    claim = _clause(text, at) - _CALENDAR or text.stems - _CALENDAR
    found = _plainest(claim, facts, same, others)
    return _nearest(claim, facts, same, others) if found is None else found


def _plainest(claim: frozenset[str], facts: Facts, same: Sequence[int], others: Sequence[int]) -> int | None:
    """Compare sentences: more than twice as much of the claim in that of another as in those of the same."""
    here = max(len(claim & facts.stems_about(index)) for index in same)
    most = max(_PLAIN, 2 * here + 1)
    if len(claim) < most:
        return None
    best = max(others, key=lambda index: len(claim & facts.stems_about(index)))
    return best if len(claim & facts.stems_about(best)) >= most else None


def _nearest(claim: frozenset[str], facts: Facts, same: Sequence[int], others: Sequence[int]) -> int | None:
    """Compare what stands beside two dates of one sentence, where the same has no other sentence."""
    sentences = {facts.text.sentence(index) for index in same}
    beside = [index for index in others if facts.text.sentence(index) in sentences]
    if len(sentences) > 1 or not beside:
        return None
    here = max(len(claim & facts.stems_beside(index)) for index in same)
    best = max(beside, key=lambda index: len(claim & facts.stems_beside(index)))
    return best if not here and len(claim & facts.stems_beside(best)) >= _PLAIN else None


def _clause(text: Text, at: int) -> frozenset[str]:
    """Return the stems of the claim from the last bound in front of a token to the next behind it."""
    first = last = at
    while first and text.low[first - 1] not in _BOUNDS:
        first -= 1
    while last < len(text.low) and text.low[last] not in _BOUNDS:
        last += 1
    return stems_of(text.tokens[first:last])
