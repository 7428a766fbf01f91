"""A claim in, the words of it that are names out: capitals that do not come of the place of a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from nutgraf.evidence.claims.text import STOPS, Text
from nutgraf.vocabulary.claim_names import ACTS, COMMON_ENDINGS, OPENERS, SMALL_IN_TITLES
from nutgraf.vocabulary.names import NO_NAMES, TITLES
from nutgraf.vocabulary.sentences import STARTERS


@dataclass(frozen=True, slots=True)
class Name:
    """A word of a claim that is a name."""

    at: int
    """Its token."""
    starts: bool = False
    """Whether any word would have a capital there."""
    opens: bool = False
    """The same of one without the ending of a possessive: it is a name no more likely than not."""
    speaks: bool = False
    """Whether it stands in front of a colon, and may be the author's."""


NO_NAME_WORDS: Final = NO_NAMES | TITLES | {"day", "eve"} | {word.lower() for word in STARTERS}
_OPENERS: Final = STOPS | frozenset(':;"')
_SHOUTED: Final = 0.75
_TITLE_CASE: Final = 0.9
_FEW: Final = 4
_SPEAKER: Final = 9
"""Tokens in which a speaker and the colon behind stand."""


INSIDE: Final = frozenset({"of", "the", "and", "for", "on", "in", "-", "&", "to"})


def read_names(text: Text) -> list[Name]:
    """Return the names of a claim; each is a word, as surnames stand alone.

    In a headline of capitals only initials are.
    """
    tokens, low = text.tokens, text.low
    capitals = text.capitals
    is_title = len(capitals) >= _FEW and _is_title_case(tokens)
    if is_title and _is_shouted(tokens):
        return []
    found = []
    speaker = _speaker_end(tokens)
    for index in capitals:
        token = tokens[index]
        if len(token) < 2 or bare_key(low[index]) in NO_NAME_WORDS:
            continue
        if is_initials(token):
            found.append(Name(index, speaks=index < speaker))
        elif not is_title:
            starts = _opens(tokens, index)
            if not starts or _is_name(tokens, low, index):
                found.append(Name(index, starts, starts and not low[index].endswith("'s"), index < speaker))
    return found


def _speaker_end(tokens: Sequence[str]) -> int:
    """Return the token behind the colon of "Ilse Roemer: …"; 0 when the claim does not begin so."""
    colon = tokens.index(":", 0, _SPEAKER) if ":" in tokens[:_SPEAKER] else 0
    named = all(not token[0].islower() or token in INSIDE for token in tokens[:colon])
    return colon + 1 if colon and named else 0


@lru_cache(maxsize=1 << 14)
def bare_key(word: str) -> str:
    """Return a word without stops and without what is joined to it: U.S.'s and US, ID'd and ID."""
    if "'" in word:
        name, _, ending = word.rpartition("'")
        word = name if ending in _SHORTENED else word
    return word.replace(".", "")


_SHORTENED: Final = frozenset({"s", "d", "ll", "re", "ve", "m"})
"""Behind an apostrophe at the end of a word: no part of its name."""


@lru_cache(maxsize=1 << 14)
def is_initials(token: str) -> bool:
    """Tell whether a word is made of capitals: UN, U.N., EU's."""
    if len(token) < 2 or not (token[1].isupper() or token[1] == "."):
        return False
    bare = token.replace(".", "").removesuffix("'s").removesuffix("s")
    return len(bare) > 1 and bare.isupper() and bare.isalpha()


def _opens(tokens: Sequence[str], index: int) -> bool:
    """Tell whether a word stands where any word has a capital."""
    return (
        index == 0
        or tokens[index - 1] in _OPENERS
        or (tokens[index - 1] == "'" and (index < 2 or tokens[index - 2] in STOPS))
    )


def _is_name(tokens: Sequence[str], low: Sequence[str], index: int) -> bool:
    """Tell whether an opening word is plainly a name: a possessive, before another name, or one who does something."""
    word, following = low[index], low[index + 1] if index + 1 < len(low) else ""
    if not following or bare_key(word) in OPENERS:
        return False
    if word.endswith("'s"):
        return True
    if tokens[index + 1][0].isupper():
        return bare_key(following) not in NO_NAME_WORDS and not is_initials(tokens[index + 1])
    return following in ACTS and not word.endswith(COMMON_ENDINGS)


def _is_shouted(tokens: Sequence[str]) -> bool:
    words = [token for token in tokens if token[0].isalpha()]
    return sum(word.isupper() for word in words) > _SHOUTED * len(words)


def _is_title_case(tokens: Sequence[str]) -> bool:
    words = [token for token in tokens if token[0].isalpha() and token.lower() not in SMALL_IN_TITLES]
    return sum([word[0].isupper() for word in words]) > _TITLE_CASE * len(words)
