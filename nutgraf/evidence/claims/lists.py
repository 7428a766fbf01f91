"""A text cut into tokens in, its lists of names and of years out: where they stand, and how many each has."""

from __future__ import annotations

from typing import Final

from nutgraf.evidence.claims.text import Text

_IN_FRONT: Final = frozenset({"the", "in", "a", "an"})
_INSIDE: Final = frozenset({"of", "the", "de", "-", "'s"})
_YEAR_LENGTH: Final = 4


def read_lists(text: Text) -> list[tuple[int, int, int]]:
    """Return the first token of each list, the one behind its last, and its length: Ann, Bo and Cy; 2018 and 2019."""
    found = []
    for joint in [i for i, word in enumerate(text.low) if word == "and"]:
        last = _ahead(text, joint + 1)
        first, length = joint, 1
        while last and (start := _back(text, first - 1 - (first > 0 and text.tokens[first - 1] == ","))) is not None:
            first, length = start, length + 1
            if not first or text.tokens[first - 1] != ",":
                break
            first -= 1
        if length > 1 and last:
            found.append((first, last, length))
    return found


def _ahead(text: Text, at: int) -> int:
    """Return the token behind the item that begins at `at`; 0 when there is none."""
    at += at < len(text.low) and text.low[at] in _IN_FRONT
    end = at
    while end < len(text.tokens) and (_is_item(text.tokens[end]) or (end > at and text.low[end] in _INSIDE)):
        end += 1
    return end if end > at else 0


def _back(text: Text, at: int) -> int | None:
    """Return the first token of the item that ends with `at`; None when there is none."""
    first = at
    while first >= 0 and (_is_item(text.tokens[first]) or (first < at and text.low[first] in _INSIDE)):
        first -= 1
    first += 1
    while first <= at and text.low[first] in _INSIDE:
        first += 1
    return first if first <= at else None


def _is_item(token: str) -> bool:
    return token[0].isupper() or (len(token) == _YEAR_LENGTH and token.isdecimal())
