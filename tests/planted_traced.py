"""Takeaways of tests/traced in, the same with one number, date or name altered out: not as in tests/planted.

Figures change anywhere and change places, scales and days of the month too, and half of the strangers are of other
articles. What is put is drawn by the checksum of where it stands: always the same, and nobody chose it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any
from zlib import crc32

from planted import FOLDER, Planted

from nutgraf.vocabulary.calendar import MONTH_NAMES, WEEKDAY_NAMES

TRACED: dict[str, dict[str, Any]] = {
    row["id"]: row
    for row in map(json.loads, (FOLDER / "traced" / "takeaways.jsonl").read_text(encoding="utf-8").splitlines())
}
"""Articles with takeaways in other words than theirs."""

_MONTHS = "|".join(MONTH_NAMES)
_DAYS = "|".join(WEEKDAY_NAMES)
_COUNTS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fifteen", "twenty", "thirty"),
)
_SCALES = ("hundred", "thousand", "million", "billion")
_STRANGERS = (
    *("Ashworth", "Bellini", "Castellanos", "Dubrov", "Engstrom", "Fitzroy", "Gallagher", "Haverford", "Iwasaki"),
    *("Jankowski", "Kowalczyk", "Lindberg", "Marchetta", "Nakamura", "Ostrander", "Pettibone", "Quigley", "Rasmussen"),
    *("Stavros", "Thackeray", "Umberto", "Vandermeer", "Wexford", "Yamada", "Zielinski"),
)
_NO_STRANGERS = {
    *("Cape", "Cross", "Cup", "Day", "Eve", "Fellow", "Hollow", "House", "Hydrographic", "Isles", "Lady", "Lower"),
    *("Minister", "Museum", "Mutual", "New", "No", "Open", "Port", "Prime", "Real", "Saint", "San", "Trench", "Union"),
    "Year",
}
"""Capitalised words of takeaways that make no other name of the one beside them."""
_FIGURES = re.compile(r"(?<![\w.,:-])\d+(?:,\d{3})*(?:\.\d+)?(?![\d:]|s\b)")
_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_DAY_OF_MONTH = re.compile(rf"\b\d\d?(?= (?:{_MONTHS}))")
_NAME = re.compile(r"(?<=[a-z0-9,;:%] )[A-Z][a-z]{2,}(?![\w-])")


def body_of(name: str) -> str:
    """Return an article with what its desk knows besides."""
    row = TRACED[name]
    return "\n\n".join([row["article"], row["headline"], *row["byline"], row.get("published", "")])


def takeaways_of(name: str) -> list[str]:
    """Return the true takeaways of an article."""
    return [highlight["text"] for highlight in TRACED[name]["highlights"]]


def planted_in_traced() -> Iterator[Planted]:
    """Yield the alterations of every takeaway, each once."""
    names = [name for row in TRACED for name in _names_of(row)]
    for article in TRACED:
        strangers = [*_STRANGERS, *(name for name in names if name not in body_of(article))]
        for takeaway in takeaways_of(article):
            cases = [
                Planted(article, kind, takeaway[:start] + put + takeaway[end:], put)
                for kind, (start, end), put in _alterations(takeaway, strangers)
            ]
            yield from dict.fromkeys(case for case in cases if case.text != takeaway)


def _names_of(article: str) -> list[str]:
    return sorted({match[0] for text in takeaways_of(article) for match in _named(text)} - _NO_STRANGERS)


def _named(text: str) -> list[re.Match[str]]:
    return [match for match in _NAME.finditer(text) if match[0] not in (*MONTH_NAMES, *WEEKDAY_NAMES)]


def _alterations(text: str, strangers: Sequence[str]) -> Iterator[tuple[str, tuple[int, int], str]]:
    for match in _FIGURES.finditer(text):
        at = match.start()
        if _YEAR.fullmatch(match[0]):
            yield "date", match.span(), str(int(match[0]) + 1 + _drawn(text, at, 9))
            yield "date", match.span(), str(int(match[0]) - 1 - _drawn(text, at, 19))
        elif _DAY_OF_MONTH.match(text, at):
            yield "date", match.span(), str(1 + (int(match[0]) + _drawn(text, at, 27)) % 28)
        else:
            for put in _other_figures(match[0], at):
                yield "number", match.span(), put
    for match in re.finditer(rf"\b(?:{'|'.join(_COUNTS)})\b", text, re.IGNORECASE):
        put = _other(_COUNTS, match[0].lower(), text, match.start())
        yield "number", match.span(), put.capitalize() if match[0][0].isupper() else put
    for match in re.finditer(rf"\b(?:{'|'.join(_SCALES)})\b", text):
        yield "number", match.span(), _other(_SCALES, match[0], text, match.start())
    for names in (MONTH_NAMES, WEEKDAY_NAMES):
        for match in re.finditer(rf"\b(?:{'|'.join(names)})\b", text):
            yield "date", match.span(), _other(names, match[0], text, match.start())
    for match in _named(text):
        at = match.start()
        yield "name", match.span(), _other(strangers[: len(_STRANGERS)], match[0], text, at)
        yield "name", match.span(), _other(strangers[len(_STRANGERS) :], match[0], text, at)


def _other_figures(figures: str, at: int) -> Iterator[str]:
    """Yield a number with one figure altered, with two neighbours exchanged, and in the neighbourhood."""
    places = [place for place, figure in enumerate(figures) if figure.isdecimal()]
    place = places[_drawn(figures, at, len(places))]
    figure = (int(figures[place]) + 1 + _drawn(figures, at + 1, 9)) % 10
    if figure or place:
        yield f"{figures[:place]}{figure}{figures[place + 1 :]}"
    pairs = [(a, b) for a, b in pairwise(places) if figures[a] != figures[b] and figures[b] != "0"]
    if pairs:
        one, other = pairs[_drawn(figures, at, len(pairs))]
        yield f"{figures[:one]}{figures[other]}{figures[one + 1 : other]}{figures[one]}{figures[other + 1 :]}"
    if figures.isdecimal() and len(figures) < 3:
        yield str(int(figures) + 1 + _drawn(figures, at + 2, 9))


def _other(words: Sequence[str], word: str, text: str, at: int) -> str:
    others = [other for other in words if other != word]
    return others[_drawn(text, at, len(others))]


def _drawn(text: str, at: int, count: int) -> int:
    return crc32(f"{at}:{text}".encode()) % count
