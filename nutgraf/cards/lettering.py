"""Text in, lines that fit a width out, and each line as runs of one font: the letters of social cards.

The fonts come with the extra `cards`, never from the system, and the words are shaped here: so a card is the same on
any machine. Text with a character that none of the fonts has cannot be set.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

Script = str
"""The name of a font of FONTS."""

FONTS = {
    "serif": ("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf", 30),
    "arabic": ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf", 100),
}
"""Package, file, and the value of the axis that is not the weight; the first that has a character sets it."""

_MEASURED = 100  # px; widths at other sizes are proportional
_JOINERS = "\u200c\u200d"  # they say how Arabic letters join, and are not seen themselves
_RIGHT_TO_LEFT = ("R", "AL")
_PARTNERS = {one: other for pair in ("()", "[]", "{}", "«»", "‹›") for one, other in (pair, reversed(pair))}


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text in one size."""

    lines: tuple[str, ...]
    """In logical order."""
    size: int
    weight: int
    is_rtl: bool


def set_text(text: str, weight: int, width: int, sizes: Sequence[tuple[int, int]]) -> Block | None:
    """Return `text` in the first of the `sizes`, each with the lines it may take, in which it fits; None in none.

    The lines are about equally long.
    """
    plain = plain_text(text)
    words = plain.split()
    if not words or not has_glyphs(plain):
        return None
    rtl = is_rtl(plain)
    widths = [_width(word, weight, rtl=rtl) for word in words]
    space = _width(" ", weight, rtl=rtl)
    for size, most in sizes:
        room = width * _MEASURED / size
        if max(widths) <= room and (count := len(_wrap(widths, space, room))) <= most:
            narrow = _narrowest(lambda limit: len(_wrap(widths, space, limit)) <= count, max(widths), room)
            ends = _wrap(widths, space, narrow)
            lines = tuple(" ".join(words[a:b]) for a, b in zip([0, *ends], ends, strict=False))
            return Block(lines, size, weight, rtl)
    return None


def _wrap(widths: Sequence[float], space: float, room: float) -> list[int]:
    """Return after which word each line ends when it takes as many as have room."""
    ends, line = [], 0.0
    for index, width in enumerate(widths):
        if line and line + space + width > room:
            ends.append(index)
            line = 0.0
        line += width + (space if line else 0)
    return [*ends, len(widths)]


def _narrowest(fits: Callable[[float], bool], low: float, high: float) -> float:
    """Return about the least width that `fits`, as `high` does."""
    for _ in range(8):
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def plain_text(text: str) -> str:
    """Return `text` composed, with single spaces, and without invisible characters but those that shape words."""
    seen = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf" or c in _JOINERS)
    return " ".join("".join(seen).split())


def is_rtl(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    first = next((d for d in directions if d in ("L", *_RIGHT_TO_LEFT)), "L")
    return first in _RIGHT_TO_LEFT


def has_glyphs(text: str) -> bool:
    """Tell whether the fonts have every character that is seen of `text`."""
    return all(_font_of(character) for character in visual(text, rtl=False))


def visual(line: str, *, rtl: bool) -> str:
    """Return a line as it is drawn from left to right: Arabic letters in their joined forms, and in visual order."""
    if not any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in line):
        return re.sub(f"[{_JOINERS}]", "", line)
    from arabic_reshaper import reshape
    from bidi import get_display

    joined = re.sub(f"[{_JOINERS}]", "", reshape(line))
    return _facing(str(get_display(joined, base_dir="R" if rtl else "L")))


def _facing(line: str) -> str:
    """Return a visual line with the brackets of each pair facing each other: only their order was turned before."""
    turned, left = list(line), list[int]()
    for index, character in enumerate(line):
        if left and line[left[-1]] == _PARTNERS.get(character):
            turned[left.pop()], turned[index] = sorted((character, _PARTNERS[character]))
        elif character in _PARTNERS:
            left.append(index)
    return "".join(turned)


def runs(line: str, *, rtl: bool) -> list[tuple[Script, str]]:
    """Return a visual line in pieces, each with the font that sets it: that of its direction, where it can."""
    usual = "arabic" if rtl else "serif"
    scripts = (usual if _covers(usual, character) else _font_of(character) for character in line)
    pieces = groupby(zip(scripts, line, strict=True), key=itemgetter(0))
    return [(script, "".join(character for _, character in piece)) for script, piece in pieces]


@lru_cache(maxsize=65536)
def _width(word: str, weight: int, *, rtl: bool) -> float:
    pieces = runs(visual(word, rtl=rtl), rtl=rtl)
    return sum(font(script, _MEASURED, weight).getlength(piece) for script, piece in pieces)


@lru_cache(maxsize=65536)
def _font_of(character: str) -> Script:
    """Return the first font that has `character`; '' when none has."""
    return next((script for script in FONTS if _covers(script, character)), "")


@lru_cache(maxsize=65536)
def _covers(script: Script, character: str) -> bool:
    if unicodedata.category(character)[0] in "MC":  # marks would have to be placed, controls have no form
        return False
    face = font(script, 40, 400)
    absent = face.getmask("\U0010fffd")  # no font has it: what stands for all that is absent
    mask = face.getmask(character)
    return (mask.size, bytes(mask)) != (absent.size, bytes(absent))


@lru_cache(maxsize=64)
def font(script: Script, size: int, weight: int) -> FreeTypeFont:
    """Return a font in a size; its letters are set one after another, as every build of Pillow can."""
    from PIL import ImageFont

    package, name, axis = FONTS[script]
    path = import_module(package).ROOT / "files" / name
    face = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
    face.set_variation_by_axes([weight, axis])
    return face
