"""A claim in, what it quotes out; and whether a body has those words, whatever the quotation marks and dashes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from nutgraf.evidence.claims.text import Text, read_text
from nutgraf.vocabulary.claim_names import SMALL_IN_TITLES

_DOUBLE: Final = re.compile(r"\"([^\"\n]{2,}?)\"")
_SINGLE: Final = re.compile(r"(?<!\w)'(?=\w)([^\"\n]{2,}?)(?<=[\w.,!?%])'(?!\w)")
_GAP: Final = re.compile(r"\[[^\]]*\]|\(\.\.\.\)|\.\.\.|…")
"""What is left out of a quotation, or put into it."""
_WORD: Final = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*")
_LEAST: Final = 2
"""Words of weight; one in quotation marks is only a word that somebody does not make his own."""


def read_quotations(text: Text) -> list[tuple[int, int]]:
    """Return the spans of the quotations in `text`, without their marks."""
    plain = text.plain
    found = [match.span(1) for match in _DOUBLE.finditer(plain)] if plain.count('"') > 1 else []
    if not found and plain.count("'") > 1:
        found = [match.span(1) for match in _SINGLE.finditer(plain)]
    return [span for span in found if _is_told(_WORD.findall(plain, *span))]


def _is_told(words: list[str]) -> bool:
    """Tell whether words in quotation marks are what somebody said: no single word, and no title."""
    weighty = [word for word in words if word.lower() not in SMALL_IN_TITLES]
    return len(weighty) >= _LEAST and not all(word[0].isupper() for word in weighty)


class Quotations:
    """The words of a body, to look quotations up in."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def has(self, quotation: str) -> bool:
        """Tell whether the body has the words of `quotation` in their order, with gaps where it has an ellipsis."""
        if quotation.endswith("'s") and self.has(quotation[:-2]):
            return True
        pieces = [squeezed(piece) for piece in _GAP.split(quotation)]
        return any(_in_order([piece for piece in pieces if piece], words) for words in (self._words, self._quoted))

    @cached_property
    def _words(self) -> str:
        return f" {_joined(self._text.low)} "

    @cached_property
    def _quoted(self) -> str:
        """All that stands in quotation marks, so that a "he said" inside interrupts nothing."""
        return f" {' '.join(squeezed(piece) for piece in _DOUBLE.findall(self._text.plain))} "

    def nearest(self, quotation: str) -> str:
        """Return what the body quotes that has most words of `quotation`; '' when that is less than half of them."""
        wanted = set(squeezed(quotation).split())
        spans = [match.span(1) for match in _DOUBLE.finditer(self._text.plain)]
        shared = [(len(wanted & set(squeezed(self._text.plain[a:b]).split())), -a, b) for a, b in spans]
        most = max(shared, default=(0, 0, 0))
        return self._text.shown[-most[1] : most[2]] if 2 * most[0] >= len(wanted) else ""


def squeezed(text: str) -> str:
    """Return the words of a plain text in small letters, one space apart."""
    return _joined(read_text(text).low)


def _joined(tokens: Iterable[str]) -> str:
    return " ".join([token for token in tokens if token[0].isalnum()])


def _in_order(pieces: list[str], words: str) -> bool:
    at = 0
    for piece in pieces:
        place = words.find(f" {piece} ", at)
        if place < 0:
            return False
        at = place + len(piece) + 1
    return True
