"""True takeaways in, the same with one number, date or name altered out: always the same, by place and not by chance.

What an alteration makes is not true of the article: a number, date or name that the takeaway did not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from nutgraf.vocabulary.calendar import MONTH_NAMES, WEEKDAY_NAMES

FOLDER = Path(__file__).parent

TRUE: dict[str, list[str]] = yaml.safe_load((FOLDER / "takeaways" / "true.yaml").read_text(encoding="utf-8"))
"""The true takeaways by the name of their article in articles/."""

_COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_MONTHS = list(MONTH_NAMES)
_SHORT = {"Jan": "Apr", "Feb": "Jun", "Aug": "Nov", "Sept": "Dec", "Oct": "Feb", "Nov": "May", "Dec": "Jul"}
_DAYS = list(WEEKDAY_NAMES)
_STRANGERS = [
    *("Korvath", "Belmont", "Szabo", "Tanaka", "Whitford", "Delacroix", "Okafor", "Pemberton", "Marchant", "Halloran"),
    *("Novak", "Brightwater", "Dunstan", "Eriksen", "Fairweather", "Grosvenor"),
]
"""Names that no article has."""

_FIGURES = re.compile(r"(?<![\w.,:-])\d+(?:,\d{3})*(?:\.\d+)?(?![\d:]|s\b)")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_COUNT = re.compile(rf"\b(?:{'|'.join(_COUNTS)})\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join([*_MONTHS, *_SHORT])})\b")
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}(?![\w-])")


@dataclass(frozen=True)
class Planted:
    """A takeaway that is no longer true."""

    article: str
    kind: str
    text: str
    put: str
    """What stands there now."""


def body_of(name: str) -> str:
    """Return an article of articles/ without its headline and byline."""
    text = (FOLDER / "articles" / f"{name}.txt").read_text(encoding="utf-8")
    return "\n\n".join(text.split("\n\n")[2:])


def planted() -> Iterator[Planted]:
    """Yield every alteration of every takeaway."""
    for article, takeaways in TRUE.items():
        for number, takeaway in enumerate(takeaways):
            for kind, match, put in _alterations(takeaway, number):
                yield Planted(article, kind, takeaway[: match.start()] + put + takeaway[match.end() :], put)


def _alterations(text: str, turn: int) -> Iterator[tuple[str, re.Match[str], str]]:
    for match in _FIGURES.finditer(text):
        if _YEAR.fullmatch(match[0]):
            for by in (-3, 4):
                yield "date", match, str(int(match[0]) + by)
        else:
            yield from (("number", match, put) for put in dict.fromkeys(_other_figures(match[0])) if put != match[0])
    for match in _COUNT.finditer(text):
        for by in (1, 4):
            put = _COUNTS[(_COUNTS.index(match[0].lower()) + by) % len(_COUNTS)]
            yield "number", match, put.capitalize() if match[0][0].isupper() else put
    for match in _MONTH.finditer(text):
        put = _SHORT.get(match[0]) or _MONTHS[(_MONTHS.index(match[0]) + 2 + turn % 7) % 12]
        yield "date", match, put
    for match in _DAY.finditer(text):
        yield "date", match, _DAYS[(_DAYS.index(match[0]) + 1 + turn % 5) % 7]
    for place, match in enumerate(_NAME.finditer(text)):
        if match[0] not in (*_MONTHS, *_SHORT, *_DAYS):
            yield "name", match, _STRANGERS[(len(text) + 5 * turn + place) % len(_STRANGERS)]


def _other_figures(figures: str) -> Iterator[str]:
    """Yield a number with another first figure, with another last one, and ten times as much."""
    first, last = int(figures[0]), int(figures[-1])
    yield f"{first % 9 + 1}{figures[1:]}"
    yield f"{figures[:-1]}{(last + 3) % 10}" if len(figures) > 1 else f"{(last + 3) % 9 + 1}"
    if "." not in figures:
        yield f"{figures}0" if "," not in figures else figures.replace(",", "0,", 1)
