"""Two sentences in, whether they may tell of the same event out: by the words they share, in whatever form."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from nutgraf.evidence.tokens import NUMBER, tokens
from nutgraf.vocabulary.likeness import COMMON

_NAME: Final = re.compile(r"(?<=\s)[^\W\d_a-z][\w'’.-]*")
"""A capital inside of a sentence."""

_SHARED: Final = 3
"""Words that two tellings have in common at least."""
_PLAIN: Final = 2
"""Of them are no names: the place and the person may be those of another event."""
_SHARE: Final = 1 / 3
"""Of the words of the shorter telling."""


def is_alike(one: str, other: str) -> bool:
    """Tell whether two sentences share enough of their telling words; give them without their dates."""
    first, second = telling_words(one), telling_words(other)
    shared = first & second
    plain = shared - (_names(one) & _names(other))
    return len(plain) >= _PLAIN and len(shared) >= max(_SHARED, _SHARE * min(len(first), len(second)))


@lru_cache(maxsize=4096)
def telling_words(text: str) -> frozenset[str]:
    """Return the stems of the words that tell something; without numbers, which two tellings may differ in."""
    return frozenset(token for token in tokens(text) if not token.startswith(NUMBER)) - COMMON


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    return frozenset(token for name in _NAME.findall(text) for token in tokens(name))
