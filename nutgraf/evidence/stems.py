"""An English word in lower case in, its stem out: Porter's algorithm of 1980, by which words of one family are one.

The stem is no word; it only has to be the same for "reconcile" and "reconciled". Words of other languages lose an
ending here and there, and still equal themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_VOWEL: Final = r"(?:[aeiou]|(?<=[^aeiou])y)"
_HAS_VOWEL: Final = re.compile(_VOWEL)
_SEQUENCES: Final = re.compile(rf"(?:{_VOWEL})+(?:(?!{_VOWEL})[a-z])+")
_SHORT_END: Final = re.compile(rf"(?!{_VOWEL})[a-z]{_VOWEL}(?!{_VOWEL})[^aeiouwxy]$")
_DOUBLE: Final = re.compile(r"([^aeiouylsz])\1$")


def _rows(text: str) -> Mapping[str, str]:
    """Read `ending:what is put for it` pairs."""
    pairs = (row.partition(":") for row in text.split())
    return {ending: put for ending, _, put in pairs}


_STEP_2: Final = _rows(
    "ational:ate tional:tion enci:ence anci:ance izer:ize abli:able alli:al entli:ent eli:e ousli:ous ization:ize "
    "ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble"
)
_STEP_3: Final = _rows("icate:ic ative: alize:al iciti:ic ical:ic ful: ness:")
_STEP_4: Final = _rows(
    "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ion: ou: ism: ate: iti: ous: ive: ize:"
)

_LONGEST: Final = max(map(len, (*_STEP_2, *_STEP_3, *_STEP_4)))


def stem(word: str) -> str:
    """Return the stem of a word of a-z; shorter ones than four letters stay."""
    if len(word) < 4:
        return word
    word = _without_plural(word)
    word = _without_tense(word)
    if word.endswith("y") and _HAS_VOWEL.search(word, 0, len(word) - 1):
        word = word[:-1] + "i"
    word = _exchange(word, _STEP_2, 0)
    word = _exchange(word, _STEP_3, 0)
    word = _exchange(word, _STEP_4, 1)
    if word.endswith("e"):
        short = _measure(word[:-1])
        if short > 1 or (short == 1 and not _SHORT_END.search(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _without_tense(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    ending = next((ending for ending in ("ed", "ing") if word.endswith(ending)), "")
    rest = word[: -len(ending)] if ending else ""
    if not rest or not _HAS_VOWEL.search(rest):
        return word
    if rest.endswith(("at", "bl", "iz")):
        return rest + "e"
    if _DOUBLE.search(rest):
        return rest[:-1]
    return rest + "e" if _measure(rest) == 1 and _SHORT_END.search(rest) else rest


def _exchange(word: str, rows: Mapping[str, str], least: int) -> str:
    """Put something for the longest ending of `rows`, if what is left has more than `least` syllables, so to say."""
    for size in range(_LONGEST, 0, -1):
        ending = word[-size:]
        if ending in rows:
            rest = word[:-size]
            if _measure(rest) <= least or (ending == "ion" and not rest.endswith(("s", "t"))):
                return word
            return rest + rows[ending]
    return word


def _measure(word: str) -> int:
    """Count the runs of vowels that consonants follow."""
    return len(_SEQUENCES.findall(word))
