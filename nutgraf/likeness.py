"""Two sentences in, whether they may tell of the same event out: by the words they share, in whatever form."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Final

from nutgraf.evidence.tokens import NUMBER, tokens
from nutgraf.vocabulary.likeness import COMMON, PLACING

_NAME: Final = re.compile(r"(?<=\s)[^\W\d_a-z][\w'’.-]*")
"""A capital inside of a sentence."""

_PLACE: Final = re.compile(rf"\b(?P<word>(?i:{'|'.join(PLACING)}))\s(?P<name>(?:[^\W\d_a-z][\w'’.-]*\s?)+)")
"""A name behind a word that leads to a place."""

_SHARED: Final = 3
"""Words that two tellings have in common at least."""
_PLAIN: Final = 2
"""Of them are no names: the place and the person may be those of another event."""
_SHARE: Final = 1 / 3
"""Of the words of the shorter telling."""

_SHARED_BY_THE_SAME: Final = 5
_SHARE_OF_THE_SAME: Final = 3 / 4


def is_alike(one: str, other: str) -> bool:
    """Tell whether two sentences share enough of their telling words; give them without their dates."""
    first, second = telling_words(one), telling_words(other)
    shared = first & second
    plain = shared - (_names(one) & _names(other))
    is_enough = len(plain) >= _PLAIN and len(shared) >= max(_SHARED, _SHARE * min(len(first), len(second)))
    return is_enough and not _places_apart(one, other)


def _places_apart(one: str, other: str) -> bool:
    """Tell "a crash in Tarn" from "a crash in Denby": behind one word a name each that the other does not have."""
    first, second = _places(one), _places(other)
    return any(
        not (first[word] & telling_words(other) or second[word] & telling_words(one))
        for word in first.keys() & second.keys()
    )


@lru_cache(maxsize=4096)
def _places(text: str) -> dict[str, frozenset[str]]:
    """Return the words of the names behind each word that leads to places."""
    found: dict[str, frozenset[str]] = {}
    for place in _PLACE.finditer(text):
        word = place["word"].lower()
        found[word] = found.get(word, frozenset()) | frozenset(tokens(place["name"]))
    return found


@lru_cache(maxsize=4096)
def telling_words(text: str) -> frozenset[str]:
    """Return the stems of the words that tell something; without numbers, which two tellings may differ in."""
    return frozenset(token for token in tokens(text) if not token.startswith(NUMBER)) - COMMON


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    return frozenset(token for name in _NAME.findall(text) for token in tokens(name))


def is_nearly_same(one: str, other: str) -> bool:
    """Tell whether two sentences say the same in nearly the same words; give them without their dates."""
    first, second = telling_words(one), telling_words(other)
    shared = len(first & second)
    return shared >= max(_SHARED_BY_THE_SAME, _SHARE_OF_THE_SAME * min(len(first), len(second))) and is_alike(
        one, other
    )


def numbers_apart(one: str, other: str) -> tuple[str, str] | None:
    """Return the first two numbers that two sentences give for one thing: "12 dockers" and "14 dockers" are 12 and 14.

    What is counted is the word behind a number or in front of it. A number that both have is none.
    """
    first, second = _counts(one), _counts(other)
    common = {number for number, _ in first} & {number for number, _ in second}
    for (number, words), (rival, others) in product(first, second):
        if not {number, rival} & common and words & others and _unit(number) == _unit(rival):
            return number.removeprefix(NUMBER), rival.removeprefix(NUMBER)
    return None


def _counts(text: str) -> list[tuple[str, set[tuple[int, str]]]]:
    """Return each number with the word before it (-1) and the word behind it (1)."""
    found = tokens(text)
    return [
        (token, {(step, found[i + step]) for step in (-1, 1) if 0 <= i + step < len(found)})
        for i, token in enumerate(found)
        if token.startswith(NUMBER)
    ]


def _unit(number: str) -> str:
    """Return what the number is of: a share is compared with a share, a rank with a rank."""
    return number.lstrip(NUMBER + "0123456789.,:")
