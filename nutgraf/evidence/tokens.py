"""Text in, what it is made of as search sees it out: folded words, stems, and each number as one token by its value.

"U.S. forces killed 1.2 million" and "American troops, 1,200,000 dead" come out nearly alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from itertools import chain
from typing import Final

from nutgraf.evidence.stems import stem
from nutgraf.vocabulary.numbers import ORDINALS, PERCENT, SCALES, SHORT_SCALES, TENS, UNITS
from nutgraf.vocabulary.words import COUNTRIES, IRREGULAR, KINDRED, STOP_WORDS, TWO_WORDS

_ACCENTED: Final = {
    code: base[0]
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if (base := unicodedata.normalize("NFKD", chr(code)))[0].isascii() and base[0].isalpha()
}
_PLAIN: Final = _ACCENTED | str.maketrans(
    "‘’‚‛ʼ′“”„‟«»″‐‑‒–—―−\u00a0\u202f\u2009øØłŁđĐ", '\'\'\'\'\'\'"""""""-------   oOlLdD'
)

_WORD: Final = re.compile(
    r"\d+(?:[.,]\d+)*[^\W\d_]*%? | (?:[^\W\d_]\.){2,}[^\W\d_]? | [^\W_]+(?:'[^\W_]+)*", re.VERBOSE
)
_DIGITS: Final = re.compile(r"(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<letters>[a-z]*)(?P<percent>%?)")
_WIDE: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts without spaces between words."""
_ARTICLE: Final = re.compile(r"^(?:[وبفك]?ال|لل)(?=\w{3})")
"""Of Arabic, which is written together with its word."""
_ORDINAL_ENDS: Final = frozenset({"st", "nd", "rd", "th"})

NUMBER: Final = "#"
"""What the token of a number starts with."""


def fold(text: str) -> str:
    """Return `text` with letters free of accents, and quotes, dashes and spaces plain, character by character."""
    return text if text.isascii() else text.translate(_PLAIN)


def number_token(value: Decimal, *, percent: bool = False) -> str:
    """Return the token of a number: `#35000` for 35,000, 35K and thirty-five thousand, `#85%` for 85 percent."""
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return f"{NUMBER}{plain}{'%' if percent else ''}"


