"""nutgraf.dates: words that are dates without a place in the calendar, and words that only look like dates."""

from datetime import date

import pytest
from date_cases import marked, mention_in

from nutgraf.dates import find_dates

ANCHOR = date(2024, 5, 8)

VAGUE = {
    "The pier is [now] shut.": "present",
    "[Now] the pier is shut.": "present",
    "The pier is [currently] shut.": "present",
    "The [current] owner is abroad.": "present",
    "It is shut [at the moment].": "present",
    "[Nowadays] nobody fishes.": "present",
    "[These days] nobody fishes.": "present",
    "The pier [recently] burnt.": "past",
    "In [the past], nobody fished.": "past",
    "It burnt [long ago].": "past",
    "It burnt [decades ago].": "past",
    "It burnt [several years ago].": "past",
    "What [the future] holds is unclear.": "future",
    "Its [future] is unclear.": "future",
    "It may burn in [the near future].": "future",
    "It may burn [several years from now].": "future",
}
"""The mention in brackets, and what it points to."""

UNITS = {
    "It rained on [3 May 2024].": "day",
    "It rained [Tuesday].": "day",
    "It rained [Tuesday night].": "time",
    "It rained [last night].": "time",
    "It rained [last week].": "week",
    "It rained at [the weekend].": "weekend",
    "It rained in [May 2024].": "month",
    "It rained [last summer].": "season",
    "Profit fell in [the third quarter].": "quarter",
    "Profit fell in [the first half].": "half",
    "It rained in [2024].": "year",
    "It rained in [the 1990s].": "decade",
    "It rained in [the 19th century].": "century",
    "It rained on [1-3 May 2024].": "range",
    "It rained in the [past two weeks].": "duration",
    "It rained [two hours ago].": "time",
}
"""The mention in brackets, and its granularity."""

NOTHING = [
    "It may last nine days.",
    "In winter it snows; risks of fall and spring floods.",
    "The last night bus left, and the last day came.",
    "It may march on; the sun sat and the fall of Orme wed the spring.",
    "Augusta May Orme met Jan Kavan, April Jones, June Falk and Summer Lee.",
    "The second half was dull, and the first quarter of the game duller.",
    "The third quarter-final and a quarter of a mile.",
    "They came every Friday, each May Day walker said.",
    "The team has 2000 fans, a 1900-seat stand and 1200 metres of rope.",
    "The index rose by 1850 points to 1998.5.",
    "Section 1983 and Route 1066, Room 1984, page 2001.",
    "He is in his sixties.",
    "USA Today and the Friday Night Show.",
    "Christmas trees and Easter eggs.",
    "A Windows 2000 machine beside a Boeing 1947.",
    "Call 0800 1900 1234.",
    "A past president and a present for the present.",
    "One day he came; the other day he went.",
    "The daily paper, a weekly fair, the annual ball.",
    "Three days of rain, a two-week strike, a year-long feud.",
    "It is a 24-hour day and a 7 day week.",
    "The mayor's day is long, her nights short.",
    "May Trevellan, the mayor, may act.",
    "The score was 20-19, then 19/20.",
    "Version 10.5.201 came.",
]


@pytest.mark.parametrize(("sentence", "granularity"), VAGUE.items())
def test_vague(sentence: str, granularity: str) -> None:
    """What only points to the past, the present or the future is found, and never has a value."""
    mention = mention_in(sentence, ANCHOR)
    assert mention is not None
    assert (mention.edtf, mention.granularity, mention.is_vague) == (None, granularity, True)


@pytest.mark.parametrize(("sentence", "granularity"), UNITS.items())
def test_granularity(sentence: str, granularity: str) -> None:
    """A mention says how fine it is, and which rule found it."""
    mention = mention_in(sentence, ANCHOR)
    assert mention is not None
    assert mention.granularity == granularity
    assert mention.rule


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    """Names, counts, habits and spans are no dates."""
    assert [text[m.start : m.end] for m in find_dates(text, ANCHOR)] == []


@pytest.mark.parametrize("sentence", VAGUE)
def test_vague_without_anchor(sentence: str) -> None:
    """An anchor makes no difference to what has no value."""
    text, _, _ = marked(sentence)
    assert find_dates(text, None) == find_dates(text, ANCHOR)
