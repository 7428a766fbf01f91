"""A text in, its words out: what the readers of numbers, dates and names go over.

Figures, words, initials with their stops ("U.S.") and every other mark are a token each; a line break is one too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final

from nutgraf.evidence.tokens import NUMBER, fold
from nutgraf.evidence.tokens import tokens as tokens_of
from nutgraf.vocabulary.calendar import MONTHS, ORDINALS, WEEKDAYS
from nutgraf.vocabulary.claims import FRACTIONS, TIME_WORDS, VAGUE
from nutgraf.vocabulary.numbers import SCALES, TENS, UNITS

_TOKEN: Final = re.compile(
    r"""[A-Za-z](?:\.[A-Za-z])+\b\.? | \d+(?:,\d{3}(?!\d))*(?:\.\d+)? | [^\W\d_]+(?:'[^\W\d_]+)* | [^\w\s] | \n""",
    re.VERBOSE,
)
_LINK: Final = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
"""The target of a Markdown link, which nobody reads."""

STOPS: Final = frozenset(".!?\n")
NUMBER_WORDS: Final = frozenset({*UNITS, *TENS, *ORDINALS, *VAGUE, *FRACTIONS, *SCALES, "noon", "midnight"})
"""With which a number in words may begin."""
_TELLING: Final = STOPS | NUMBER_WORDS | frozenset({*MONTHS, *WEEKDAYS, *TIME_WORDS})


@dataclass(frozen=True)  # without slots, so that what it holds is found once
class Text:
    """A text cut into tokens."""

    plain: str
    """Without accents and with plain quotes and dashes, as long as what was read."""
    shown: str
    """The same as it was written."""
    tokens: list[str]
    """The tokens in order."""
    low: list[str]
    """The tokens in small letters."""
    telling: list[int]
    """The tokens that are marks, figures or words of numbers and dates."""
    figures: list[int]
    """The tokens that begin with a digit."""

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital."""
        tokens = self.tokens
        changed = [i for i, word in enumerate(self.low) if word != tokens[i]]
        return [i for i in changed if tokens[i][0].isupper()]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each token stands."""
        found, end = [], 0
        for token in self.tokens:
            start = self.plain.find(token, end)
            end = start + len(token)
            found.append((start, end))
        return found

    @cached_property
    def words(self) -> set[str]:
        """The tokens in small letters, as a set."""
        return set(self.low)

    @cached_property
    def bare(self) -> set[str]:
        """The same, those with a possessive or the stops of initials also without."""
        return set(map(str.lower, self.cased))

    @cached_property
    def cased(self) -> set[str]:
        """The words as they are written, those with a possessive or the stops of initials also without."""
        words = set(self.tokens)
        words.update([_bare(word) for word in words if not word.isalnum()])
        words.discard("")
        return words

    def piece(self, first: int, last: int) -> str:
        """Return what is written from the token `first` up to, not with, the token `last`."""
        return self.shown[self.spans[first][0] : self.spans[last - 1][1]]

    @cached_property
    def _stops(self) -> list[int]:
        low = self.low
        return [-1, *[i for i in self.telling if low[i] in STOPS], len(low)]

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the bounds, in tokens, of the sentence about the token `index`."""
        place = bisect_right(self._stops, index - 1)
        return self._stops[place - 1] + 1, self._stops[place]

    def places_of(self, words: Container[str]) -> list[int]:
        """Return the tokens that are one of `words`, which are words of numbers or dates in small letters."""
        low = self.low
        return [i for i in self.telling if low[i] in words]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words, numbers left out."""
        return stems_of(self.tokens)


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of words, numbers left out."""
    return frozenset(map(_stem, words)) - _NO_STEM


def read_text(text: str) -> Text:
    """Return a plain text, cut into tokens."""
    plain = fold(text)
    tokens = list(chain.from_iterable(map(_cut, plain.replace("\n", " \n ").split(" "))))
    low = list(map(str.lower, tokens))
    telling = [i for i, word in enumerate(low) if word < ":" or word in _TELLING]
    return Text(plain, text, tokens, low, telling, [i for i in telling if "0" <= low[i] < ":"])


def read_markdown(text: str) -> Text:
    """Return a text in Markdown, cut into tokens, without the targets of its links."""
    return read_text(_LINK.sub("]", text) if "](" in text else text)


class _Cuts(dict[str, tuple[str, ...]]):
    """The tokens of what stands between spaces; news repeats its words, so what was cut once is kept."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(self) >= _KEPT:
            self.clear()
        cut = self[chunk] = tuple(_TOKEN.findall(chunk))
        return cut


_KEPT: Final = 1 << 16
_cut: Final = _Cuts().__getitem__


@lru_cache(maxsize=_KEPT)
def _stem(word: str) -> str:
    """Return the stem of a word; '' for a number and for a word that says nothing."""
    return next((token for token in tokens_of(word) if token[0] != NUMBER), "")


_NO_STEM: Final = frozenset({""})


def _bare(word: str) -> str:
    if "." in word:
        return word.replace(".", "")
    return word.removesuffix("'s").removesuffix("'S").removesuffix("'")