def tokens(text: str) -> list[str]:
    """Return the tokens of `text` in order, without words that say nothing."""
    chunks = text.split()
    alone = list(map(_read_chunk, chunks))
    if None in alone:
        words = chain.from_iterable(map(_chunk_words, chunks))
        return [token for word in _joined(words) for token in word.tokens]
    return list(chain.from_iterable(alone))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it is read by itself."""

    tokens: tuple[str, ...]
    key: str = ""
    """What it is called, where the words beside it matter."""
    value: Decimal | None = None
    """Of a number."""
    part: Decimal = Decimal(0)
    """What of the value came last and a scale may still multiply: three, in "two thousand three"."""
    room: int = 0
    """Below what a number in words may still be added to it: ten behind twenty, a thousand behind two thousand."""
    is_unit: bool = False
    """Whether it is a number in words."""
    scale: int = 0
    """What it multiplies the number before it by."""


_KEYS: Final = frozenset({part for pair in TWO_WORDS for part in pair} | PERCENT | {"per", "cent", "a", "an", "and"})
_SPECIAL: Final = frozenset({*_KEYS, *UNITS, *TENS, *SCALES, *ORDINALS, *(second for _, second in TWO_WORDS), "cent"})
"""Words that are more than their stem."""
_MARKS: Final = "\"'(),.;:!?"
_FOLLOWERS: Final = frozenset({second for _, second in TWO_WORDS} | PERCENT | {"cent"})


@lru_cache(maxsize=1 << 16)
def _read_chunk(chunk: str) -> tuple[str, ...] | None:
    """Return the tokens of what stands between spaces, or None when the word before it may change them."""
    bare = chunk.strip(_MARKS)
    if bare.isascii() and bare.isalpha() and (low := bare.lower()) not in _SPECIAL:  # most words of most texts
        return _word_tokens(bare, low)
    words = _chunk_words(chunk)
    if any(word.is_unit or word.scale or word.key in _FOLLOWERS for word in words):
        return None
    return tuple(token for word in words for token in word.tokens)


@lru_cache(maxsize=1 << 16)
def _chunk_words(chunk: str) -> tuple[_Word, ...]:
    """Return the words of what stands between spaces; what was read once is kept, since news repeats its words."""
    plain = fold(chunk if chunk.isascii() else unicodedata.normalize("NFC", chunk))
    words = tuple(map(_read, _WORD.findall(plain)))
    return (_Word((), "percent"), *words) if plain[0] == "%" else words


def _read(word: str) -> _Word:
    """Read a word by itself."""
    if word[0].isdigit():
        return _read_digits(word)
    if _WIDE.search(word):
        return _Word(tuple(word[i : i + 2] for i in range(max(1, len(word) - 1))))
    name, _, ending = word.replace(".", "").rpartition("'")
    if name and ending.casefold() != "s":
        name += ending  # O'Brien, couldn't
    name = (name or ending).replace("'", "")
    low = name.casefold()
    if low in UNITS or low in TENS:
        value = Decimal(UNITS.get(low) or TENS.get(low, 0))
        shown = (number_token(value),) if low != "one" else ()
        return _Word(shown, low, value, part=value, room=10 if low in TENS else 0, is_unit=True)
    if low in SCALES:
        return _Word((stem(low),), low, scale=SCALES[low])
    if low in ORDINALS:
        return _Word((f"{NUMBER}{ORDINALS[low]}th",))
    return _Word(_word_tokens(name, low), low if low in _KEYS else "")


def _word_tokens(name: str, low: str) -> tuple[str, ...]:
    if name[0] != low[0] and (low != "us" or name == "US") and low in COUNTRIES:
        return (COUNTRIES[low],)
    if low in STOP_WORDS:
        return (low,) if name == "May" else ()  # the month
    if low.isascii():
        root = stem(IRREGULAR.get(low, low))
        return (_families().get(root, root),)
    return (_ARTICLE.sub("", low),)


@cache
def _families() -> dict[str, str]:
    """Return the stem that stands for a family of words by the stem of each of them."""
    return {stem(word): stem(family[0]) for family in KINDRED for word in family}


def _read_digits(word: str) -> _Word:
    match = _DIGITS.fullmatch(word.casefold())
    if match is None:
        return _Word((NUMBER + word.casefold(),))
    value, letters = Decimal(match["digits"].replace(",", "")), match["letters"]
    if letters in _ORDINAL_ENDS:
        return _Word((f"{NUMBER}{match['digits']}th",))
    if letters == "s":
        return _Word((f"{NUMBER}{match['digits']}s",))
    value *= SHORT_SCALES.get(letters, 1)
    number = number_token(value, percent=bool(match["percent"]))
    rest = (letters,) if letters and letters not in SHORT_SCALES else ()
    return _Word((number, *rest), value=None if rest or match["percent"] else value)


def _joined(words: Iterable[_Word]) -> list[_Word]:
    """Make one word of those that are one number, or a name that has a shorter form."""
    joined: list[_Word] = []
    for word in words:
        last = joined[-1] if joined else _NOTHING
        is_open = last.value is not None or last.key
        together = _together(last, word) if is_open and (word.key or word.scale or word.is_unit) else None
        if together:
            joined[-1] = together
        else:
            joined.append(word)
    return joined


_NOTHING: Final = _Word(())


def _together(last: _Word, word: _Word) -> _Word | None:
    """Return what `last` and `word` mean together; None when they only stand beside each other."""
    if word.key and (name := TWO_WORDS.get((last.key, word.key))):
        return _Word((name,))
    if word.key in PERCENT or (word.key == "cent" and last.key == "per"):
        return _Word((number_token(last.value, percent=True),)) if last.value is not None else None
    if word.key == "per":
        return _Word(last.tokens, "per", last.value) if last.value is not None else None
    if last.value is None:
        return (
            _number(Decimal(word.scale), room=_room(word), is_unit=True)
            if word.scale and last.key in ("a", "an")
            else None
        )
    if word.key == "and" and last.room >= 100:
        return replace(last, key="and")
    if word.scale:
        small = last.part and word.scale < last.value - last.part
        part = last.part * word.scale if small else Decimal(0)
        value = last.value - last.part + part if small else last.value * word.scale
        return _number(value, part, room=_room(word) if last.is_unit else 0, is_unit=last.is_unit)
    if word.is_unit and word.value and word.value < last.room:
        return _number(last.value + word.value, word.value, word.room, is_unit=True)
    return None


def _room(scale: _Word) -> int:
    return scale.scale if scale.scale >= 100 else 0  # nobody says "two dozen and three"


def _number(value: Decimal, part: Decimal = Decimal(0), room: int = 0, *, is_unit: bool = False) -> _Word:
    return _Word((number_token(value),), "", value, part, room, is_unit)
