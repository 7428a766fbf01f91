"""How lines of copy are compared: text in, a key that ignores case, quotes and spacing out."""

from __future__ import annotations

import re
from functools import lru_cache

_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-"})

_SITE_SUFFIX = re.compile(r"(?P<headline>.*\S)\s+(?:\||-|–|—|::|»)\s+\S.{1,60}$")


@lru_cache(maxsize=2048)  # rule after rule asks for the same lines
def fold(text: str) -> str:
    """Return `text` case-folded, with straight quotes, single spaces, and no punctuation at its end."""
    return re.sub(r"\s+", " ", text.translate(_QUOTES)).casefold().strip().rstrip(".:!…：！ ")


def label_key(text: str) -> str:
    """Return a line as a label is looked up: folded, without the marks around it."""
    return fold(text.strip("#*_[]() \t")).rstrip(" :-")


def without_suffix(text: str) -> list[str]:
    """Return `text` less what a page's title may add to its headline: its last part, or two (section and site)."""
    shorter: list[str] = []
    while len(shorter) < 2 and (match := _SITE_SUFFIX.fullmatch(text)):
        text = match["headline"]
        shorter.append(text)
    return shorter
