"""Tell a history from news: in a history each date follows from the one before it, not from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from nutgraf.vocabulary.date_words import DateWords

_YEAR: Final = re.compile(r"\b(?:1\d{3}|20\d\d)\b(?![\d-]|,\d|\.\d)")
_FEWEST: Final = 4
"""Years stated; fewer make no history of a text."""
_SHARE: Final = 0.8
"""Of them must lie well before the anchor."""
_DISTANCE: Final = 2
"""Years."""
_DISTANCE_BEHIND_NEWS: Final = 10


_EARLY: Final = 1900
_EARLY_COUNT: Final = 3


def years_in(text: str, words: DateWords) -> list[int]:
    """Return the years that `text` states."""
    found = _YEAR.finditer(text)
    return [int(match[0]) for match in found if words.year_lead.search(text, max(0, match.start() - 10), match.start())]


def is_of_old(years: Sequence[int]) -> bool:
    """Tell whether a text of these `years` tells of old times: numbers before 1900 are then rather years than counts.

    It does not depend on the anchor, as the years that a text states in full never do.
    """
    return sum(year < _EARLY for year in years) >= _EARLY_COUNT


def is_history(text: str, years: Sequence[int], anchor: date | None, words: DateWords) -> bool:
    """Tell whether `text` tells a history: many years are stated, nearly all of them well before the anchor's, and
    they outnumber the signs of news (somebody said, yesterday, today).

    Without an anchor nothing is ever borrowed from a neighbour, so that the question does not arise.
    """
    if anchor is None:
        return False
    if len(years) < _FEWEST:
        return False
    # An obituary tells a life behind its news, a report of a trial only what led up to it.
    distance = _DISTANCE_BEHIND_NEWS if _opens_as_news(text, words) else _DISTANCE
    if sum(year <= anchor.year - distance for year in years) < _SHARE * len(years):
        return False
    return len(years) > 2 * len(words.reporting.findall(text))


def _opens_as_news(text: str, words: DateWords) -> bool:
    """Tell whether a weekday without a date stands in the lead: it can only be that of the news."""
    found = (match for match in _WORD.finditer(text, 0, _LEAD) if match[0].lower() in words.weekdays)
    return any(not _has_date(text, match.end(), words) for match in found)


def _has_date(text: str, end: int, words: DateWords) -> bool:
    """Tell whether a day of a month follows on a weekday."""
    after = _DATE_BEHIND.match(text, end)
    return after is not None and (after["word"] is None or after["word"] in words.articles)


_LEAD: Final = 300
"""Characters."""
_WORD: Final = re.compile(r"[A-Z]\w+")
_DATE_BEHIND: Final = re.compile(r"\W{1,3}(?:(?P<word>[a-z]+)\s+)?(?:\d|[A-Z]\w+\.?\s+\d)")
