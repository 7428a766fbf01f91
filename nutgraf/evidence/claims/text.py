"""A text in, its words out: what the readers of numbers, dates and names go over.

Figures, words, initials with their stops ("U.S.") and every other mark are a token each; a line break is one too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final

from nutgraf.evidence.tokens import NUMBER, fold, tokens

_TOKEN: Final = re.compile(
    r"""[A-Za-z](?:\.[A-Za-z])+\b\.? | \d+(?:,\d{3}(?!\d))*(?:\.\d+)? | [^\W\d_]+(?:'[^\W\d_]+)* | [^\w\s] | \n""",
    re.VERBOSE,
)
_LINK: Final = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
"""The target of a Markdown link, which nobody reads."""

STOPS: Final = frozenset(".!?\n")


@dataclass(frozen=True)  # without slots, so that what it holds is found once
class Text:
    """A text cut into tokens."""

    plain: str
    """Without accents and with plain quotes and dashes, as long as what was read."""
    shown: str
    """The same as it was written."""

    @cached_property
    def tokens(self) -> list[str]:
        """The tokens in order."""
        return list(chain.from_iterable(map(_cut, self._chunks)))

    @cached_property
    def low(self) -> list[str]:
        """The tokens in small letters."""
        return list(chain.from_iterable(map(_cut_low, self._chunks)))

    @cached_property
    def _chunks(self) -> list[str]:
        return self.plain.replace("\n", " \n ").split(" ")

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each token stands."""
        return [match.span() for match in _TOKEN.finditer(self.plain)]

    @cached_property
    def words(self) -> set[str]:
        """The words in small letters, without the ending of a possessive and without the stops of initials."""
        return _with_bare(self.low)

    @cached_property
    def cased(self) -> set[str]:
        """The words as they are written, without the stops of initials and the ending of a possessive."""
        return _with_bare(self.tokens)

    def piece(self, first: int, last: int) -> str:
        """Return what is written from the token `first` up to, not with, the token `last`."""
        return self.shown[self.spans[first][0] : self.spans[last - 1][1]]

    @cached_property
    def figures(self) -> list[int]:
        """The tokens that begin with a digit."""
        return [i for i, word in enumerate(self.low) if "0" <= word < ":"]

    @cached_property
    def _stops(self) -> list[int]:
        return [-1, *(i for i, token in enumerate(self.tokens) if token in STOPS), len(self.tokens)]

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the bounds, in tokens, of the sentence about the token `index`."""
        place = bisect_right(self._stops, index - 1)
        return self._stops[place - 1] + 1, self._stops[place]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words, numbers left out."""
        return stems_of(self.tokens)


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of words, numbers left out."""
    return frozenset([token for token in tokens(" ".join(words)) if token[0] != NUMBER])


def read_text(text: str) -> Text:
    """Return a plain text, cut into tokens."""
    return Text(fold(text), text)


def read_markdown(text: str) -> Text:
    """Return a text in Markdown, cut into tokens, without the targets of its links."""
    return read_text(_LINK.sub("]", text) if "](" in text else text)


@lru_cache(maxsize=1 << 16)
def _cut(chunk: str) -> tuple[str, ...]:
    """Return the tokens of what stands between spaces; news repeats its words, so what was cut once is kept."""
    return tuple(_TOKEN.findall(chunk))


@lru_cache(maxsize=1 << 16)
def _cut_low(chunk: str) -> tuple[str, ...]:
    return tuple([token.lower() for token in _cut(chunk)])


def _with_bare(tokens: Iterable[str]) -> set[str]:
    """Return the words, those with stops or a possessive also without."""
    words = set(tokens)
    words.update([_bare(word) for word in words if "'" in word or "." in word])
    words.discard("")
    return words


def _bare(word: str) -> str:
    if "." in word:
        return word.replace(".", "")
    return word.removesuffix("'s").removesuffix("'S").removesuffix("'")
